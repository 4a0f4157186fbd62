# What admins see.
admin-no-orders = Es gibt noch keine Bestellungen.
admin-orders-title = <b>{ $count ->
    [one] Eine Bestellung
   *[other] { $count } Bestellungen
}</b>
admin-order-line = <code>{ $code }</code> { $state } · { $total } · { $at } · { $sellers }
admin-history-title = <b>Bestellung { $code }</b> · { $state } · { $total }
admin-history-who = 👤 { $name } ({ $person }){ $reachable ->
    [no] {" "}⚠️ im Chat nicht zu erreichen
   *[yes] {""}
}
admin-history-payment = 💳 { $method ->
    [card] Karte
    [cash] Bar an der Tür
    [at-shop] Im Laden
   *[none] Noch keine Zahlung
}{ $state ->
    [none] {""}
    [requested] : Seite wird geöffnet
    [open] : noch nicht bezahlt
    [paid] : bezahlt
    [failed] : gescheitert
    [lapsed] : verfallen
    [cancelled] : storniert
    [late] : zu spät bezahlt, geht zurück
    [partly-refunded] : teilweise erstattet
   *[refunded] : erstattet
}
admin-history-part = 🏪 { $seller } <code>{ $code }</code>: { $state }, { $goods }{ $reachable ->
    [no] {" "}⚠️ im Chat nicht zu erreichen
   *[yes] {""}
}
admin-history-delivery = 🚲 { $carrier } <code>{ $code }</code>: { $state }{ $reachable ->
    [no] {" "}⚠️ im Chat nicht zu erreichen
   *[yes] {""}
}
admin-history-earlier = … { $count } früher
admin-history-line = <code>{ $at }</code> { $kind }{ $detail ->
    [none] {""}
   *[other] : { $detail }
}
admin-cannot-reach = ⚠️ { $name } ist im Chat nicht zu erreichen. Die Bestellung { $code } wartet darauf: bitte anrufen.
admin-refund-refused = ⚠️ Die Bank weigert sich, { $amount } der Bestellung { $code } zurückzuschicken. Der Betrag bleibt geschuldet: bitte darum kümmern.
order-state = { $state ->
    [draft] noch nicht aufgegeben
    [awaiting-payment] wartet auf Zahlung
    [confirmed] bestätigt
    [done] abgeschlossen
    [cancelled] storniert
   *[lapsed] verfallen
}
part-state = { $state ->
    [draft] nicht begonnen
    [to-pick] wird gepackt
    [packed] gepackt
    [with-carrier] beim Kurier
    [delivered] geliefert
    [collected] abgeholt
   *[cancelled] storniert
}
delivery-state = { $state ->
    [assigned] neu
    [collecting] wird abgeholt
    [under-way] unterwegs
    [delivered] geliefert
    [failed] niemand war da
   *[cancelled] storniert
}
order-own-track = Das ist für die Admins des Shops. /track zeigt deine Bestellungen.
order-which-code = { $code ->
    [none] Welche Bestellung? Schreib ihren Code dazu, zum Beispiel: /order 7KQ2M
   *[other] Welche Bestellung? „{ $code }“ finde ich nicht. Zum Beispiel: /order 7KQ2M
} (/orders zeigt alle.)
