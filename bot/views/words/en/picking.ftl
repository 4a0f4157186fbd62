# Pick lists: what sellers see of orders.
pick-title = <b>Pick list { $code }</b> · due { $day }
pick-line = { $done ->
    [yes] ✅
   *[no] ⬜️
} <b>{ $packs } ×</b> { $title }{ $instead ->
    [none] {""}
   *[other] {" "}<i>(instead of { $instead })</i>
} · <code>{ $place }</code>
pick-state = { $state ->
    [to-pick] In shelf order (aisle-bay-level). Tick off what's in the box, then mark it packed.
    [packed] { $handover ->
        [collect] 📦 Packed. The customer collects it with this code.
       *[delivery] 📦 Packed. The courier collects it with this code.
    }
    [with-carrier] 🚲 With the courier.
    [delivered] ✅ Delivered.
    [collected] ✅ Collected.
    [cancelled] ✖️ Cancelled. Put the goods back, please.
   *[draft] …
}{ $due ->
    [none] {""}
   *[other] {" "}<b>To be paid at the counter: { $due }.</b>
}
pick-not-all = { $open ->
    [one] One line isn't ticked off yet.
   *[other] { $open } lines aren't ticked off yet.
} Tick them off first, or tap “All picked”.
pick-over = Pick list { $code } is { $cancelled ->
    [yes] cancelled. Put the goods back, please.
   *[no] packed already; nothing was changed.
}
seller-much-waits = { $parts ->
    [0] {""}
    [one] One pick list waits.{" "}
   *[other] { $parts } pick lists wait.{" "}
}{ $inquiries ->
    [0] {""}
    [one] One inquiry waits.
   *[other] { $inquiries } inquiries wait.
} The first { $shown }:
pick-cancelled = ✖️ Order { $code } was cancelled. If you have picked something for it, put it back, please.
pick-wrong-handover = This order is delivered, not collected at the counter.
button-pick-all = All picked
button-packed = 📦 Packed
button-collected = ✅ Handed over
