# Hello, help, settings, search, admin.
welcome = Hello { $name }, I'm { $shop }: send me a link to a recipe or a how-to page, and I get everything it needs.
    I ask the sellers nearby, propose whom to buy what from, and see it to your door.

    Try one of these:
    • send a link, or paste a list
    • “what do I need for lasagne for six?”
    • “do you have olive oil?”
welcome-seller = Hello { $name }. Inquiries for your shop arrive here as they come; answer with one tap, or reply in your own words.
welcome-carrier = Hello { $name }. Deliveries arrive here with their stops; tap each one when it's done.
welcome-admin = Hello { $name }. /orders shows the orders, /order CODE the history of one. /talks shows who waits for a person, /sites the sites I ask for lists.
welcome-coordinator = Hello { $name }. You can shop here like everyone. Registering coordinates comes later.
help-consumer = <b>How it works</b>
    1. Send a link to a recipe or how-to page, or paste its text. No page at hand? “What do I need for lasagne?”
    2. Tap what you have already. Write “no basil”, “make it for six”, “twice as much rice”, “add olive oil”.
    3. “Ask the sellers”. Their answers come into one message.
    4. I propose whom to buy from, and say why. Change the priority, compare, move a line.
    5. Say where to, choose how to pay. I tell you each step until it's there.

    /list your list · /track your orders · /settings · /privacy · /cancel leaves a question
help-seller = <b>For sellers</b>: answer inquiries with one tap or reply in words (“rice 3.20, no basil, rest ok, tomorrow”). Nothing binds before you confirm what I read. /work shows what waits.
help-carrier = <b>For carriers</b>: tap each stop when it's done. /work shows your deliveries.
help-admin = <b>For admins</b>: /orders, /order CODE, /sites. /talks shows who waits for a person; take one, then write or reply, /done ends it.
help-topic = { $topic ->
    [payment] <b>Paying</b>
        By card on a secure page, in cash at the door, or at the shop when you collect. You choose at the checkout; one payment covers all sellers and the delivery.
    [delivery] <b>Delivery</b>
        A courier collects from all your sellers and brings everything together. You choose the day and part of the day at the checkout. /track tells where it is.
    [returns] <b>Returns</b>
        They aren't here yet by themselves: talk to a person, who sees to it.
    [privacy] <b>Who sees what</b>
        Sellers see what they sell you and a code, only the courier sees your address. /privacy says it in full.
    [sellers] <b>Sellers</b>
        I ask every shop in town that sells something on your list, and propose the best mix by your priority. /settings changes it.
    [who] <b>Who I am</b>
        A program, not a person: I read what you write, ask the shops, and carry out what you say. For a person, tap below.
   *[scaling] <b>Amounts</b>
        ➖ and ➕ below the list change the portions; or write “make it for six”, “twice as much rice”, “rice 500 g”.
}
you-are-welcome = You're welcome!
never-mind = All right. Your list and orders stay as they are.
never-mind-question = All right, forget the question. Everything stays as it is.
settings-title = <b>Settings</b>
    I choose sellers by: <b>{ priority }</b>. Language: { $language } (/language).
priority-kept = From now on I choose what's { $priority ->
    [cheapest] cheapest in all
    [soonest] soonest
    [fewest-sellers] from the fewest sellers
    [nearest] nearest
    [favourites] from your favourite sellers
   *[least-waste] leaving the least over
}.
language-which = { $unknown ->
    [none] I write { $language }. Choose another:
   *[other] I don't write that language yet. These I do:
}
language-kept = From now on I write English.
privacy = <b>Who sees what</b>
    • Sellers see what is needed from them and a code. Never your name, your account or your address.
    • The courier sees your name and address for the delivery, nothing else.
    • Your address is kept encrypted; the shop opens it only for the courier's delivery and to show it to you.
    • If you talk to a person at the shop, the admins see your name and code, your language, which list or order is before you, and your last messages except addresses; the one who answers also sees what you write until the talk ends.
    • What you answer about a line of a list is kept under your account, to read your next lists by; once several people said the same, it helps others, without names.
    • Sites that I ask for a list see the words of the job, not who asks.
    Export and erasing by yourself come later; until then write “I'd like to talk to someone”.
