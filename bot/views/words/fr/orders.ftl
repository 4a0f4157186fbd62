# Orders: completing, paying, tracking.
checkout-title = <b>Votre commande { $code }</b>
checkout-from = { $count ->
    [one] 1 ligne
   *[other] { $count } lignes
} chez { $sellers }
checkout-deliver = 🏠 Livraison : { $address }
checkout-deliver-where = 🏠 Livraison : <b>où ?</b>
checkout-collect = 🛍 À retirer chez { $places }
checkout-window-open = 🕑 Dès que c’est prêt : { $day }
checkout-window = 🕑 { $day }{ $part ->
    [morning] {" "}le matin
    [afternoon] {" "}l’après-midi
    [evening] {" "}le soir
   *[any] {""}
}{ $late ->
    [yes] {" "}— ⚠️ tout n’est pas prêt avant { $ready }
   *[no] {""}
}
checkout-pay = { $pay_by ->
    [card] 💳 Par carte maintenant
    [cash] 💶 En espèces à la porte
    [at-shop] 🏪 Au magasin
   *[open] 💳 Paiement : <b>comment ?</b>
}
checkout-total = <b>Total { $total }</b>
checkout-lacks = { $what ->
    [address] Il manque encore : l’adresse.
   *[pay-by] Il manque encore : le moyen de paiement.
}
checkout-none = Il n’y a pas encore de proposition à commander. Envoyez-moi d’abord un lien ou une liste.
checkout-how-to-pay = Comment voulez-vous payer ? Choisissez la carte, ou les espèces à la porte (ou le magasin, si vous venez chercher).
checkout-below-minimum = { $seller } vend à partir de { $minimum }. Déplacez-y plus de lignes, ou mettez celles-ci ailleurs.
checkout-offer-lapsed = L’offre de { $seller } valait jusqu’au { $day }, je ne peux donc plus la commander. Rien n’a été commandé. Reprenez la liste et redemandez aux magasins, ou déplacez ces lignes vers un autre magasin.
checkout-counter-only = { $seller } ne propose que le retrait au comptoir. Rien n’a été commandé. Choisissez « Venir chercher », ou déplacez ces lignes vers un autre magasin.
checkout-changed = La proposition a changé depuis. Voici votre commande telle qu’elle est maintenant : regardez-la et commandez de nouveau.
checkout-out-of-stock = { $item } vient d’être épuisé : { $left ->
    [0] il n’en reste pas
    [one] il en reste un paquet
   *[other] il en reste { $left } paquets
}, il vous en faut { $wanted }. Rien n’a été commandé. Déplacez cette ligne vers un autre magasin, ou laissez-la de côté.
checkout-no-carrier = Aucun service de livraison ne peut prendre ces articles (trop longs, trop lourds ou trop froids). Rien n’a été commandé. Choisissez « Venir chercher » et commandez de nouveau.
ask-address = Où faut-il livrer ? Écrivez la rue, le numéro, le code postal et la ville, ou partagez votre position. Les magasins ne la voient jamais, seul le coursier la voit.
address-taken = C’est noté. Seul le coursier la verra.
address-kept = C’est noté, j’utiliserai cette adresse pour votre prochaine commande. Seul le coursier la verra.
address-shared-place = la position partagée
address-no-street = Il me faut une rue dans cette adresse, pour que le coursier vous trouve. Par exemple « Gartenweg 14, 99955 Lindenau ».
address-before-note = Dites-moi d’abord l’adresse, puis ce que le coursier doit savoir.
address-no-number = Il me faut un numéro dans cette adresse. Par exemple « Gartenweg 14, 99955 Lindenau ».
window-which = Quand voulez-vous la commande { $code } ?
window-not-a-day = Je ne peux pas livrer un tel jour. Quel jour voulez-vous ? Par exemple « demain soir » ou « mardi ».
window-not-that-day = { $day } n’est pas possible. Choisissez un jour dans le mois qui vient.
button-day-part = { $day } { $part ->
    [morning] matin
    [afternoon] après-midi
   *[evening] soir
}
button-deliver = 🏠 Livrer
button-collect = 🛍 Venir chercher
button-address = 📍 Donner l’adresse
button-other-address = 📍 Une autre adresse
button-pay-card = 💳 Carte
button-pay-cash = 💶 Espèces à la porte
button-pay-at-shop = 🏪 Au magasin
button-window = 🕑 Quand …
button-place-order = ✅ Commander
button-share-location = 📍 Partager ma position
button-pay-otherwise = { $pay_by ->
    [cash] 💶 Plutôt en espèces
   *[at-shop] 🏪 Plutôt au magasin
}
button-pay-now = 💳 Payer { $total }
button-i-have-paid = J’ai payé
button-cancel-order = Annuler la commande
button-cancel-yes = Oui, annuler
button-cancel-no = Non, la garder
pay-opening = Commande { $code } : j’ouvre la page de paiement. Un instant …
pay-open = La commande <b>{ $code }</b> est réservée pour vous. Payez { $total } avant { $until } et elle part chez les magasins.
pay-failed = La page de paiement de la commande { $code } n’a pas pu s’ouvrir{ $failure ->
    [declined] {" "}: la banque a refusé
    [unreachable] {" "}: la banque est injoignable
   *[other] {""}
}. Rien n’a été débité, et rien n’est encore commandé. Choisissez comment payer et commandez de nouveau.
pay-looking = J’ai demandé à la banque pour la commande { $code }. Si vous avez payé, je vous le dis dans un instant ; si rien ne vient, touchez de nouveau « Payer ».
pay-no-cards = Les cartes ne sont pas acceptées pour le moment. Choisissez les espèces à la porte, ou venez chercher et payez au magasin.
pay-late = Votre paiement de la commande { $code } est arrivé après son expiration. { $amount } reviennent sur votre carte.
pay-refunded = { $amount } de la commande { $code } ont été renvoyés sur votre carte.
order-title = <b>Commande { $code }</b> · { $state ->
    [confirmed] confirmée
    [done] terminée
    [cancelled] annulée
    [lapsed] expirée
    [awaiting-payment] attend votre paiement
   *[draft] pas encore passée
}
order-part = <b>{ $seller }</b> : { $state ->
    [to-pick] prépare, prêt { $day }
    [packed] emballé
    [with-carrier] chez le coursier
    [delivered] livré
    [collected] retiré
    [cancelled] annulé
   *[draft] en attente
}{ $code ->
    [none] {""}
   *[other] {" "}· code <code>{ $code }</code>
}
order-line = • { $packs } × { $title }{ $instead ->
    [none] {""}
   *[other] {" "}<i>(au lieu de { $instead })</i>
}
order-delivery = { $state ->
    [assigned] 🚲 Le coursier passe le prendre dès que c’est emballé.
    [collecting] 🚲 Le coursier est en train de le chercher.
    [under-way] 🚲 Le coursier est en route vers vous.
    [delivered] 🚲 Livré.
    [failed] 🚲 Le coursier ne vous a pas trouvé. Il réessaiera.
   *[cancelled] 🚲 La livraison est annulée.
}
order-cash = Préparez { $amount } en espèces.
order-total = Total { $total } · { $paid ->
    [paid] payé
    [refunded] remboursé
    [off] non débité
    [cash] en espèces à la porte
    [at-shop] paiement au magasin
   *[other] pas encore payé
}
order-confirmed = 🎉 La commande <b>{ $code }</b> est confirmée{ $paid ->
    [none] {""}
   *[other] , { $paid } payés
}. Je vous annonce chaque étape ; demandez « où est ma commande ? » quand vous voulez.
order-lapsed = La commande { $code } n’a pas été payée à temps, je l’ai donc laissée tomber. Rien n’a été débité. Votre proposition est toujours là : commandez de nouveau si vous voulez.
order-cancelled = La commande { $code } est annulée.{ $refund ->
    [yes] {" "}Votre argent est sur le chemin du retour.
   *[no] {" "}Rien n’a été débité.
} Votre proposition est toujours là.
order-collected = ✅ Vous avez retiré la part de { $seller }.
order-done = La commande <b>{ $code }</b> est complète. Profitez-en bien !
order-packed = 📦 { $seller } a emballé sa part de la commande { $code }.
order-packed-collect = 📦 C’est prêt chez { $seller }. Montrez le code <b>{ $part }</b> au { $street } ({ $hours }).
order-with-carrier = 🚲 Le coursier a pris la part de { $seller }.
order-under-way = 🚲 Le coursier est en route vers vous avec la commande { $code }.{ $cash ->
    [none] {""}
   *[other] {" "}Préparez { $cash } en espèces, s’il vous plaît.
}
order-delivered = 🏠 La commande <b>{ $code }</b> est livrée. Profitez-en bien !
order-delivery-failed = 🚲 Le coursier n’a trouvé personne pour la commande { $code }. Il réessaiera. Si quelque chose ne va pas avec l’adresse, parlez à une personne.
order-cancel-sure = Annuler la commande { $code } ?{ $paid ->
    [yes] {" "}Ce que vous avez payé vous revient.
   *[no] {""}
}
order-cannot-cancel = La commande { $code } est déjà emballée, elle ne peut plus être annulée.
order-none-to-cancel = Il n’y a pas de commande qui puisse être annulée.
order-not-placed = La commande { $code } n’est pas encore passée, rien n’est donc en route. La voici :
order-none = Vous n’avez pas encore de commandes. Envoyez-moi un lien vers une recette ou un tutoriel pour commencer.
order-placed = La commande { $code } est passée, sa liste ne peut plus être changée. Vous pouvez l’annuler tant que rien n’est emballé (/track la montre). Pour autre chose, envoyez un lien ou une liste.
order-unknown = Je ne trouve pas de commande { $code } à vous. /track montre vos commandes.
order-past = La commande { $code } { $state ->
    [done] est terminée
    [cancelled] a été annulée
    [lapsed] n’a pas été payée à temps et a expiré
   *[confirmed] est déjà passée
}, ce bouton ne fait donc plus rien. /track montre vos commandes, /proposal votre dernière proposition.
