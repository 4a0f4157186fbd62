# What sellers see.
inquiry-title = <b>Anfrage { $code }</b> an { $seller } · Antwort bis { $until }
inquiry-line = <b>{ $n }.</b> { $packs } × { $item }{ $need ->
    [none] {""}
   *[other] {" "}<i>(gebraucht: { $need })</i>
} — { $price }
inquiry-example = { $lines ->
    [one] „{ $price }, morgen“
    [two] „{ $first } { $price }, kein { $last }, morgen“
   *[other] „{ $first } { $price }, kein { $last }, Rest ok, morgen“
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
    [total-differs] Die Summe passt nicht zu den einzelnen Preisen.
    [which-quantity] Wie viel ist „{ $words }“?
    [which-unit] Gilt „{ $words }“ für eins oder für alles davon?
    [yes-and-no] „{ $words }“ sagt zu derselben Zeile ja und nein.
    [which-date] Welchen Tag meinst du mit „{ $words }“?
    [how-many-lines] Es sind mehr oder weniger Preise als Zeilen: „{ $words }“.
   *[what-discount] Worauf bezieht sich „{ $words }“?
}
seller-nothing-waits = Auf dich wartet nichts. Anfragen kommen von selbst.
seller-no-inquiry = Es gibt keine offene Anfrage. Die nächste kommt von selbst.
seller-which-inquiry = Mehrere Anfragen sind offen: { $codes }. Antworte auf die, die du meinst (wischen, oder lange drücken und „Antworten“).
button-as-listed = ✅ Wie gelistet anbieten: { $total }
button-decline = ✖️ Diesmal nichts
button-take-back = ✖️ Angebot zurücknehmen
button-decline-sure = ✖️ Ja, diesmal nichts
button-quote-right = ✅ Stimmt
button-quote-wrong = ✏️ Stimmt nicht
