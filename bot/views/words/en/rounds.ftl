# Rounds of inquiries and proposals.
round-head = { $state ->
    [open] <b>{ $answered ->
        [one] { $answered } of { $asked } sellers answered
       *[other] { $answered } of { $asked } sellers answered
    }</b> · open until { $until }
    [dropped] <s>{ $answered ->
        [one] { $answered } of { $asked } sellers answered
       *[other] { $answered } of { $asked } sellers answered
    }.</s> Withdrawn, since your list changed.
   *[closed] <b>{ $answered ->
        [one] { $answered } of { $asked } sellers answered
       *[other] { $answered } of { $asked } sellers answered
    }.</b> { $waits ->
        [0] This round is closed.
       *[other] The others can still answer until { $until }; I change the proposal then.
    }
}
round-open-note = I change this message as answers come. When all have answered, or time is up, I propose whom to buy what from.
round-more-lines = … and { $more } more
round-outlook = { $at_list ->
    [0] By the offers so far
   *[other] { $offered ->
        [0] About
       *[other] By the offers so far, and list prices for { $at_list } still open,
    }
} <b>{ $total }</b>{ $offered ->
    [0] {" "}at today's list prices
   *[other] {""}
}{ $collects ->
    [yes] {""}
   *[no] , delivery included
}, from { $sellers ->
    [one] one seller
   *[other] { $sellers } sellers
}.{ $missing ->
    [0] {""}
    [one] {" "}One line is not offered.
   *[other] {" "}{ $missing } lines are not offered.
}
round-outlook-none = No offers so far.
round-no-offer-yet = Nobody has offered anything yet. The round is open until { $until }; I'll tell you as answers come.
round-seller = { $state ->
    [sent] ⏳ { $seller }: asked for { $asked } { $asked ->
        [one] line
       *[other] lines
    }
    [declined] ✖️ { $seller }: nothing this time
    [unreachable] 🚫 { $seller }: couldn't be reached
   *[lapsed] ➖ { $seller }: no answer
}
round-seller-quoted = ✅ { $seller }: { $offered } of { $asked } lines, { $total }, ready { $day }{ $pickup ->
    [yes] , <b>pick-up only</b>
   *[no] {""}
}
round-none = The sellers haven't been asked yet. Tap “Ask the sellers” under your list.
round-still-open = Answers are still coming in, until { $until }. Tap “Show what there is now” for a proposal from those; late answers still count.
ask-without-whom = I don't see a seller called “{ $what }”, so I've asked nobody yet. Write for example “ask all but Feinkost Marini”.
round-is-out = The sellers are answering this list. Tap “Change the list” under it, or write what to leave out, for example “no basil”.
round-nothing-needed = Nothing on your list is ticked, so there's nothing to ask for. Tick what you need first.
round-nobody-sells = Nobody here sells any of this: { $names }. Change the list, or send another page.
round-priority-kept = I'll propose { $priority ->
    [cheapest] the cheapest in all
    [soonest] what comes soonest
    [fewest-sellers] the fewest sellers
    [nearest] the nearest sellers
   *[other] by that
} when the round closes.
round-nobody-answered = Nobody offered anything this time. Ask again, or change the list.
button-close-round = Show what there is now
button-show-proposal = Show the proposal
button-change-list = ✏️ Change the list
button-ask-again = 🔁 Ask again
priority = { $priority ->
    [cheapest] cheapest in all
    [soonest] soonest
    [fewest-sellers] fewest sellers
    [nearest] nearest
    [favourites] favourite sellers
   *[least-waste] least left over
}
priority-short = { $priority ->
    [cheapest] 💶 Cheapest
    [soonest] ⏱ Soonest
    [fewest-sellers] 🛍 Fewest sellers
    [nearest] 📍 Nearest
    [favourites] ⭐ Favourites
   *[least-waste] ♻️ Least left over
}
proposal-title = <b>My proposal</b> · { $priority }
proposal-seller = <b>{ $seller }</b> · ready { $day }
proposal-line = • { $packs } × { $item } — { $price }{ $note ->
    [part] {" "}<i>(only { $packs } of the { $asked } packs that you need)</i>
    [customary-size] {" "}<i>(for { $need }, by customary weights{ $leftover ->
        [none] {""}
       *[other] ; about { $leftover } left over
    })</i>
    [converted] {" "}<i>({ $need } are about { $used }{ $leftover ->
        [none] {""}
       *[other] ; about { $leftover } left over
    })</i>
    [within-tolerance] {" "}<i>(for { $need }: as good as the same)</i>
    [amount-open] {" "}<i>(no amount was told, so one pack)</i>
    [one-pack-each] {" "}<i>(for { $need }: a pack for each, whatever its size)</i>
    [size-unknown] {" "}<i>(for { $need }: its size isn't told, please check)</i>
    [trace] {" "}<i>(you need a trace of it only{ $leftover ->
        [none] {""}
       *[other] ; about { $leftover } left over
    })</i>
   *[none] { $leftover ->
        [none] {""}
       *[other] {" "}<i>({ $leftover } left over)</i>
    }
}{ $hand ->
    [yes] {" "}✋
   *[no] {""}
}
proposal-line-substitute = • { $packs } × { $substitute } <i>instead of { $name }</i> — { $price }{ $open ->
    [yes] {" "}❓
   *[no] {" "}✅
}
proposal-fee = Delivery from here: { $fee }
proposal-fee-free = Delivery from here: free
proposal-missing = Not offered by anyone: { $names }
proposal-not-heard = ⏳ Not heard from yet: { $sellers }. What they offer until { $until } still counts.
proposal-total = <b>Total { $total }</b> (goods { $goods }, delivery { $fees })
proposal-held-back = ⚠️ { $names }: { $seller } offers { $count ->
    [one] it
   *[other] them
}{ $minimum ->
    [none] , but you buy nothing there as it stands. Move the line there if you want it after all
   *[other] , but sells from { $minimum } on{ $lacks ->
        [none] {""}
       *[other] , and you're { $lacks } short
    }. Take more lines from there, add something, or do without
}.
proposal-nothing-without = Nobody else has offered anything, so without { $seller } there's nothing to order. The proposal stays as it is.
proposal-pick-up = { $seller } offers for pick-up at the counter only, so it isn't counted here. If you choose “Collect” for an order, I count such offers the next time.
proposal-withdrawn = This proposal counts no more: the list was changed.
proposal-none = Nobody offered anything you need. Change the list or ask again later.
proposal-ordered = That proposal is ordered already. See /track.
proposal-gone = That round was withdrawn when the list changed. Tap “Ask the sellers” again.
proposal-which-seller = I don't see a seller called “{ $what }” among the answers.
proposal-not-used = Nothing is bought from { $seller } as it is.
proposal-not-offered = { $seller } didn't offer that.
proposal-there-already = { $seller } is where that is bought already.
why-title = <b>Why this way</b>
why-cheapest = It is the cheapest in all{ $collects ->
    [yes] {""}
   *[no] , delivery counted in
}.
why-only = { $seller } is the only one that offered anything.
why-soonest = Everything is ready by { $day }; nothing else is sooner.
why-fewest-sellers = { $sellers ->
    [one] One seller has all that is offered.
   *[other] It takes { $sellers } sellers; fewer can't cover as much.
}
why-nearest = These are the nearest sellers that cover your list.
why-favourites = As much as possible comes from your favourite sellers.
why-least-waste = The least is left over.
why-by-hand = You moved lines by hand, so it isn't quite what I'd have chosen{ $more ->
    [none] {""}
   *[other] : that would be { $more } cheaper
}.
why-other = { $priority }: { $total } from { $sellers ->
    [one] one seller
   *[other] { $sellers } sellers
}, ready { $day }.
why-not = <b>{ $seller }</b>:
why-not-missing = doesn't have { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
why-not-dearer = { $amount } dearer for the same lines
why-not-fee = { $amount } more for delivery
why-not-minimum = sells from { $minimum } on only
why-not-cheaper = { $amount } cheaper for the same lines, but not in all
why-not-farther = { $metres } m farther
proposal-below-minimum = ⚠️ { $seller } sells from { $minimum } on. Move more lines there, or move these elsewhere.
why-not-later = ready { $days ->
    [one] a day later
   *[other] { $days } days later
}
why-not-excluded = you left this seller out
why-not-used = is part of the proposal
why-not-whole = the proposal would come to { $amount } more with it
why-not-even = offers nothing better for these lines
compare-same = All ways lead to the same choice.
compare-title = <b>Side by side</b>
compare-row = { $n }. { $priority }: <b>{ $total }</b> · { $sellers ->
    [one] 1 seller
   *[other] { $sellers } sellers
} · ready { $day }{ $missing ->
    [0] {""}
   *[other] {" "}· { $missing } missing
}{ $now ->
    [yes] {" "}← now
   *[no] {""}
}
list-reopened-to-change = I've withdrawn the inquiries to the sellers. Change what you like, then ask again.
proposal-not-any-more = Nobody offers { $name } any more.
move-which = Which line shall I move?
move-not-bought = not bought
move-done = ✋ Moved { $name } to { $seller }.
move-to = <b>{ $name }</b>: from whom?
move-one = Only { $seller } offers { $name }.
move-offer = { $now ->
    [yes] ●{" "}
   *[no] {""}
}{ $instead ->
    [none] {""}
   *[other] ↔️ { $instead } ·{" "}
}{ $seller } · { $price }
button-move = ✋ Move a line
button-why = ❓ Why?
button-compare = ⚖️ Compare
button-order = 🛒 Order this
button-back = ‹ Back
