# What sellers see.
inquiry-title = <b>Anfrage { $code }</b> an { $seller } · Antwort bis { $until }
inquiry-line = <b>{ $n }.</b> { $packs } × { $item }{ $need ->
    [none] {""}
   *[other] {" "}<i>(gebraucht: { $need })</i>
} — { $price }
inquiry-example = { $lines ->
    [one] „{ $price }, morgen“
    [two] „{ $first } { $price }, { $numbered ->
        [yes] { $last } nein
       *[no] ohne { $last }
    }, morgen“
   *[other] „{ $first } { $price }, { $numbered ->
        [yes] { $last } nein
       *[no] ohne { $last }
    }, Rest ok, morgen“
}
inquiry-state = { $state ->
    [open] Summe zu deinen Listenpreisen: <b>{ $total }</b>. Tipp, um genau das anzubieten, oder antworte in Worten: { $example }
    [answered] ✅ Das ist dein Angebot. Antworte auf diese Nachricht, um es bis zur Frist zu ändern.
    [declined] ✖️ Du hast abgelehnt. Bis zur Frist kannst du noch anbieten.
    [answered-closed] ✅ Das ist dein Angebot. Die Runde ist geschlossen; wirst du gewählt, bekommst du eine Packliste.
    [declined-closed] ✖️ Du hast abgelehnt. Die Runde ist geschlossen.
    [withdrawn] ➖ Zurückgezogen: Die Kundschaft hat die Liste geändert. Nichts zu tun.
   *[closed] ➖ Ohne deine Antwort geschlossen.
}
readback-title = <b>Ist das dein Angebot für { $code }?</b>
readback-line = { $n }. { $packs } × { $item }{ $instead ->
    [yes] {" "}<i>statt { $name }</i>
   *[no] {""}
} — { $price }
readback-line-no = { $n }. <s>{ $item }</s> nicht angeboten
readback-when = { $pickup ->
    [yes] Nur zum Abholen
   *[no] Bereit { $day }
}{ $valid ->
    [none] {""}
   *[other] , gültig bis { $valid }
}
readback-total = <b>Summe { $total }</b>. Es gilt erst, wenn du auf „Stimmt“ tippst.
quote-bound = ✅ Dein Angebot über { $total } für { $code } ist bei der Kundschaft. { $open ->
    [yes] Bis { $until } kannst du es ändern: Antworte einfach noch einmal auf die Anfrage.
   *[no] Die Runde ist geschlossen; wirst du gewählt, bekommst du eine Packliste.
}
quote-declined = ✖️ { $code } abgelehnt. Danke fürs Bescheidsagen.
quote-discarded = Für { $code } wurde nichts geschickt. Schreib noch einmal, wie es sein soll, oder tipp oben auf das Angebot.
quote-stands = Geändert wurde nichts: Dein früheres Angebot für { $code } steht. Schreib noch einmal, wie es sein soll.
quote-colleague = Jemand aus deinem Laden beantwortet { $code } gerade neu, deshalb gilt das hier nicht mehr.
quote-not-confirmed = { $code } wurde geschlossen, bevor das bestätigt war; es wurde nicht geschickt.
readback-decline = <b>Für { $code } nichts von dir?</b> Wenn das stimmt, tipp auf den Knopf. Wenn nicht, schreib noch einmal.
quote-gone = Das ist nicht mehr der neueste Stand. Schau auf den neuesten, oder schreib noch einmal.
quote-too-late = Die Anfrage { $code } ist geschlossen, deine Antwort ließ sich nicht mehr annehmen. Die nächste kommt von selbst.
quote-unclear = Da bin ich nicht sicher. { $what }{ $more ->
    [0] {""}
   *[other] {" "}(Danach ist noch mehr zu fragen: { $more }.)
} Geschickt wurde nichts. Antworte nur darauf, oder schreib alles noch einmal, zum Beispiel „1: 3,20, 2: nein, Rest ok, morgen“.
quote-not-read = Darin finde ich weder Preis noch Zeile. Geschickt wurde nichts. Schreib zum Beispiel „1: 3,20, 2: nein, Rest ok, morgen“, oder tipp oben auf das Angebot.
unclear = { $reason ->
    [nothing-read] Darin finde ich keinen Preis und keine Zeile.
    [which-line] Zu welcher Zeile gehört „{ $words }“?
    [unknown-name] „{ $words }“ steht nicht in dieser Anfrage.
    [unknown-line] So eine Zeile gibt es nicht: „{ $words }“.
    [two-prices] Für Zeile { $line } stehen da zwei Preise: „{ $words }“.
    [one-price-for-several] Gilt „{ $words }“ für jede davon oder für alle zusammen?
    [no-price] Für Zeile { $line } fehlt ein Preis.
    [vague-price] „{ $words }“ ist kein genauer Preis.
    [odd-price] Der Preis „{ $words }“ kann nicht stimmen.
    [other-currency] „{ $words }“ ist eine andere Währung als in der Anfrage.
    [plus-tax] „{ $words }“: Hier gelten Preise mit Steuer. Wie viel ist es mit Steuer? Der Satz reicht auch: „19 %“.
    [total-differs] Die Summe passt nicht zu den einzelnen Preisen.
    [which-quantity] Wie viel ist „{ $words }“?
    [which-unit] Gilt „{ $words }“ für eins oder für alles davon?
    [yes-and-no] „{ $words }“ sagt zu derselben Zeile ja und nein.
    [which-date] Welchen Tag meinst du mit „{ $words }“?
    [how-many-lines] Es sind mehr oder weniger Preise als Zeilen: „{ $words }“.
    [rest-open] „{ $words }“ sagt nichts zu den anderen Zeilen. Bietest du sie an?
   *[what-discount] Worauf bezieht sich „{ $words }“?
}
quote-delivery-fee = Zur Lieferung: { $terms ->
    [pickup] Dein Angebot ist nur zum Abholen, { $said ->
        [none] die kostenlose Lieferung, von der du schreibst, gehört also nicht dazu.
       *[other] die { $said } von dir werden also nicht berechnet.
    }
    [same] { $due ->
        [none] Sie ist kostenlos
       *[other] Der Kunde zahlt { $due } dafür
    }, wie du schreibst und wie es bei den Bedingungen dieses Ladens steht.
   *[other] Dieser Laden liefert { $due ->
        [none] kostenlos
       *[other] für { $due }
    }, so steht es bei seinen Bedingungen. { $said ->
        [none] Du schreibst, dass sie nichts weiter kostet, der Kunde zahlt das aber zusätzlich. Soll das nicht sein, zieh es von einem Preis ab und schreib noch einmal.
       *[other] Die { $said } von dir kommen nicht dazu. Sollen sie zählen, nimm sie in einen Preis und schreib noch einmal.
    }
}
quote-conditions = Nicht übernommen, denn die Preise gelten so, wie sie hier stehen, und die Lieferung kostet, was bei den Bedingungen des Ladens steht: „{ $words }“. Soll es zählen, schreib die Preise entsprechend.
seller-cannot-read = { $what ->
    [photo] Von einem Foto kann ich keine Preise ablesen.
    [voice] Sprachnachrichten kann ich nicht hören.
    [file] Aus einer Datei kann ich keine Preise lesen.
   *[other] Das kann ich nicht lesen.
} Geschickt wurde nichts. Schreib die Preise in eine Zeile, zum Beispiel „1: 3,20, 2: nein, Rest ok, morgen“ (das Mikrofon auf deiner Tastatur tippt, was du sagst), oder tipp oben auf das Angebot.
seller-nothing-waits = Auf dich wartet nichts. Anfragen kommen von selbst.
seller-no-inquiry = Es gibt keine offene Anfrage. Die nächste kommt von selbst.
seller-which-inquiry = Für welche Anfrage ist „{ $said }“? Tipp sie an, dann lese ich es als deine Antwort. (Beim nächsten Mal antworte auf die, die du meinst: wischen, oder lange drücken und „Antworten“.)
seller-any-inquiry = Ich bin nicht sicher, worum es bei „{ $said }“ geht. { $inquiries ->
    [one] Wenn es um diese Anfrage geht, tipp sie an, dann lese ich es als deine Antwort.
   *[other] Wenn es um eine dieser Anfragen geht, tipp sie an, dann lese ich es als deine Antwort.
} Geschickt wurde nichts.
button-as-listed = ✅ Wie gelistet anbieten: { $total }
button-decline = ✖️ Diesmal nichts
button-take-back = ✖️ Angebot zurücknehmen
button-decline-sure = ✖️ Ja, diesmal nichts
button-quote-right = ✅ Stimmt
button-quote-wrong = ✏️ Stimmt nicht
