# Orders: completing, paying, tracking.
checkout-title = <b>Deine Bestellung { $code }</b>
checkout-from = { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
} von { $sellers }
checkout-deliver = 🏠 Lieferung an { $address }
checkout-deliver-where = 🏠 Lieferung: <b>wohin?</b>
checkout-collect = 🛍 Du holst ab bei { $places }
checkout-window-open = 🕑 Sobald alles bereit ist: { $day }
checkout-window = 🕑 { $day }{ $part ->
    [morning] {" "}vormittags
    [afternoon] {" "}nachmittags
    [evening] {" "}abends
   *[any] {""}
}{ $late ->
    [yes] {" "}— ⚠️ nicht alles ist vor { $ready } bereit
   *[no] {""}
}
checkout-pay = { $pay_by ->
    [card] 💳 Jetzt mit Karte
    [cash] 💶 Bar an der Tür
    [at-shop] 🏪 Zahlung im Laden
   *[open] 💳 Zahlung: <b>wie?</b>
}
checkout-total = <b>Summe { $total }</b>
checkout-lacks = { $what ->
    [address] Es fehlt noch: die Adresse.
   *[pay-by] Es fehlt noch: wie du bezahlen möchtest.
}
checkout-none = Es gibt noch keinen Vorschlag zum Bestellen. Schick mir zuerst einen Link oder eine Liste.
checkout-how-to-pay = Wie möchtest du bezahlen? Wähl Karte oder bar an der Tür (oder im Laden, wenn du abholst).
checkout-below-minimum = { $seller } verkauft ab { $minimum }. Verschieb mehr Zeilen dorthin, oder diese woandershin.
checkout-offer-lapsed = Das Angebot von { $seller } galt bis { $day }, deshalb kann ich es nicht mehr bestellen. Bestellt wurde nichts. Nimm die Liste zurück und frag die Läden noch einmal, oder verschieb diese Zeilen zu einem anderen Laden.
checkout-counter-only = { $seller } bietet nur zum Abholen an. Bestellt wurde nichts. Wähl „Abholen“, oder verschieb diese Zeilen zu einem anderen Laden.
checkout-changed = Der Vorschlag hat sich inzwischen geändert. Hier ist deine Bestellung, wie sie jetzt ist: Schau sie an und bestell noch einmal.
checkout-out-of-stock = { $item } ist gerade ausgegangen: { $left ->
    [0] Es ist nichts mehr da
    [one] Eine Packung ist noch da
   *[other] { $left } Packungen sind noch da
}, du brauchst { $wanted }. Bestellt wurde nichts. Verschieb diese Zeile zu einem anderen Laden, oder lass sie weg.
checkout-no-carrier = Kein Lieferdienst kann diese Waren mitnehmen (zu lang, zu schwer oder zu kalt). Bestellt wurde nichts. Wähl „Abholen“ und bestell noch einmal.
ask-address = Wohin soll geliefert werden? Schreib Straße, Hausnummer, Postleitzahl und Ort, oder teil deinen Standort. Läden sehen das nie, nur der Kurier.
address-taken = Notiert. Das sieht nur der Kurier.
address-kept = Notiert, diese Adresse nehme ich für deine nächste Bestellung. Nur der Kurier sieht sie.
address-shared-place = der geteilte Standort
address-no-street = Ich brauche eine Straße in der Adresse, damit der Kurier dich findet. Zum Beispiel „Gartenweg 14, 99955 Lindenau“.
address-before-note = Sag mir zuerst die Adresse, dann, was der Kurier wissen soll.
address-no-number = Ich brauche eine Hausnummer in der Adresse. Zum Beispiel „Gartenweg 14, 99955 Lindenau“.
window-which = Wann soll die Bestellung { $code } kommen?
window-not-a-day = An so einem Tag kann ich nicht liefern. Welcher soll es sein? Zum Beispiel „morgen Abend“ oder „Dienstag“.
window-not-that-day = { $day } geht nicht. Wähl einen Tag innerhalb des nächsten Monats.
button-day-part = { $day } { $part ->
    [morning] vormittags
    [afternoon] nachmittags
   *[evening] abends
}
button-deliver = 🏠 Liefern
button-collect = 🛍 Abholen
button-address = 📍 Adresse angeben
button-other-address = 📍 Andere Adresse
button-pay-card = 💳 Karte
button-pay-cash = 💶 Bar an der Tür
button-pay-at-shop = 🏪 Im Laden
button-window = 🕑 Wann …
button-place-order = ✅ Bestellen
button-share-location = 📍 Standort teilen
button-pay-otherwise = { $pay_by ->
    [cash] 💶 Lieber bar
   *[at-shop] 🏪 Lieber im Laden
}
button-pay-now = 💳 { $total } bezahlen
button-i-have-paid = Ich habe bezahlt
button-cancel-order = Bestellung stornieren
button-cancel-yes = Ja, stornieren
button-cancel-no = Nein, behalten
pay-opening = Bestellung { $code }: Ich öffne die Kartenseite. Einen Moment …
pay-open = Die Bestellung <b>{ $code }</b> ist für dich zurückgelegt. Bezahl { $total } bis { $until }, dann geht sie an die Läden.
pay-failed = Die Kartenseite für die Bestellung { $code } ließ sich nicht öffnen{ $failure ->
    [declined] : Die Bank hat abgelehnt
    [unreachable] : Die Bank ist nicht zu erreichen
   *[other] {""}
}. Abgebucht wurde nichts, bestellt ist noch nichts. Wähl, wie du bezahlst, und bestell noch einmal.
pay-looking = Ich habe die Bank nach der Bestellung { $code } gefragt. Wenn du bezahlt hast, sage ich es dir gleich; kommt nichts, tipp noch einmal auf „bezahlen“.
pay-no-cards = Karten gehen hier gerade nicht. Wähl bar an der Tür, oder hol ab und bezahl im Laden.
pay-late = Deine Zahlung für die Bestellung { $code } kam, als sie schon verfallen war. { $amount } gehen auf deine Karte zurück.
pay-refunded = { $amount } der Bestellung { $code } sind auf deine Karte zurückgeschickt.
order-title = <b>Bestellung { $code }</b> · { $state ->
    [confirmed] bestätigt
    [done] abgeschlossen
    [cancelled] storniert
    [lapsed] verfallen
    [awaiting-payment] wartet auf deine Zahlung
   *[draft] noch nicht aufgegeben
}
order-part = <b>{ $seller }</b>: { $state ->
    [to-pick] stellt zusammen, bereit { $day }
    [packed] gepackt
    [with-carrier] beim Kurier
    [delivered] geliefert
    [collected] abgeholt
    [cancelled] storniert
   *[draft] wartet
}{ $code ->
    [none] {""}
   *[other] {" "}· Code <code>{ $code }</code>
}
order-line = • { $packs } × { $title }{ $instead ->
    [none] {""}
   *[other] {" "}<i>(statt { $instead })</i>
}
order-delivery = { $state ->
    [assigned] 🚲 Der Kurier holt es ab, sobald es gepackt ist.
    [collecting] 🚲 Der Kurier holt es gerade ab.
    [under-way] 🚲 Der Kurier ist auf dem Weg zu dir.
    [delivered] 🚲 Geliefert.
    [failed] 🚲 Der Kurier hat dich nicht angetroffen. Er versucht es noch einmal.
   *[cancelled] 🚲 Die Lieferung ist storniert.
}
order-cash = Halt bitte { $amount } in bar bereit.
order-total = Summe { $total } · { $paid ->
    [paid] bezahlt
    [refunded] erstattet
    [off] nicht abgebucht
    [cash] bar an der Tür
    [at-shop] Zahlung im Laden
   *[other] noch nicht bezahlt
}
order-confirmed = 🎉 Die Bestellung <b>{ $code }</b> ist bestätigt{ $paid ->
    [none] {""}
   *[other] , { $paid } sind bezahlt
}. Ich melde jeden Schritt; frag jederzeit „Wo ist meine Bestellung?“.
order-lapsed = Die Bestellung { $code } wurde nicht rechtzeitig bezahlt, deshalb ist sie verfallen. Abgebucht wurde nichts. Dein Vorschlag ist noch da: Bestell gern noch einmal.
order-cancelled = Die Bestellung { $code } ist storniert.{ $refund ->
    [yes] {" "}Dein Geld ist auf dem Rückweg.
   *[no] {" "}Abgebucht wurde nichts.
} Dein Vorschlag ist noch da.
order-collected = ✅ Den Teil von { $seller } hast du abgeholt.
order-done = Die Bestellung <b>{ $code }</b> ist vollständig. Viel Freude damit!
order-packed = 📦 { $seller } hat seinen Teil der Bestellung { $code } gepackt.
order-packed-collect = 📦 Bei { $seller } liegt es bereit. Zeig den Code <b>{ $part }</b> in { $street } ({ $hours }).
order-with-carrier = 🚲 Der Kurier hat den Teil von { $seller } abgeholt.
order-under-way = 🚲 Der Kurier ist mit der Bestellung { $code } auf dem Weg zu dir.{ $cash ->
    [none] {""}
   *[other] {" "}Halt bitte { $cash } in bar bereit.
}
order-delivered = 🏠 Die Bestellung <b>{ $code }</b> ist geliefert. Viel Freude damit!
order-delivery-failed = 🚲 Der Kurier hat für die Bestellung { $code } niemanden angetroffen. Er versucht es noch einmal. Wenn mit der Adresse etwas nicht stimmt, sprich mit einem Menschen.
order-cancel-sure = Die Bestellung { $code } stornieren?{ $paid ->
    [yes] {" "}Was du bezahlt hast, bekommst du zurück.
   *[no] {""}
}
order-cannot-cancel = Die Bestellung { $code } ist schon gepackt und lässt sich nicht mehr stornieren.
order-none-to-cancel = Es gibt keine Bestellung, die sich stornieren ließe.
order-not-placed = Die Bestellung { $code } ist noch nicht aufgegeben, unterwegs ist also nichts. Hier ist sie:
order-none = Du hast noch keine Bestellungen. Schick mir einen Link zu einem Rezept oder einer Anleitung, um anzufangen.
order-placed = Die Bestellung { $code } ist aufgegeben, ihre Liste lässt sich nicht mehr ändern. Stornieren geht, solange nichts gepackt ist (/track zeigt sie). Für Neues schick einen Link oder eine Liste.
order-unknown = Eine Bestellung { $code } von dir finde ich nicht. /track zeigt deine Bestellungen.
order-past = Die Bestellung { $code } { $state ->
    [done] ist abgeschlossen
    [cancelled] wurde storniert
    [lapsed] wurde nicht rechtzeitig bezahlt und ist verfallen
   *[confirmed] ist schon aufgegeben
}, dieser Knopf wirkt deshalb nicht mehr. /track zeigt deine Bestellungen, /proposal deinen letzten Vorschlag.
