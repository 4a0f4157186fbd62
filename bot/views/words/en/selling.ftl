# What sellers see.
inquiry-title = <b>Inquiry { $code }</b> for { $seller } · answer by { $until }
inquiry-line = <b>{ $n }.</b> { $packs } × { $item }{ $need ->
    [none] {""}
   *[other] {" "}<i>(needs { $need })</i>
} — { $price }
inquiry-example = { $lines ->
    [one] “{ $price }, tomorrow”
    [two] “{ $first } { $price }, { $numbered ->
        [yes] { $last } no
       *[no] no { $last }
    }, tomorrow”
   *[other] “{ $first } { $price }, { $numbered ->
        [yes] { $last } no
       *[no] no { $last }
    }, rest ok, tomorrow”
}
inquiry-state = { $state ->
    [open] Total at your list prices: <b>{ $total }</b>. Tap to offer exactly this, or reply in words: { $example }
    [answered] ✅ This is your offer. Reply to this message to change it until the deadline.
    [declined] ✖️ You've declined. You can still offer until the deadline.
    [answered-closed] ✅ This is your offer. The round is closed; if you're chosen, you get a pick list.
    [declined-closed] ✖️ You declined. The round is closed.
    [withdrawn] ➖ Withdrawn: the customer changed the list. Nothing to do.
   *[closed] ➖ Closed without your answer.
}
readback-title = <b>Is this your offer for { $code }?</b>
readback-line = { $n }. { $packs } × { $item }{ $instead ->
    [yes] {" "}<i>instead of { $name }</i>
   *[no] {""}
} — { $price }
readback-line-no = { $n }. <s>{ $item }</s> not offered
readback-when = { $pickup ->
    [yes] Pick-up only
   *[no] Ready { $day }
}{ $valid ->
    [none] {""}
   *[other] , valid until { $valid }
}
readback-total = <b>Total { $total }</b>. It binds only when you tap “Right”.
quote-bound = ✅ Your offer of { $total } for { $code } is with the customer. { $open ->
    [yes] You can change it until { $until }: just reply to the inquiry again.
   *[no] The round is closed; if you're chosen, you get a pick list.
}
quote-declined = ✖️ Declined { $code }. Thanks for telling.
quote-discarded = Nothing was sent for { $code }. Write again how it should be, or tap the offer above.
quote-stands = Nothing was changed: your earlier offer for { $code } stands. Write again how it should be.
quote-colleague = A colleague of yours is answering { $code } anew, so this one counts no more.
quote-not-confirmed = { $code } was closed before this was confirmed, so it wasn't sent.
readback-decline = <b>Nothing from you for { $code }?</b> If that's right, tap the button. If not, write again.
quote-gone = That read-back is no longer current. See the newest one, or write again.
quote-too-late = Inquiry { $code } is closed, so your answer couldn't be taken. The next one comes as a push.
quote-unclear = I'm not sure about that. { $what }{ $more ->
    [0] {""}
   *[other] {" "}(Then there is more to ask: { $more }.)
} Nothing was sent. Answer just that, or write it all again, for example “1: 3.20, 2: no, rest ok, tomorrow”.
quote-not-read = I found no price or line in that. Nothing was sent. Write for example “1: 3.20, 2: no, rest ok, tomorrow”, or tap the offer above.
unclear = { $reason ->
    [nothing-read] I found no price and no line in that.
    [which-line] Which line is “{ $words }” for?
    [unknown-name] “{ $words }” isn't on this inquiry.
    [unknown-line] There's no such line: “{ $words }”.
    [two-prices] There are two prices for line { $line }: “{ $words }”.
    [one-price-for-several] Is “{ $words }” for each of them, or for all together?
    [no-price] There's no price for line { $line }.
    [vague-price] “{ $words }” isn't an exact price.
    [odd-price] The price “{ $words }” can't be right.
    [other-currency] “{ $words }” is another currency than the inquiry's.
    [plus-tax] “{ $words }”: prices here are with tax. What is it with tax? The rate will do, too: “19%”.
    [total-differs] The total doesn't fit the single prices.
    [which-quantity] How much is “{ $words }”?
    [which-unit] Is “{ $words }” for one or for all of it?
    [yes-and-no] “{ $words }” says yes and no to the same line.
    [which-date] Which day do you mean by “{ $words }”?
    [how-many-lines] There are more or fewer prices than lines: “{ $words }”.
    [rest-open] “{ $words }” says nothing of the other lines. Do you offer them?
   *[what-discount] What does “{ $words }” apply to?
}
quote-delivery-fee = About delivery: { $terms ->
    [pickup] your offer is pick-up only, so { $said ->
        [none] the free delivery you wrote isn't offered.
       *[other] the { $said } you wrote aren't charged.
    }
    [same] { $due ->
        [none] it's free of charge
       *[other] the customer pays { $due } for it
    }, as you wrote and as this shop's terms say.
   *[other] this shop delivers { $due ->
        [none] free of charge
       *[other] for { $due }
    }, as its terms say. { $said ->
        [none] You wrote that it costs nothing more, but the customer pays that on top. If it shouldn't be so, take it off a price and write again.
       *[other] The { $said } you wrote isn't added. If it should count, put it into a price and write again.
    }
}
quote-conditions = Not carried over, as the prices bind as they stand here and delivery costs what the shop's terms say: “{ $words }”. If it should count, write the prices so.
seller-cannot-read = { $what ->
    [photo] I can't read prices off a photo.
    [voice] I can't listen to voice messages.
    [file] I can't read prices from a file.
   *[other] I can't read that.
} Nothing was sent. Write the prices in one line, for example “1: 3.20, 2: no, rest ok, tomorrow” (the microphone on your keyboard types what you say), or tap the offer above.
seller-nothing-waits = Nothing waits for you. Inquiries come as a push.
seller-no-inquiry = There's no open inquiry. The next one comes as a push.
seller-which-inquiry = Which inquiry is “{ $said }” for? Tap it, and I read your words as the answer. (Next time, reply to the one you mean: swipe it, or long-press and “Reply”.)
seller-any-inquiry = I'm not sure what “{ $said }” is about. { $inquiries ->
    [one] If it's about this inquiry, tap it, and I read your words as the answer.
   *[other] If it's about one of these inquiries, tap it, and I read your words as the answer.
} Nothing was sent.
button-as-listed = ✅ Offer as listed: { $total }
button-decline = ✖️ Nothing this time
button-take-back = ✖️ Take the offer back
button-decline-sure = ✖️ Yes, nothing this time
button-quote-right = ✅ Right
button-quote-wrong = ✏️ Wrong
