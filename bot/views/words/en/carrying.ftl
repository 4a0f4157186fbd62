# What carriers see.
delivery-title = <b>Delivery { $code }</b> · { $state ->
    [assigned] new
    [collecting] collecting
    [under-way] under way
    [delivered] delivered
    [failed] nobody was there
   *[cancelled] cancelled
}
delivery-pick-up = { $done ->
    [yes] ✅
   *[no] { $packed ->
        [yes] 📦
       *[no] ⏳
    }
} { $n }. Pick up at <b>{ $seller }</b>, { $street } · code <code>{ $code }</code>{ $packed ->
    [yes] {""}
   *[no] {" "}<i>(not packed yet)</i>
}
delivery-drop = { $done ->
    [yes] ✅
   *[no] 🏠
} { $n }. Bring to <b>{ $name }</b>, { $address }
delivery-drop-done = ✅ { $n }. Brought to the door
delivery-drop-off = ✖️ { $n }. Nothing to bring
delivery-shared-place = the place on the map
delivery-window = 🕑 Wanted { $day }{ $part ->
    [morning] {" "}in the morning
    [afternoon] {" "}in the afternoon
    [evening] {" "}in the evening
   *[any] {""}
}
delivery-cash = 💶 Take { $amount } in cash at the door.
delivery-ready = 📦 { $seller } has packed its part of { $code }.
delivery-cancelled = ✖️ Delivery { $code } is cancelled. There's nothing to pick up.
delivery-not-packed = That part isn't packed yet. I'll tell you when it is.
delivery-stops-open = { $open ->
    [one] One pick-up is still open.
   *[other] { $open } pick-ups are still open.
} Collect everything first.
carrier-nothing-waits = No deliveries wait for you. New ones come as a push.
button-picked-up = 📦 Picked up at { $seller }
button-delivered = 🏠 Delivered{ $cash ->
    [none] {""}
   *[other] , { $cash } taken
}
button-map = 🗺 Show on the map
button-nobody-there = Nobody there
