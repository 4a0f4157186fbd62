# What admins see.
admin-no-orders = There are no orders yet.
admin-orders-title = <b>{ $count ->
    [one] One order
   *[other] { $count } orders
}</b>
admin-order-line = <code>{ $code }</code> { $state } · { $total } · { $at } · { $sellers }
admin-history-title = <b>Order { $code }</b> · { $state } · { $total }
admin-history-who = 👤 { $name } ({ $person }){ $reachable ->
    [no] {" "}⚠️ can't be reached in the chat
   *[yes] {""}
}
admin-history-payment = 💳 { $method ->
    [card] Card
    [cash] Cash at the door
    [at-shop] At the shop
   *[none] No payment yet
}{ $state ->
    [none] {""}
    [requested] : page is being opened
    [open] : not paid yet
    [paid] : paid
    [failed] : failed
    [lapsed] : lapsed
    [cancelled] : cancelled
    [late] : paid too late, going back
    [partly-refunded] : refunded in part
   *[refunded] : refunded
}
admin-history-part = 🏪 { $seller } <code>{ $code }</code>: { $state }, { $goods }{ $reachable ->
    [no] {" "}⚠️ can't be reached in the chat
   *[yes] {""}
}
admin-history-delivery = 🚲 { $carrier } <code>{ $code }</code>: { $state }{ $reachable ->
    [no] {" "}⚠️ can't be reached in the chat
   *[yes] {""}
}
admin-history-earlier = … { $count } earlier
admin-history-line = <code>{ $at }</code> { $kind }{ $detail ->
    [none] {""}
   *[other] : { $detail }
}
admin-cannot-reach = ⚠️ { $name } can't be reached in the chat. Order { $code } waits for them: please call.
admin-refund-refused = ⚠️ The bank refuses to send { $amount } of order { $code } back. It stays owed to the consumer: please see to it.
order-state = { $state ->
    [draft] not placed yet
    [awaiting-payment] waiting for payment
    [confirmed] confirmed
    [done] done
    [cancelled] cancelled
   *[lapsed] lapsed
}
part-state = { $state ->
    [draft] not begun
    [to-pick] picking
    [packed] packed
    [with-carrier] with the courier
    [delivered] delivered
    [collected] collected
   *[cancelled] cancelled
}
delivery-state = { $state ->
    [assigned] new
    [collecting] collecting
    [under-way] under way
    [delivered] delivered
    [failed] nobody was there
   *[cancelled] cancelled
}
order-own-track = That's for the shop's admins. /track shows your orders.
order-which-code = { $code ->
    [none] Which order? Write its code, for example: /order 7KQ2M
   *[other] Which order? I don't find “{ $code }”. For example: /order 7KQ2M
} (/orders lists them all.)
