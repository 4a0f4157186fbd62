# What carriers see.
delivery-title = <b>Lieferung { $code }</b> · { $state ->
    [assigned] neu
    [collecting] wird abgeholt
    [under-way] unterwegs
    [delivered] geliefert
    [failed] niemand war da
   *[cancelled] storniert
}
delivery-pick-up = { $done ->
    [yes] ✅
   *[no] { $packed ->
        [yes] 📦
       *[no] ⏳
    }
} { $n }. Abholen bei <b>{ $seller }</b>, { $street } · Code <code>{ $code }</code>{ $packed ->
    [yes] {""}
   *[no] {" "}<i>(noch nicht gepackt)</i>
}
delivery-drop = { $done ->
    [yes] ✅
   *[no] 🏠
} { $n }. Bringen zu <b>{ $name }</b>, { $address }
delivery-drop-done = ✅ { $n }. An die Tür gebracht
delivery-drop-off = ✖️ { $n }. Nichts zu bringen
delivery-shared-place = der Ort auf der Karte
delivery-window = 🕑 Gewünscht { $day }{ $part ->
    [morning] {" "}vormittags
    [afternoon] {" "}nachmittags
    [evening] {" "}abends
   *[any] {""}
}
delivery-cash = 💶 Nimm an der Tür { $amount } in bar.
delivery-ready = 📦 { $seller } hat seinen Teil von { $code } gepackt.
delivery-cancelled = ✖️ Die Lieferung { $code } ist storniert. Es gibt nichts abzuholen.
delivery-not-packed = Dieser Teil ist noch nicht gepackt. Ich sage dir Bescheid.
delivery-stops-open = { $open ->
    [one] Eine Abholung ist noch offen.
   *[other] { $open } Abholungen sind noch offen.
} Hol zuerst alles ab.
carrier-nothing-waits = Auf dich warten keine Lieferungen. Neue kommen von selbst.
button-picked-up = 📦 Bei { $seller } abgeholt
button-delivered = 🏠 Geliefert{ $cash ->
    [none] {""}
   *[other] , { $cash } kassiert
}
button-map = 🗺 Auf der Karte zeigen
button-nobody-there = Niemand da
