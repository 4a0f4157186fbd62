# Hello, help, settings, search, admin.
welcome = Hello { $name }, I'm { $shop }: send me a link to a recipe or a how-to page, and I get everything it needs.
    I ask the sellers nearby, propose whom to buy what from, and see it to your door.

    Try one of these:
    • send a link, or paste a list
    • “what do I need for lasagne for six?”
    • “add 500 g rice and two lemons”
    • “do you have olive oil?”
welcome-seller = Hello { $name }. Inquiries for your shop arrive here as they come; answer with one tap, or reply in your own words.
welcome-carrier = Hello { $name }. Deliveries arrive here with their stops; tap each one when it's done.
welcome-admin = Hello { $name }. /orders shows the orders, /order CODE the history of one. /sites shows the sites I ask for lists.
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
help-admin = <b>For admins</b>: /orders, /order CODE, /sites.
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
    Export and erasing by yourself come later; until then write “I'd like to talk to someone”.
human-wanted = 🙋 { $name } ({ $code }) would like to talk to a person.
human-called = I've told a person at the shop. They'll write to you here.
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
    [ask-combination] Combinations by coordinators aren't here yet.
    [reserve-item] Reserving new items isn't here yet.
    [try-on] Trying garments on isn't here yet.
    [return-item] Returns aren't here yet. Write “I'd like to talk to someone” and a person sees to it.
    [export-data] Export by yourself isn't here yet. Write “I'd like to talk to someone” and a person sends it.
    [delete-data] Erasing by yourself isn't here yet. Write “I'd like to talk to someone” and a person does it.
   *[other] I understand what you'd like, but that isn't here yet.
} What works: send a page or a list, and I get everything it needs.
engine-away = { $stage ->
    [installing] I'm still learning to read free text (installing, a minute or two on the first start).
    [training] I'm still learning to read free text (training, a minute or two).
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
ask-quantity = How much? For example “500 g” or “2”.
ask-window = When would you like it? For example “tomorrow evening”.
text-no-list = I found no list in that text. Send one line for each ingredient or material, for example “500 g rice”.
day-today = today
day-tomorrow = tomorrow
# How a date is written, in the letters of Unicode's TR 35.
day-pattern = EEE d MMM
