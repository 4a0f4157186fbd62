# Orders: completing, paying, tracking.
checkout-title = <b>Your order { $code }</b>
checkout-from = { $count ->
    [one] 1 line
   *[other] { $count } lines
} from { $sellers }
checkout-deliver = 🏠 Delivered to { $address }
checkout-deliver-where = 🏠 Delivered: <b>where to?</b>
checkout-collect = 🛍 You collect at { $places }
checkout-window-open = 🕑 As soon as it's ready: { $day }
checkout-window = 🕑 { $day }{ $part ->
    [morning] {" "}in the morning
    [afternoon] {" "}in the afternoon
    [evening] {" "}in the evening
   *[any] {""}
}{ $late ->
    [yes] {" "}— ⚠️ not everything is ready before { $ready }
   *[no] {""}
}
checkout-pay = { $pay_by ->
    [card] 💳 Paid by card now
    [cash] 💶 Paid in cash at the door
    [at-shop] 🏪 Paid at the shop
   *[open] 💳 Paid: <b>how?</b>
}
checkout-total = <b>Total { $total }</b>
checkout-lacks = { $what ->
    [address] Still to say: the address.
   *[pay-by] Still to say: how you'd like to pay.
}
checkout-none = There's no proposal to order yet. Send me a link or a list first.
checkout-how-to-pay = How would you like to pay? Choose card, or cash at the door (or at the shop, if you collect).
checkout-below-minimum = { $seller } sells from { $minimum } on. Move more lines there, or move these elsewhere.
checkout-offer-lapsed = The offer of { $seller } was good until { $day }, so I can't order it any more. Nothing was ordered. Take the list back and ask the sellers again, or move these lines to another seller.
checkout-counter-only = { $seller } offers for pick-up at the counter only. Nothing was ordered. Choose “Collect”, or move these lines to another seller.
checkout-changed = The proposal has changed since. Here's your order as it is now: look it over and place it again.
checkout-out-of-stock = { $item } has just sold out: { $left ->
    [0] none is left
    [one] one pack is left
   *[other] { $left } packs are left
}, you need { $wanted }. Nothing was ordered. Move that line to another seller, or leave it out.
checkout-no-carrier = No delivery service can take these goods (too long, too heavy or too cold). Nothing was ordered. Choose “Collect” and place the order again.
ask-address = Where shall it be delivered? Write street, number, postcode and town, or share your location. Sellers never see it, only the courier does.
address-taken = Got it. Only the courier will see that.
address-kept = Got it, I'll use that address for your next order. Only the courier will see it.
address-shared-place = the place you shared
address-no-street = I need a street in that address, so that the courier finds you. For example “Gartenweg 14, 99955 Lindenau”.
address-before-note = Tell me the address first, then what the courier should know.
address-no-number = I need a house number in that address. For example “Gartenweg 14, 99955 Lindenau”.
window-which = When would you like order { $code }?
window-not-a-day = I can't deliver on such a day. Which one? For example “tomorrow evening” or “Tuesday”.
window-not-that-day = { $day } doesn't work. Choose a day within the next month.
button-day-part = { $day } { $part ->
    [morning] morning
    [afternoon] afternoon
   *[evening] evening
}
button-deliver = 🏠 Deliver
button-collect = 🛍 Collect
button-address = 📍 Give the address
button-other-address = 📍 Another address
button-pay-card = 💳 Card
button-pay-cash = 💶 Cash at the door
button-pay-at-shop = 🏪 At the shop
button-window = 🕑 When …
button-place-order = ✅ Place the order
button-share-location = 📍 Share my location
button-pay-otherwise = { $pay_by ->
    [cash] 💶 Cash instead
   *[at-shop] 🏪 At the shop instead
}
button-pay-now = 💳 Pay { $total }
button-i-have-paid = I've paid
button-cancel-order = Cancel the order
button-cancel-yes = Yes, cancel it
button-cancel-no = No, keep it
pay-opening = Order { $code }: I'm opening the card page. One moment …
pay-open = Order <b>{ $code }</b> is held for you. Pay { $total } until { $until } and it goes to the sellers.
pay-failed = The card page for order { $code } couldn't be opened{ $failure ->
    [declined] : the bank declined
    [unreachable] : the bank can't be reached
   *[other] {""}
}. Nothing was charged, and nothing is ordered yet. Choose how to pay and place the order again.
pay-looking = I've asked the bank about order { $code }. If you've paid, I'll tell you in a moment; if nothing comes, tap “Pay” again.
pay-no-cards = Cards can't be taken here at the moment. Choose cash at the door, or collect and pay at the shop.
pay-late = Your payment for order { $code } came after it had lapsed. { $amount } go back to your card.
pay-refunded = { $amount } of order { $code } have been sent back to your card.
order-title = <b>Order { $code }</b> · { $state ->
    [confirmed] confirmed
    [done] done
    [cancelled] cancelled
    [lapsed] lapsed
    [awaiting-payment] waiting for your payment
   *[draft] not placed yet
}
order-part = <b>{ $seller }</b>: { $state ->
    [to-pick] getting it together, ready { $day }
    [packed] packed
    [with-carrier] with the courier
    [delivered] delivered
    [collected] collected
    [cancelled] cancelled
   *[draft] waiting
}{ $code ->
    [none] {""}
   *[other] {" "}· code <code>{ $code }</code>
}
order-line = • { $packs } × { $title }{ $instead ->
    [none] {""}
   *[other] {" "}<i>(instead of { $instead })</i>
}
order-delivery = { $state ->
    [assigned] 🚲 The courier picks it up once it's packed.
    [collecting] 🚲 The courier is collecting it.
    [under-way] 🚲 The courier is on the way to you.
    [delivered] 🚲 Delivered.
    [failed] 🚲 The courier didn't find you. They'll try again.
   *[cancelled] 🚲 The delivery is cancelled.
}
order-cash = Have { $amount } ready in cash.
order-total = Total { $total } · { $paid ->
    [paid] paid
    [refunded] refunded
    [off] not charged
    [cash] cash at the door
    [at-shop] payment at the shop
   *[other] not paid yet
}
order-confirmed = 🎉 Order <b>{ $code }</b> is confirmed{ $paid ->
    [none] {""}
   *[other] , { $paid } paid
}. I'll tell you each step; ask “where is my order?” at any time.
order-lapsed = Order { $code } wasn't paid in time, so I've let it go. Nothing was charged. Your proposal is still there: order again if you like.
order-cancelled = Order { $code } is cancelled.{ $refund ->
    [yes] {" "}Your money is on its way back.
   *[no] {" "}Nothing was charged.
} Your proposal is still there.
order-collected = ✅ You've collected the part of { $seller }.
order-done = Order <b>{ $code }</b> is complete. Enjoy!
order-packed = 📦 { $seller } has packed its part of order { $code }.
order-packed-collect = 📦 { $seller } has it ready. Show the code <b>{ $part }</b> at { $street } ({ $hours }).
order-with-carrier = 🚲 The courier has picked up the part of { $seller }.
order-under-way = 🚲 The courier is on the way to you with order { $code }.{ $cash ->
    [none] {""}
   *[other] {" "}Please have { $cash } ready in cash.
}
order-delivered = 🏠 Order <b>{ $code }</b> was delivered. Enjoy!
order-delivery-failed = 🚲 The courier didn't find anyone for order { $code }. They'll try again. If something's wrong with the address, talk to a person.
order-cancel-sure = Cancel order { $code }?{ $paid ->
    [yes] {" "}What you paid goes back to you.
   *[no] {""}
}
order-cannot-cancel = Order { $code } is packed already, so it can't be cancelled any more.
order-none-to-cancel = There's no order that could be cancelled.
order-not-placed = Order { $code } isn't placed yet, so nothing is under way. Here it is:
order-none = You have no orders yet. Send me a link to a recipe or a how-to page to start.
order-placed = Order { $code } is placed, so its list can't be changed any more. You can cancel it while nothing is packed (/track shows it). For something new, send a link or a list.
order-unknown = I don't find an order { $code } of yours. See /track for your orders.
order-past = Order { $code } { $state ->
    [done] is complete
    [cancelled] was cancelled
    [lapsed] wasn't paid in time and has lapsed
   *[confirmed] is placed already
}, so that button does nothing any more. /track shows your orders, /proposal your last proposal.
