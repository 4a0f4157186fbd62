# What sellers see.
inquiry-title = <b>Demande { $code }</b> pour { $seller } · réponse avant { $until }
inquiry-line = <b>{ $n }.</b> { $packs } × { $item }{ $need ->
    [none] {""}
   *[other] {" "}<i>(besoin : { $need })</i>
} — { $price }
inquiry-example = { $lines ->
    [one] « { $price }, demain »
    [two] « { $first } { $price }, { $numbered ->
        [yes] { $last } non
       *[no] sans { $last }
    }, demain »
   *[other] « { $first } { $price }, { $numbered ->
        [yes] { $last } non
       *[no] sans { $last }
    }, le reste ok, demain »
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
    [plus-tax] « { $words } » : ici, les prix sont TTC. Combien est-ce TTC ? Le taux suffit aussi : « 20 % ».
    [total-differs] Le total ne va pas avec les prix un par un.
    [which-quantity] Combien est « { $words } » ?
    [which-unit] « { $words } », est-ce pour un ou pour le tout ?
    [yes-and-no] « { $words } » dit oui et non pour la même ligne.
    [which-date] Quel jour voulez-vous dire par « { $words } » ?
    [how-many-lines] Il y a plus ou moins de prix que de lignes : « { $words } ».
    [rest-open] « { $words } » ne dit rien des autres lignes. Les proposez-vous ?
   *[what-discount] À quoi s’applique « { $words } » ?
}
quote-delivery-fee = Pour la livraison : { $terms ->
    [pickup] votre offre est en retrait seulement, { $said ->
        [none] la livraison gratuite que vous avez écrite n’en fait donc pas partie.
       *[other] les { $said } que vous avez écrits ne sont donc pas comptés.
    }
    [same] { $due ->
        [none] elle est gratuite
       *[other] le client la paie { $due }
    }, comme vous l’avez écrit et selon les conditions de ce magasin.
   *[other] ce magasin livre { $due ->
        [none] gratuitement
       *[other] pour { $due }
    }, selon ses conditions. { $said ->
        [none] Vous avez écrit qu’elle ne coûte rien de plus, mais le client paie cela en sus. Sinon, ôtez-le d’un prix et écrivez de nouveau.
       *[other] Les { $said } que vous avez écrits ne s’ajoutent pas. S’ils doivent compter, mettez-les dans un prix et écrivez de nouveau.
    }
}
quote-conditions = Non repris, car les prix valent tels qu’ils sont ici et la livraison coûte ce que disent les conditions du magasin : « { $words } ». Si cela doit compter, écrivez les prix en conséquence.
seller-cannot-read = { $what ->
    [photo] Je ne sais pas lire des prix sur une photo.
    [voice] Je ne peux pas écouter les messages vocaux.
    [file] Je ne sais pas lire des prix dans un fichier.
   *[other] Je ne peux pas lire cela.
} Rien n’a été envoyé. Écrivez les prix sur une ligne, par exemple « 1 : 3,20, 2 : non, le reste ok, demain » (le micro de votre clavier écrit ce que vous dites), ou touchez l’offre ci-dessus.
seller-nothing-waits = Rien ne vous attend. Les demandes arrivent toutes seules.
seller-no-inquiry = Il n’y a pas de demande ouverte. La prochaine arrivera toute seule.
seller-which-inquiry = « { $said } », c’est pour quelle demande ? Touchez-la, et je lis vos mots comme la réponse. (La prochaine fois, répondez à celle que vous voulez : glissez-la, ou appui long et « Répondre ».)
seller-any-inquiry = Je ne suis pas sûr de quoi parle « { $said } ». { $inquiries ->
    [one] Si c’est pour cette demande, touchez-la, et je lis vos mots comme la réponse.
   *[other] Si c’est pour l’une de ces demandes, touchez-la, et je lis vos mots comme la réponse.
} Rien n’a été envoyé.
button-as-listed = ✅ Proposer comme affiché : { $total }
button-decline = ✖️ Rien cette fois
button-take-back = ✖️ Retirer l’offre
button-decline-sure = ✖️ Oui, rien cette fois
button-quote-right = ✅ C’est juste
button-quote-wrong = ✏️ C’est faux
