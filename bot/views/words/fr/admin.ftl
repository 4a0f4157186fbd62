# What admins see.
admin-no-orders = Il n’y a pas encore de commandes.
admin-orders-title = <b>{ $count ->
    [one] Une commande
   *[other] { $count } commandes
}</b>
admin-order-line = <code>{ $code }</code> { $state } · { $total } · { $at } · { $sellers }
admin-history-title = <b>Commande { $code }</b> · { $state } · { $total }
admin-history-who = 👤 { $name } ({ $person }){ $reachable ->
    [no] {" "}⚠️ injoignable dans le chat
   *[yes] {""}
}
admin-history-payment = 💳 { $method ->
    [card] Carte
    [cash] Espèces à la porte
    [at-shop] Au magasin
   *[none] Pas encore de paiement
}{ $state ->
    [none] {""}
    [requested] {" "}: la page s’ouvre
    [open] {" "}: pas encore payé
    [paid] {" "}: payé
    [failed] {" "}: échoué
    [lapsed] {" "}: expiré
    [cancelled] {" "}: annulé
    [late] {" "}: payé trop tard, en retour
    [partly-refunded] {" "}: remboursé en partie
   *[refunded] {" "}: remboursé
}
admin-history-part = 🏪 { $seller } <code>{ $code }</code> : { $state }, { $goods }{ $reachable ->
    [no] {" "}⚠️ injoignable dans le chat
   *[yes] {""}
}
admin-history-delivery = 🚲 { $carrier } <code>{ $code }</code> : { $state }{ $reachable ->
    [no] {" "}⚠️ injoignable dans le chat
   *[yes] {""}
}
admin-history-earlier = … { $count } plus tôt
admin-history-line = <code>{ $at }</code> { $kind }{ $detail ->
    [none] {""}
   *[other] {" "}: { $detail }
}
admin-cannot-reach = ⚠️ { $name } est injoignable dans le chat. La commande { $code } attend : téléphonez, s’il vous plaît.
admin-refund-refused = ⚠️ La banque refuse de renvoyer { $amount } de la commande { $code }. La somme reste due : occupez-vous-en, s’il vous plaît.
order-state = { $state ->
    [draft] pas encore passée
    [awaiting-payment] attend le paiement
    [confirmed] confirmée
    [done] terminée
    [cancelled] annulée
   *[lapsed] expirée
}
part-state = { $state ->
    [draft] pas commencé
    [to-pick] en préparation
    [packed] emballé
    [with-carrier] chez le coursier
    [delivered] livré
    [collected] retiré
   *[cancelled] annulé
}
delivery-state = { $state ->
    [assigned] nouvelle
    [collecting] en collecte
    [under-way] en route
    [delivered] livrée
    [failed] personne n’était là
   *[cancelled] annulée
}
order-own-track = C’est pour l’administration de la boutique. /track montre vos commandes.
order-which-code = { $code ->
    [none] Quelle commande ? Ajoutez son code, par exemple : /order 7KQ2M
   *[other] Quelle commande ? Je ne trouve pas « { $code } ». Par exemple : /order 7KQ2M
} (/orders les montre toutes.)
