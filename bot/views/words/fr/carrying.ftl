# What carriers see.
delivery-title = <b>Livraison { $code }</b> · { $state ->
    [assigned] nouvelle
    [collecting] en collecte
    [under-way] en route
    [delivered] livrée
    [failed] personne n’était là
   *[cancelled] annulée
}
delivery-pick-up = { $done ->
    [yes] ✅
   *[no] { $packed ->
        [yes] 📦
       *[no] ⏳
    }
} { $n }. Prendre chez <b>{ $seller }</b>, { $street } · code <code>{ $code }</code>{ $packed ->
    [yes] {""}
   *[no] {" "}<i>(pas encore emballé)</i>
}
delivery-drop = { $done ->
    [yes] ✅
   *[no] 🏠
} { $n }. Apporter à <b>{ $name }</b>, { $address }
delivery-drop-done = ✅ { $n }. Apporté à la porte
delivery-drop-off = ✖️ { $n }. Rien à apporter
delivery-shared-place = le lieu sur la carte
delivery-window = 🕑 Souhaité { $day }{ $part ->
    [morning] {" "}le matin
    [afternoon] {" "}l’après-midi
    [evening] {" "}le soir
   *[any] {""}
}
delivery-cash = 💶 Encaissez { $amount } en espèces à la porte.
delivery-ready = 📦 { $seller } a emballé sa part de { $code }.
delivery-cancelled = ✖️ La livraison { $code } est annulée. Il n’y a rien à prendre.
delivery-not-packed = Cette part n’est pas encore emballée. Je vous préviendrai.
delivery-stops-open = { $open ->
    [one] Il reste une collecte.
   *[other] Il reste { $open } collectes.
} Prenez d’abord tout.
carrier-nothing-waits = Aucune livraison ne vous attend. Les nouvelles arrivent toutes seules.
button-picked-up = 📦 Pris chez { $seller }
button-delivered = 🏠 Livré{ $cash ->
    [none] {""}
   *[other] , { $cash } encaissés
}
button-map = 🗺 Montrer sur la carte
button-nobody-there = Personne
