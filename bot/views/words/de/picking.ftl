# Pick lists: what sellers see of orders.
pick-title = <b>Packliste { $code }</b> · bereit bis { $day }
pick-line = { $done ->
    [yes] ✅
   *[no] ⬜️
} <b>{ $packs } ×</b> { $title }{ $instead ->
    [none] {""}
   *[other] {" "}<i>(statt { $instead })</i>
} · <code>{ $place }</code>
pick-state = { $state ->
    [to-pick] In der Reihenfolge der Regale (Gang-Feld-Fach). Hak ab, was in der Kiste ist, dann melde es als gepackt.
    [packed] { $handover ->
        [collect] 📦 Gepackt. Die Kundschaft holt es mit diesem Code ab.
       *[delivery] 📦 Gepackt. Der Kurier holt es mit diesem Code ab.
    }
    [with-carrier] 🚲 Beim Kurier.
    [delivered] ✅ Geliefert.
    [collected] ✅ Abgeholt.
    [cancelled] ✖️ Storniert. Bitte räum die Waren zurück.
   *[draft] …
}{ $due ->
    [none] {""}
   *[other] {" "}<b>An der Kasse zu zahlen: { $due }.</b>
}
pick-not-all = { $open ->
    [one] Eine Zeile ist noch nicht abgehakt.
   *[other] { $open } Zeilen sind noch nicht abgehakt.
} Hak sie zuerst ab, oder tipp auf „Alles gepackt“.
pick-over = Die Packliste { $code } ist { $cancelled ->
    [yes] storniert. Bitte räum die Waren zurück.
   *[no] schon gepackt; geändert wurde nichts.
}
seller-much-waits = { $parts ->
    [0] {""}
    [one] Eine Packliste wartet.{" "}
   *[other] { $parts } Packlisten warten.{" "}
}{ $inquiries ->
    [0] {""}
    [one] Eine Anfrage wartet.
   *[other] { $inquiries } Anfragen warten.
} Die ersten { $shown }:
pick-cancelled = ✖️ Die Bestellung { $code } wurde storniert. Falls du schon etwas herausgesucht hast, räum es bitte zurück.
pick-wrong-handover = Diese Bestellung wird geliefert, nicht an der Kasse abgeholt.
button-pick-all = Alles gepackt
button-packed = 📦 Fertig gepackt
button-collected = ✅ Übergeben
