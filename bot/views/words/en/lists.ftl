# The list of components.
list-reading = Reading the page{ $host ->
    [none] {""}
   *[other] {" "}at <b>{ $host }</b>
} …
list-refused = { $reason ->
    [not-a-link] That doesn't look like a complete link.
    [dead] I couldn't open that link: { $host } doesn't answer.
    [missing] There's no page at that link any more.
    [slow] { $host } takes too long to answer.
    [huge] That page is too big for me to read.
    [too-large] That page is too big for me to read.
    [private] That address isn't on the public internet, so I don't open it.
    [unsafe] That link isn't safe to open.
    [refused-by-site] { $host } doesn't let me read that page.
    [broken-site] { $host } has a fault of its own just now.
    [circle] That link sends me round in circles.
    [pdf] That's a PDF. I read web pages and text.
    [video] That's a video. I read web pages and text.
    [picture] That's a picture. I read web pages and text.
    [not-a-page] That's a file, not a web page, so I can't read it.
    [not-text] That page holds no text I can read.
    [empty] That page is empty.
    [gone] That page says it isn't there any more.
    [login] That page is only for people who have signed in there, so I can't see the list.
    [scripted] That page shows its list only to a browser that runs its scripts, so I can't see it.
    [only-video] That page is a video without a list in writing.
    [shop] That's a shop's page, not something to make.
    [collection] That's a collection of several. Open the one you like and send me its link.
    [consent] That page shows me only its question about cookies, not the list.
    [article] That's an article; I found no list of ingredients or materials in it.
    [broken-reader] Something is wrong on our side: I can't read that page just now.
    [file-empty] That file is empty.
    [file-not-text] That file holds no text I can read.
    [file-no-list] I found no list of ingredients or materials in that file.
    [file-lost] I couldn't fetch that file.
   *[no-components] I found no list of ingredients or materials on that page.
}
    Paste the list here as text, one line each, and I'll take it from there. Or send another link.