skipped = { $what ->
    [servings] All right, the number stays as it is.
    [quantity] All right, the amount stays as it is.
    [window] All right: any time from the day on which everything is ready. You can still choose at the checkout.
    [query] All right, nothing is searched for.
   *[other] All right, that question stays open.
}
skip-nothing = There's no question to skip. “Where were we?” shows what's open.
skip-address-not = I can't skip the address: without one nothing can be delivered. Write it, or collect the goods at the shop; then I need none.
skip-payment-not = How you pay has to be said, or I can't place the order. Choose below, or write “cash” or “card”.
button-address-as-last = 📍 Where you delivered last time
button-same-again = 🔁 The same as last time
resume-nothing = Nothing is open. Send a link or a list to begin, or take what you had last time.
repeat-basket = 🔁 As in order { $code } ({ $day }){ $servings ->
    [none] {""}
   *[other] , for { $servings }
}: it came from { $sellers }{ $where ->
    [none] {" "}and you collected it
   *[other] {" "}to { $where }
}. Here is its list again; nothing is ordered before you say so.
repeat-nothing = You haven't bought anything here yet, so there is no last time. Send a link or a list to begin.
repeat-nothing-here = You haven't bought anything here yourself yet. /work shows what waits for you.
repeat-not-known = Your last order says nothing about that. Tell me what you'd like.
repeat-taken = { $what ->
    [address] It goes where it went last time.
    [collect] You collect it, as last time.
    [window] The same time of day as last time, on the first day on which everything is ready.
    [payment] You pay the way you did last time.
   *[all] As last time. Have a look before you place the order:
}
address-say-whole = I don't know which number of that address you mean. Write the whole address, please.
help-delivery-proposal = <b>Delivery for this proposal</b>: { $fee }, included in the total. Everything can be there from { $day }; you choose day and time at the checkout.
help-delivery-free = <b>Delivery for this proposal</b> costs nothing extra. Everything can be there from { $day }; you choose day and time at the checkout.
help-delivery-list = What delivery costs depends on the sellers; it's part of the estimate below your list, and exact in the proposal.
cost-estimate = 💶 With delivery about <b>{ $total }</b> at today's list prices, from { $sellers ->
    [one] one seller
   *[other] { $sellers } sellers
}: goods { $goods }, { $fees ->
    [none] delivery free of charge
   *[other] delivery { $fees }
}. It's exact once the sellers have answered.
cost-exact = 💶 With delivery it comes to <b>{ $total }</b>: goods { $goods }, { $fees ->
    [none] delivery free of charge
   *[other] delivery { $fees }
}.
cost-collect = 💶 You collect it, so it comes to <b>{ $total }</b>: goods { $goods }{ $fees ->
    [none] {""}
   *[other] , delivery { $fees }
}. If you'd rather have it brought, say so at the checkout.
cost-if-delivered = 💶 Brought to your door it would come to <b>{ $total }</b>: goods { $goods }, { $fees ->
    [none] delivery free of charge
   *[other] delivery { $fees }
}. As it stands you collect it, without that fee. Tap “Deliver” to have it brought.
search-nothing-under = I found no “{ $query }” for { $most } or less.
button-any-price = 🔎 At any price
search-for-what = What are you looking for? For example “olive oil” or “screws 4x40”.
search-nothing = I found nothing for “{ $query }”. Try another word, or add it to your list anyway: “add { $query }”.
search-title = For “{ $query }” there is:
search-line = • <b>{ $title }</b> — { $price }, { $seller }{ $stock ->
    [none] {" "}<i>(sold out)</i>
    [few] {" "}<i>({ $left } left)</i>
   *[plenty] {""}
}{ $misses ->
    [nothing] {""}
    [thing] {" "}<i>(something else)</i>
    [colour] {" "}<i>(another colour)</i>
    [size] {" "}<i>(another size)</i>
    [price] {" "}<i>(dearer)</i>
   *[several] {" "}<i>(not quite as you said)</i>
}
button-add = ➕ { $title }
button-help = How it works
button-how = 💡 How it works
button-where = 📦 Where is my order?
button-settings = ⚙️ Settings
button-work = 📋 What waits for me
button-orders = 📋 Orders
button-human = 🙋 Talk to a person
not-understood = { $offers ->
    [0] I didn't get that. I can read a page or a list, change your list, ask the sellers, find a product and tell you where your order is.
    [one] I'm not sure I got that. Did you mean this?
   *[other] I'm not sure I got that. Did you mean one of these?
}
not-understood-at-work = I didn't get that, so nothing was changed. Here is what waits for you; tap the button that fits.
meant = { $intent ->
    [ask-sellers] Ask the sellers
    [compare-offers] Show the proposal
    [choose-strategy] Show the proposal
    [explain-choice] Show the proposal
    [track-order] Where is my order?
    [confirm-order] Order what you proposed
    [set-priority] Settings
    [talk-to-human] Talk to a person
    [never-mind] Never mind
    [help] How it works
   *[other] Show my list
}
not-yet = { $what ->
    [read-job] Send me a link to the page, or paste its list of ingredients or materials, and I take it from there.
    [ask-combination] Outfits, table settings and other combinations by coordinators aren't here yet. Single things are: tell me what you're looking for.
    [more-like-this] Suggestions by taste aren't here yet, so there is nothing like it to show. I can search by words: tell me what you're looking for.
    [like] Good to hear! I don't keep tastes yet; what I propose goes by your priority in the settings.
    [dislike] I don't keep tastes yet. A proposal that doesn't suit you can be changed: another priority, another seller, or leave a line out.
    [who-made] Combinations with their coordinators aren't here yet. Who sells a thing stands beside it in every search and proposal.
    [try-on] Trying garments on, on your own photo, isn't here yet. Finding and ordering things is.
    [show-wardrobe] A wardrobe of what you bought isn't here yet. Your orders are.
    [news-on] News of new items aren't here yet, so I can't send you any. Looking for something right now works.
    [news-off] I send no news: what you get from me is about your own lists and orders only. There's nothing to stop.
    [reserve-item] Reserving items that aren't on the market yet isn't here yet. What the shops sell today can be found and ordered.
    [confirm-reservation] Reservations aren't here yet, so there is none to confirm. Your orders are here.
    [lapse-reservation] Reservations aren't here yet, so there is none to let go. An order can be cancelled until it's packed.
    [open-reservations] Reservations aren't here yet, so none are open. Your orders are here.
    [return-item] Returns don't go by themselves yet: a person at the shop sees to it. An order that isn't packed yet can still be cancelled.
    [export-data] Getting all your data by yourself isn't here yet: a person at the shop sends it to you. Who sees what is told under “privacy”.
    [delete-data] Erasing your data by yourself isn't here yet: a person at the shop does it. Who sees what is told under “privacy”.
    [accept-substitute] No seller has offered you a substitute right now. If you mean the proposal: say “order it”.
    [reject-substitute] No seller has offered you a substitute right now. A line of the proposal can be left out or bought elsewhere.
   *[other] I understand what you'd like, but that isn't here yet. I can read a page or a list and get everything it needs.
}
button-search = 🔎 Find a product
button-privacy = 🔒 Who sees what
button-list-mine = 📝 My list
engine-away = { $stage ->
    [installing] I'm still learning to read free text (installing, a minute or two on the first start).
    [training] I'm still learning to read free text (training, some four minutes).
    [starting] I'm about to understand free text: a few seconds.
    [failed] I can't read free text right now; the shop has been told.
   *[off] I can't read free text right now.
} Links, lists with one line each, buttons and commands work meanwhile.
group-not-here = I work in private chats only, so that nobody else sees what you buy. Tap my name, { $shop }, and write to me there.
cannot-read = I can't read that. Send me a link, a text or your location.
unknown-command = I don't know /{ $name }. /help shows what there is.
work-none = Nothing waits for you: you're not registered as a seller or carrier.
not-allowed = { $role ->
    [seller] That's for sellers.
    [carrier] That's for carriers.
   *[admin] That's for the shop's admins.
} /help shows what you can do.
not-yours = That isn't yours, or it's no more. /list shows your list, /track your orders.
old-button = That button is from an older message and no longer works. /list shows your list, /track your orders.
over = That's over already; nothing was changed.
bug = Sorry, something went wrong on our side. Nothing was lost or done twice. If you write to us, quote <code>{ $reference }</code>.
wish-refused = ✋ Not done: “{ $said }”.
wish-left = ✋ I left “{ $said }” for now: send it as a message of its own.
ask-quantity = How much? For example “500 g” or “2”.
ask-window = When would you like it? For example “tomorrow evening”.
text-no-list = I found no list in that text. Send one line for each ingredient or material, for example “500 g rice”.
day-today = today
day-tomorrow = tomorrow
# How a date is written, in the letters of Unicode's TR 35.
day-pattern = EEE d MMM
