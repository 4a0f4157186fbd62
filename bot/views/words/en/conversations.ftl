# Talk between people: somebody asks for a person, an admin takes it, words go to and fro.
talk-called = I've told the people at the shop. As soon as one of them has time, you talk here: what you write then goes to them.
    Until then I read what you write as always, and your list and orders stay as they are.
talk-still-waiting = I've told them already, at { $since }. Nobody is free yet; I let you know as soon as somebody is. Meanwhile everything works as always.
talk-nobody-there = Nobody at the shop can be reached right now. I keep your wish and pass it on to the first one who's back. Meanwhile everything works as always.
talk-nobody-yet = Sorry, nobody at the shop has had time for you yet. I've reminded them and keep waiting with you. Meanwhile “where is my order?” tells how things stand, and /help what you can do by yourself.
talk-waits-again = The person you talked to can't be reached any more. I've told the others; one of them goes on with you here.
talk-going = You're talking to a person already: just write. “Back to the shop” ends it.
talk-taken = 👤 A person at { $shop } is there now. What you write from here on goes to them, photos too. Buttons and commands still work; “back to the shop” or /done ends it.
talk-from-shop = 👤 <b>A person at { $shop }</b>
    { $text }
talk-from-shop-copy = 👤 <b>A person at { $shop }</b> sends:
talk-from-person = 💬 <b>{ $name }</b> ({ $code })
    { $text }
talk-from-person-copy = 💬 <b>{ $name }</b> ({ $code }) sends:
talk-not-copied = (That kind of message can't be passed on.)
talk-ended = { $why ->
    [person] You're back at the shop: I read what you write again.
    [silent] Nothing was said for two hours, so I've ended the talk. I read what you write again; ask for a person any time.
    [unanswered] I'm sorry: nobody at the shop had time within a day, so I've closed your request. You can ask again.
   *[admin] The person at { $shop } has ended the talk. I read what you write again.
}
talk-ended-waiting = All right, I've told them that you no longer wait.
talk-ended-admin = { $why ->
    [person] { $name } ({ $code }) has ended the talk.
    [silent] Nothing was said to { $name } ({ $code }) or by them for two hours: the talk is over.
    [lost] { $name } ({ $code }) can't be reached any more: the talk is over.
   *[admin] The talk with { $name } ({ $code }) is over. The shop reads their words again.
}
talk-card-title = { $state ->
    [waiting] 🙋 <b>{ $name }</b> ({ $code }) would like to talk to a person.
    [taken] 💬 <b>{ $name }</b> ({ $code }) is talking to a person.
   *[closed] ☑️ <b>{ $name }</b> ({ $code }) talked to a person, or wanted to.
} Language: { $language }.
talk-card-works = Works for: { $place }
talk-card-order = Before them: order { $code }, { $state ->
    [draft] not placed yet
    [awaiting-payment] waiting for payment
    [confirmed] confirmed
    [done] done
    [cancelled] cancelled
   *[lapsed] lapsed
}
talk-card-list = Before them: list { $code }{ $title ->
    [none] {""}
   *[other] {" "}“{ $title }”
}
talk-card-nothing = Before them: nothing yet
talk-card-opening = Said: “{ $text }”
talk-card-last = Their last messages:
talk-card-line = › { $text }
talk-card-waits = Waiting since { $since }. The first who takes it has it.
talk-card-taken = { $name } has taken it.
talk-card-yours = It's yours. Reply to a message of theirs, or simply write: while this is your only talk, all you write goes to them. /done ends it.
talk-card-closed = { $why ->
    [person] They ended it.
    [silent] It ended after two silent hours.
    [unanswered] Nobody took it within a day.
    [lost] They can't be reached any more.
   *[admin] It's done.
}
talk-which = You have several talks, and this replied to no message: to whom shall it go?
talk-which-end = Which talk shall end?
talk-sent-to = Sent to { $name } ({ $code }). Replying to a message goes to its sender at once.
talk-none = You're not talking to a person right now. “I'd like to talk to someone” calls one.
talk-over = That talk is over; nothing was sent. /talks shows what's open.
talk-taken-already = Somebody else was first: that talk is taken.
talk-not-yours-now = That talk isn't yours (any more); nothing was sent. /talks shows what's open.
talk-your-own = That's your own request; another admin has to take it.
talks-title = <b>Talks</b>
talks-none = Nobody waits for a person, and nobody is talking to one.
talks-line = • { $name } ({ $code }), since { $since }: { $admin ->
    [none] waiting
   *[other] with { $admin }
}
button-talk-take = 🙋 I'll take it
button-talk-take-of = 🙋 Take { $name }
button-talk-end = ✔️ End the talk
button-talk-end-of = ✔️ End: { $name }
button-talk-back = ↩️ Back to the shop
button-talk-stop = No longer needed
button-talks = 💬 All talks
