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
   *[no-components] I found no list of ingredients or materials on that page.
}
    Paste the list here as text, one line each, and I'll take it from there. Or send another link.
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
}{ $name }{ $optional ->
    [yes] {" "}<i>(optional)</i>
   *[no] {""}
}{ $doubt ->
    [none] {""}
    [no-amount] {" "}❓ <i>how much?</i>
    [unknown-unit] {" "}❓ <i>unit unclear</i>
    [from-prose] {" "}❓ <i>found in the text</i>
   *[other] {" "}❓ <i>please check</i>
}
list-line-dropped = ⬜️ <s>{ $amount ->
    [none] {""}
   *[other] { $amount }{" "}
}{ $name }</s>
list-empty = Nothing on it yet. Send a link, or write for example “add 500 g rice”.
list-doubt-note = ❓ I wasn't sure about these. Tell me, for example “salt 1 packet”, or leave them: I'll ask for one pack.
list-estimate = About <b>{ $total }</b> at today's list prices, delivery included, from { $sellers ->
    [one] one seller
   *[other] { $sellers } sellers
}.
list-unfit = Nobody here sells: { $names }.
list-nothing-needed = Nothing is ticked. Tap what you need.
list-nobody-sells = Nobody here sells any of this. You can change the list or send another page.
list-too-little = That's less than any seller's smallest order for delivery. Add something, or ask the sellers and collect it at the shop.
list-what-next = Tap what you have already, or write “no basil”, “make it for six”, “add olive oil”.
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
button-servings = for { $n } …
button-scale = Scale …
button-ask-sellers = 🔎 Ask the sellers
