# Rounds of inquiries and proposals.
round-head = { $state ->
    [open] <b>{ $answered ->
        [one] { $answered } von { $asked } Läden hat geantwortet
       *[other] { $answered } von { $asked } Läden haben geantwortet
    }</b> · offen bis { $until }
    [dropped] <s>{ $answered ->
        [one] { $answered } von { $asked } Läden hat geantwortet
       *[other] { $answered } von { $asked } Läden haben geantwortet
    }.</s> Zurückgezogen, weil sich deine Liste geändert hat.
   *[closed] <b>{ $answered ->
        [one] { $answered } von { $asked } Läden hat geantwortet
       *[other] { $answered } von { $asked } Läden haben geantwortet
    }.</b> { $waits ->
        [0] Diese Runde ist geschlossen.
       *[other] Die anderen können noch bis { $until } antworten; dann ändere ich den Vorschlag.
    }
}
round-open-note = Diese Nachricht ändere ich, wenn Antworten kommen. Wenn alle geantwortet haben oder die Zeit um ist, schlage ich vor, was du wo kaufst.
round-more-lines = … und { $more } mehr
round-outlook = { $at_list ->
    [0] Nach den Angeboten bisher
   *[other] { $offered ->
        [0] Etwa
       *[other] Nach den Angeboten bisher und Listenpreisen für { $at_list } noch offene,
    }
} <b>{ $total }</b>{ $offered ->
    [0] {" "}zu den heutigen Listenpreisen
   *[other] {""}
}{ $collects ->
    [yes] {""}
   *[no] , mit Lieferung
}, von { $sellers ->
    [one] einem Laden
   *[other] { $sellers } Läden
}.{ $missing ->
    [0] {""}
    [one] {" "}Eine Zeile bietet niemand an.
   *[other] {" "}{ $missing } Zeilen bietet niemand an.
}
round-outlook-none = Bisher keine Angebote.
round-no-offer-yet = Noch hat niemand etwas angeboten. Die Runde ist bis { $until } offen; ich melde mich, sobald Antworten kommen.
round-seller = { $state ->
    [sent] ⏳ { $seller }: nach { $asked } { $asked ->
        [one] Zeile
       *[other] Zeilen
    } gefragt
    [declined] ✖️ { $seller }: diesmal nichts
    [unreachable] 🚫 { $seller }: nicht zu erreichen
   *[lapsed] ➖ { $seller }: keine Antwort
}
round-seller-quoted = ✅ { $seller }: { $offered } von { $asked } Zeilen, { $total }, bereit { $day }{ $pickup ->
    [yes] , <b>nur zum Abholen</b>
   *[no] {""}
}
round-none = Die Läden sind noch nicht gefragt. Tipp unter deiner Liste auf „Läden fragen“.
round-still-open = Bis { $until } kommen noch Antworten. Tipp auf „Zeigen, was da ist“ für einen Vorschlag daraus; spätere Antworten zählen noch.
ask-without-whom = Einen Laden „{ $what }“ kenne ich nicht, deshalb habe ich noch niemanden gefragt. Schreib zum Beispiel „frag alle außer Feinkost Marini“.
round-is-out = Die Läden beantworten gerade diese Liste. Tipp darunter auf „Liste ändern“, oder schreib, was wegfällt, zum Beispiel „kein Basilikum“.
round-nothing-needed = Auf deiner Liste ist nichts angehakt, es gibt also nichts zu fragen. Hak zuerst an, was du brauchst.
round-nobody-sells = Nichts davon verkauft hier jemand: { $names }. Ändere die Liste, oder schick eine andere Seite.
round-priority-kept = Wenn die Runde schließt, schlage ich { $priority ->
    [cheapest] das insgesamt Günstigste
    [soonest] das Schnellste
    [fewest-sellers] möglichst wenige Läden
    [nearest] die nächsten Läden
   *[other] danach
} vor.
round-nobody-answered = Diesmal hat niemand etwas angeboten. Frag noch einmal, oder ändere die Liste.
button-close-round = Zeigen, was da ist
button-show-proposal = Den Vorschlag zeigen
button-change-list = ✏️ Liste ändern
button-ask-again = 🔁 Noch einmal fragen
priority = { $priority ->
    [cheapest] insgesamt am günstigsten
    [soonest] am schnellsten
    [fewest-sellers] möglichst wenige Läden
    [nearest] am nächsten
    [favourites] Lieblingsläden
   *[least-waste] am wenigsten übrig
}
priority-short = { $priority ->
    [cheapest] 💶 Am günstigsten
    [soonest] ⏱ Am schnellsten
    [fewest-sellers] 🛍 Wenige Läden
    [nearest] 📍 Am nächsten
    [favourites] ⭐ Lieblingsläden
   *[least-waste] ♻️ Wenig übrig
}
proposal-title = <b>Mein Vorschlag</b> · { $priority }
proposal-seller = <b>{ $seller }</b> · bereit { $day }
proposal-line = • { $packs } × { $item } — { $price }{ $note ->
    [part] {" "}<i>(nur { $packs } von { $asked } Packungen, die du brauchst)</i>
    [customary-size] {" "}<i>(für { $need }, nach üblichen Gewichten{ $leftover ->
        [none] {""}
       *[other] ; etwa { $leftover } übrig
    })</i>
    [converted] {" "}<i>({ $need } sind etwa { $used }{ $leftover ->
        [none] {""}
       *[other] ; etwa { $leftover } übrig
    })</i>
    [within-tolerance] {" "}<i>(für { $need }: so gut wie dasselbe)</i>
    [amount-open] {" "}<i>(ohne Mengenangabe, darum eine Packung)</i>
    [one-pack-each] {" "}<i>(für { $need }: je eine Packung, gleich wie groß)</i>
    [size-unknown] {" "}<i>(für { $need }: die Größe steht nicht dabei, bitte prüfen)</i>
    [trace] {" "}<i>(du brauchst nur eine Spur davon{ $leftover ->
        [none] {""}
       *[other] ; etwa { $leftover } übrig
    })</i>
   *[none] { $leftover ->
        [none] {""}
       *[other] {" "}<i>({ $leftover } übrig)</i>
    }
}{ $hand ->
    [yes] {" "}✋
   *[no] {""}
}
proposal-line-substitute = • { $packs } × { $substitute } <i>statt { $name }</i> — { $price }{ $open ->
    [yes] {" "}❓
   *[no] {" "}✅
}
proposal-fee = Lieferung von hier: { $fee }
proposal-fee-free = Lieferung von hier: kostenlos
proposal-missing = Bietet niemand an: { $names }
proposal-not-heard = ⏳ Noch keine Antwort von: { $sellers }. Was sie bis { $until } anbieten, zählt noch.
proposal-total = <b>Summe { $total }</b> (Waren { $goods }, Lieferung { $fees })
proposal-held-back = ⚠️ { $names }: { $seller } bietet { $count ->
    [one] es
   *[other] sie
} an{ $minimum ->
    [none] , dort kaufst du so aber nichts. Verschieb die Zeile dorthin, wenn du es doch willst
   *[other] , verkauft aber erst ab { $minimum }{ $lacks ->
        [none] {""}
       *[other] , und dazu fehlen { $lacks }
    }. Nimm dort mehr Zeilen, füg etwas hinzu, oder verzichte darauf
}.
proposal-nothing-without = Sonst hat niemand etwas angeboten, ohne { $seller } gibt es also nichts zu bestellen. Der Vorschlag bleibt, wie er ist.
proposal-pick-up = { $seller } bietet nur zum Abholen an und zählt hier deshalb nicht. Wenn du bei einer Bestellung „Abholen“ wählst, zähle ich solche Angebote beim nächsten Mal mit.
proposal-withdrawn = Dieser Vorschlag gilt nicht mehr: Die Liste wurde geändert.
proposal-none = Niemand hat etwas angeboten, das du brauchst. Ändere die Liste, oder frag später noch einmal.
proposal-ordered = Dieser Vorschlag ist schon bestellt. Siehe /track.
proposal-gone = Diese Runde wurde zurückgezogen, als sich die Liste änderte. Tipp noch einmal auf „Läden fragen“.
proposal-which-seller = Einen Laden „{ $what }“ sehe ich unter den Antworten nicht.
proposal-not-used = Von { $seller } wird ohnehin nichts gekauft.
proposal-not-offered = { $seller } hat das nicht angeboten.
proposal-there-already = Das wird schon bei { $seller } gekauft.
why-title = <b>Warum so</b>
why-cheapest = Das ist insgesamt am günstigsten{ $collects ->
    [yes] {""}
   *[no] , Lieferung mitgerechnet
}.
why-only = { $seller } hat als Einziger etwas angeboten.
why-soonest = Alles ist { $day } bereit; schneller geht es nicht.
why-fewest-sellers = { $sellers ->
    [one] Ein Laden hat alles, was angeboten wird.
   *[other] Es braucht { $sellers } Läden; weniger decken nicht so viel ab.
}
why-nearest = Das sind die nächsten Läden, die deine Liste abdecken.
why-favourites = So viel wie möglich kommt aus deinen Lieblingsläden.
why-least-waste = So bleibt am wenigsten übrig.
why-by-hand = Du hast Zeilen von Hand verschoben, es ist also nicht ganz, was ich gewählt hätte{ $more ->
    [none] {""}
   *[other] : Das wäre { $more } günstiger
}.
why-other = { $priority }: { $total } von { $sellers ->
    [one] einem Laden
   *[other] { $sellers } Läden
}, bereit { $day }.
why-not = <b>{ $seller }</b>:
why-not-missing = hat kein { $names }{ $more ->
    [0] {""}
   *[other] {" "}und { $more } mehr nicht
}
why-not-dearer = { $amount } teurer für dieselben Zeilen
why-not-fee = { $amount } mehr für die Lieferung
why-not-minimum = verkauft erst ab { $minimum }
why-not-cheaper = { $amount } günstiger für dieselben Zeilen, aber nicht insgesamt
why-not-farther = { $metres } m weiter weg
proposal-below-minimum = ⚠️ { $seller } verkauft ab { $minimum }. Verschieb mehr Zeilen dorthin, oder diese woandershin.
why-not-later = { $days ->
    [one] einen Tag
   *[other] { $days } Tage
} später bereit
why-not-excluded = diesen Laden hast du ausgeschlossen
why-not-used = gehört zum Vorschlag
why-not-whole = der Vorschlag käme mit diesem Laden auf { $amount } mehr
why-not-even = bietet für diese Zeilen nichts Besseres
compare-same = Alle Wege führen zur selben Wahl.
compare-title = <b>Nebeneinander</b>
compare-row = { $n }. { $priority }: <b>{ $total }</b> · { $sellers ->
    [one] 1 Laden
   *[other] { $sellers } Läden
} · bereit { $day }{ $missing ->
    [0] {""}
   *[other] {" "}· { $missing } fehlen
}{ $now ->
    [yes] {" "}← jetzt
   *[no] {""}
}
list-reopened-to-change = Ich habe die Anfragen an die Läden zurückgezogen. Ändere, was du möchtest, und frag dann noch einmal.
proposal-not-any-more = { $name } bietet niemand mehr an.
move-which = Welche Zeile soll ich verschieben?
move-not-bought = nicht gekauft
move-done = ✋ { $name } kommt jetzt von { $seller }.
move-to = <b>{ $name }</b>: von wem?
move-one = Nur { $seller } bietet { $name } an.
move-offer = { $now ->
    [yes] ●{" "}
   *[no] {""}
}{ $instead ->
    [none] {""}
   *[other] ↔️ { $instead } ·{" "}
}{ $seller } · { $price }
button-move = ✋ Zeile verschieben
button-why = ❓ Warum?
button-compare = ⚖️ Vergleichen
button-order = 🛒 Das bestellen
button-back = ‹ Zurück