list-refused-link = 🔗 { $link }
list-title = <b>{ $title }</b>
list-title-factor = <b>{ $title }</b> × { $factor }
list-title-servings = <b>{ $title }</b> · for { $servings }
list-untitled = Your list
list-kind = { $kind ->
    [ingredient] <i>Ingredients</i>
    [material] <i>Materials</i>
   *[tool] <i>Tools</i>
}
list-line = ✅ { $amount ->
    [none] {""}
   *[other] <b>{ $amount }</b>{" "}
}{ $name }{ $also ->
    [none] {""}
   *[other] {" "}<i>({ $also })</i>
}{ $optional ->
    [yes] {" "}<i>(optional)</i>
   *[no] {""}
}{ $doubt ->
    [none] {""}
    [no-amount] {" "}❓ <i>how much?</i>
    [unknown-unit] {" "}❓ <i>unit unclear</i>
    [from-prose] {" "}❓ <i>found in the text</i>
   *[other] {" "}❓ <i>please check</i>
}{ $more ->
    [yes] {" "}<i>+ some</i>
   *[no] {""}
}{ $pages ->
    [0] {""}
    [1] {""}
   *[other] {" "}<i>· from { $pages } pages</i>
}{ $remembered ->
    [own] {" "}<i>· as you said last time</i>
    [common] {" "}<i>· as others said of it</i>
   *[none] {""}
}
list-line-dropped = ⬜️ <s>{ $amount ->
    [none] {""}
   *[other] { $amount }{" "}
}{ $name }</s>{ $also ->
    [none] {""}
   *[other] {" "}<i>({ $also })</i>
}
list-language = <i>The page is in { $language ->
    [de] German
    [en] English
    [fr] French
    [es] Spanish
    [it] Italian
   *[other] another language
}; where I know it, the English name stands beside.</i>
list-empty = Nothing on it yet. Send a link, or write for example “add 500 g rice”.
list-doubt-note = { $count ->
    [one] ❓ I wasn't sure about one line.
   *[other] ❓ I wasn't sure about { $count } lines.
} Tap “to check”, or tell me, for example “salt 1 packet”. Without an amount I ask for one pack.
list-estimate = About <b>{ $total }</b> at today's list prices, delivery included, from { $sellers ->
    [one] one seller
   *[other] { $sellers } sellers
}.
list-unfit = Nobody here sells: { $names }.
list-too-small = ⚠️ Not in that price: { $names }. { $seller } sells { $count ->
    [one] it
   *[other] them
} from { $minimum } on{ $lacks ->
    [none] .
   *[other] ; you're { $lacks } short.
}
list-nothing-needed = Nothing is ticked. Tap what you need.
list-nobody-sells = Nobody here sells any of this. You can change the list or send another page.
list-too-little = That's less than any seller's smallest order: { $seller } sells from { $minimum } on, and you're { $lacks } short. Add something.
list-what-next = Tap what you have already, or write { $name ->
    [none] {""}
   *[other] “no { $name }”,{" "}
}{ $by ->
    [portions] “make it for six”
   *[times] “twice as much”
}{ $more ->
    [none] {""}
   *[other] , “twice as much { $more }”
}.
list-added = ➕ Added: { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
list-dropped = ➖ Left out: { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
list-needed = ➕ Needed: { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
list-all-needed = ➕ Everything is needed again.
list-kept = ✂️ Only these now: { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
list-changed = ✏️ Changed: { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
list-scaled = ⚖️ Now for { $servings }.
list-scaled-by = ⚖️ Now { $factor } times the page's amounts.
list-scaled-unknown = It doesn't say for how many it was, so that's { $number } times as much. Not what you meant? Write for example “no, I meant { $other }”.
list-cut = ⚠️ That's more than one list holds: I took the first 120 lines and left out { $left_out }.
list-page = <i>Page { $page } of { $pages }, { $count } things in all.</i>
list-known = You sent that page already; here is its list as it stands.
list-already-reading = I'm reading that page already. One moment.
list-many-links = One message, { $count } links: I read the first { $taken }. Send the others again after that.
list-not-found-some = I don't see these on your list: { $names }.
button-list = 📝 Your list
button-try-again = 🔁 Try again
button-read-anew = 🔁 Read the page anew
list-not-found = I don't see “{ $what }” on your list. There is: { $names }.
list-which-one = Which one do you mean by “{ $what }”? Tap it.
list-which-of = Which one do you mean by “{ $what }”: { $names }? Write it in full.
list-has-already = On your list already: { $name }{ $amount ->
    [none] {""}
   *[other] , { $amount }
}. For more, write for example “add 500 g { $name }”.
list-none = There's no list yet. Send me a link to a recipe or a how-to page, or paste its text.
list-choose-first = Choose one of the lists above first, by a tap or “the second one”; then I change it.
list-still-reading = I'm still reading that page. One moment.
list-closed = That list is ordered already. Send a link to start a new one.
list-too-long = A list holds at most 120 lines. Drop some first.
list-bad-scale = I can't scale to that: anything from a twentieth to 200 times the page's amounts works. For how many shall it be?
list-bad-amount = That amount doesn't look right. Tell me for example “500 g”.
list-what-to-add = What shall I add? For example “add 200 ml cream”.
list-what-to-drop = What shall I leave out? For example “no basil”.
list-what-meant = What shall I change? Write it in full, for example “make it for six” or “rice 500 g”.
list-how-much = How much { $name } do you want? For example “500 g” or “2”.
list-reopened = I've withdrawn the inquiries to the sellers, since your list changed.
ask-servings = For how many? Send me a number.
ask-factor = How many times this list? Send me a number, for example 2.
page-of = { $page }/{ $pages }
button-servings = { $title ->
    [none] for { $n } …
   *[other] { $title } · for { $n } …
}
button-scale = { $title ->
    [none] Scale …
   *[other] { $title } · scale …
}
button-ask-sellers = 🔎 Ask the sellers

# One line at a time.
line-question = ❓ <b>{ $n } of { $total }</b>
    The page says: “{ $line }”
    I read: { $amount ->
    [none] <b>{ $name }</b>, no amount
   *[other] <b>{ $amount }</b> { $name }
}
    { $doubt ->
    [no-amount] How much shall it be? Without an amount I ask for one pack.
    [unknown-unit] I don't know that unit.
    [unsure-name] I'm not sure what it is.
    [from-prose] I found it in the running text, so it may be wrong.
   *[none] What should it be?
}
    Tap, or write it as it should be: “2 cups of flour”, “it's vegetable stock”.
line-not-understood = I couldn't read a thing or an amount in that. Write for example “500 g”, “2 cups of { $name }”, or “skip”.
line-which = Which line? Tap it to sort it, to choose what exactly to buy, or to put it right.
line-about = { $kind ->
    [ingredient] 🥕 Ingredient
    [material] 🧱 Material
   *[tool] 🔧 Tool
}: { $amount ->
    [none] {""}
   *[other] <b>{ $amount }</b>{" "}
}{ $name }{ $doubt ->
    [none] {""}
   *[other] {" "}❓
}
    The page says: “{ $line }”
line-part = • { $amount ->
    [none] some
   *[other] { $amount }
} for { $title }
line-items = These fit best. Tap one and I'll buy just that, and remember it for { $name }:
line-any-item = Any { $name } that fits, then.
list-checked = { $left ->
    [0] ✅ No line is open to doubt any more.
    [one] ❓ One line is still unsure; you can check it any time.
   *[other] ❓ { $left } lines are still unsure; you can check them any time.
}
list-check-over = 👌 That's it for now.
list-nothing-to-check = No line of this list is in doubt. To change one, tap “Edit a line”.
list-check-first = ❓ { $n ->
    [one] One line was hard to read
   *[other] { $n } lines were hard to read
}: { $names }. Shall we check first? I can ask the sellers anyway.
list-ingredient = 🥕 Now an ingredient: { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
list-material = 🧱 Now material: { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
list-tool = 🔧 Now a tool: { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
} I buy tools only if you say so: tap it, or write “I need the { $names } too”.
list-chosen = 👌 Chosen: { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
list-in-basket = That page is in a basket now. Change it there.
button-check-lines = ❓ { $n ->
    [one] 1 line to check
   *[other] { $n } lines to check
}
button-edit-line = ✏️ Edit a line
button-ask-anyway = 🔎 Ask anyway
button-line-right = ✅ Right as read
button-line-one-pack = ✅ Right, one pack will do
button-line-out = ➖ Leave it out
button-line-skip = ⏭ Skip
button-line-stop = ⏹ Enough for now
button-line-reread = ✏️ Put it right
button-line-back = ‹ All lines
button-any-item = 🔀 Any that fits
button-sort = { $kind ->
    [ingredient] 🥕 It's an ingredient
    [material] 🧱 It's material
   *[tool] 🔧 It's a tool
}

# Several pages in one basket.
basket-title = 🧺 <b>One basket for { $pages } pages</b>
basket-page = • { $title }{ $servings ->
    [none] {""}
   *[other] {" "}· for { $servings }
}{ $factor ->
    [none] {""}
   *[other] {" "}× { $factor }
}
basket-reading = 🧺 { $n } pages: I'll put them into one basket.
basket-joined = 🧺 In one basket now: { $titles }. What is the same I've added up.
basket-page-joined = 🧺 <b>{ $title }</b> is in the basket below.
basket-parted = ✂️ Each page is a list of its own again.
basket-may-join = { $titled ->
    [no] Your list from before
   *[yes] Your list “{ $title }”
} is still open. One basket for both?
basket-on-its-own = 👌 This list stays on its own.
basket-has-page = That page is in this basket already.
basket-has-it = That page is in the basket already.
basket-no-other = There's no other open list to put it with. Send another page first.
basket-page-left = ➖ <b>{ $title }</b> is left out, with what only it needs.
basket-page-or-line = “{ $what }” can mean the whole page or a line of the list. Which one is to go?
button-page = 📄 The page “{ $title }”
basket-none = This list is on its own already.
button-join = 🧺 Put it with “{ $title }”
button-on-its-own = 📄 On its own
button-keep-apart = ✂️ Keep the pages apart
