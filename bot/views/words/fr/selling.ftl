# What sellers see.
inquiry-title = <b>Demande { $code }</b> pour { $seller } · réponse avant { $until }
inquiry-line = <b>{ $n }.</b> { $packs } × { $item }{ $need ->
    [none] {""}
   *[other] {" "}<i>(besoin : { $need })</i>
} — { $price }
inquiry-example = { $lines ->
    [one] « { $price }, demain »
    [two] « { $first } { $price }, pas de { $last }, demain »
   *[other] « { $first } { $price }, pas de { $last }, le reste ok, demain »
}
inquiry-state = { $state ->
    [open] Total à vos prix affichés : <b>{ $total }</b>. Touchez pour proposer exactement cela, ou répondez avec des mots : { $example }
    [answered] ✅ Voici votre offre. Répondez à ce message pour la changer avant l’échéance.
    [declined] ✖️ Vous avez décliné. Vous pouvez encore proposer jusqu’à l’échéance.
    [answered-closed] ✅ Voici votre offre. Le tour est clos ; si vous êtes choisi, vous recevez une liste de préparation.
    [declined-closed] ✖️ Vous avez décliné. Le tour est clos.
    [withdrawn] ➖ Retirée : la liste a changé. Rien à faire.
   *[closed] ➖ Close sans votre réponse.
}
readback-title = <b>Est-ce votre offre pour { $code } ?</b>
readback-line = { $n }. { $packs } × { $item }{ $instead ->
    [yes] {" "}<i>au lieu de { $name }</i>
   *[no] {""}
} — { $price }
readback-line-no = { $n }. <s>{ $item }</s> pas proposé
readback-when = { $pickup ->
    [yes] Retrait seulement
   *[no] Prêt { $day }
}{ $valid ->
    [none] {""}
   *[other] , valable jusqu’au { $valid }
}
readback-total = <b>Total { $total }</b>. Cela n’engage que lorsque vous touchez « C’est juste ».
quote-bound = ✅ Votre offre de { $total } pour { $code } est chez la cliente ou le client. { $open ->
    [yes] Vous pouvez la changer jusqu’à { $until } : répondez simplement de nouveau à la demande.
   *[no] Le tour est clos ; si vous êtes choisi, vous recevez une liste de préparation.
}
quote-declined = ✖️ { $code } déclinée. Merci de l’avoir dit.
quote-discarded = Rien n’a été envoyé pour { $code }. Écrivez de nouveau comment cela doit être, ou touchez l’offre ci-dessus.
quote-stands = Rien n’a changé : votre offre précédente pour { $code } tient. Écrivez de nouveau comment cela doit être.
quote-colleague = Quelqu’un de chez vous répond de nouveau à { $code }, cette réponse-ci ne compte donc plus.
quote-not-confirmed = { $code } a été close avant la confirmation, rien n’a donc été envoyé.
readback-decline = <b>Rien de votre part pour { $code } ?</b> Si c’est juste, touchez le bouton. Sinon, écrivez de nouveau.
quote-gone = Cette relecture n’est plus à jour. Voyez la plus récente, ou écrivez de nouveau.
quote-too-late = La demande { $code } est close, votre réponse n’a pas pu être prise. La prochaine arrivera toute seule.
quote-unclear = Je n’en suis pas sûr. { $what }{ $more ->
    [0] {""}
   *[other] {" "}(Ensuite, il reste à demander : { $more }.)
} Rien n’a été envoyé. Répondez seulement à cela, ou récrivez tout, par exemple « 1 : 3,20, 2 : non, le reste ok, demain ».
quote-not-read = Je n’y trouve ni prix ni ligne. Rien n’a été envoyé. Écrivez par exemple « 1 : 3,20, 2 : non, le reste ok, demain », ou touchez l’offre ci-dessus.
unclear = { $reason ->
    [nothing-read] Je n’y trouve ni prix ni ligne.
    [which-line] À quelle ligne se rapporte « { $words } » ?
    [unknown-name] « { $words } » n’est pas dans cette demande.
    [unknown-line] Cette ligne n’existe pas : « { $words } ».
    [two-prices] Il y a deux prix pour la ligne { $line } : « { $words } ».
    [one-price-for-several] « { $words } », est-ce pour chacun, ou pour tous ensemble ?
    [no-price] Il n’y a pas de prix pour la ligne { $line }.
    [vague-price] « { $words } » n’est pas un prix exact.
    [odd-price] Le prix « { $words } » ne peut pas être juste.
    [other-currency] « { $words } » est une autre monnaie que celle de la demande.
    [total-differs] Le total ne va pas avec les prix un par un.
    [which-quantity] Combien est « { $words } » ?
    [which-unit] « { $words } », est-ce pour un ou pour le tout ?
    [yes-and-no] « { $words } » dit oui et non pour la même ligne.
    [which-date] Quel jour voulez-vous dire par « { $words } » ?
    [how-many-lines] Il y a plus ou moins de prix que de lignes : « { $words } ».
   *[what-discount] À quoi s’applique « { $words } » ?
}
seller-nothing-waits = Rien ne vous attend. Les demandes arrivent toutes seules.
seller-no-inquiry = Il n’y a pas de demande ouverte. La prochaine arrivera toute seule.
seller-which-inquiry = Plusieurs demandes sont ouvertes : { $codes }. Répondez à celle que vous voulez (glissez-la, ou appui long et « Répondre »).
button-as-listed = ✅ Proposer comme affiché : { $total }
button-decline = ✖️ Rien cette fois
button-take-back = ✖️ Retirer l’offre
button-decline-sure = ✖️ Oui, rien cette fois
button-quote-right = ✅ C’est juste
button-quote-wrong = ✏️ C’est faux
