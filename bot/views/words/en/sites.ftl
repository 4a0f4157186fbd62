# A job named without a page: sites are asked, lists are shown to choose from.
job-asking = 🔎 I'm looking for “{ $job }” at { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
} …
job-found = { $count ->
    [one] For “{ $job }” I found one list:
   *[other] For “{ $job }” I found { $count } lists:
}
job-method = <b>{ $n }. { $title }</b> · { $site }{ $servings ->
    [none] {""}
   *[other] { $unit ->
        [none] {" "}· for { $servings }
       *[other] {" "}· makes { $servings } { $unit }
    }
}
job-components = { $count ->
    [one] One thing: { $names }
   *[other] { $count } things: { $names }{ $more ->
        [0] {""}
        [one] {" "}and one more
       *[other] {" "}and { $more } more
    }
}
job-which = { $count ->
    [one] Tap it to take it. Or send me a link, or paste a list.
   *[other] Which one? Tap it, or write “the second one”. None of these? Send me a link, or paste a list.
}
job-which-scaled = { $count ->
    [one] Tap it to take it: I work it out for { $servings }. Or send me a link, or paste a list.
   *[other] Which one? Tap it, or write “the second one”: I work it out for { $servings }. None of these? Send me a link, or paste a list.
}
job-silent = <i>{ $count ->
    [one] { $names } isn't answering just now.
   *[other] { $names } aren't answering just now.
}</i>
job-nothing = I found no list for “{ $job }” at the sites I know. Call it by another name, send me a link to a page, or paste its list here, one line each.
job-no-sites = I don't know any site to ask for “{ $job }” yet. Send me a link to a page, or paste its list here, one line each.
job-which-one = Which one? There's no choice of lists before you just now. Write for example “what do I need for lasagne?”.
job-chosen-already = You took that list already; here it is as it stands.
job-not-scaled = { $servings ->
    [none] The page doesn't say for how many it is, so the amounts are as on the page. “Scale …” changes them.
   *[other] The page makes { $servings } { $unit }, it doesn't say for how many people. The amounts are as on the page; ➖ and ➕ change them.
}
button-job-again = 🔁 Ask again
# The method sites, for admins.
sites-none = There are no method sites yet. Register one by its search address, with {"{query}"} where the words go, or by its feed or sitemap:
    /sites add https://www.example.com/search?q={"{query}"} en A name
sites-title = <b>Method sites</b> ({ $count })
site-line = { $state ->
    [on] ● { $n }. <b>{ $name }</b>
   *[off] ○ { $n }. { $name } (off)
} · { $host } · { $language } · { $adapter ->
    [search-page] search page
   *[feed] feed
}{ $trouble ->
    [none] {""}
   *[other] {" "}⚠️ { $trouble }
}
site-trouble = { $trouble ->
    [slow] takes too long
    [dead] doesn't answer
    [missing] nothing at that address
    [refused-by-site] refuses to be asked
    [forbidden] forbids it to programs in its robots.txt
    [broken-site] has a fault of its own
    [private] not on the public internet
    [unsafe] its certificate isn't good
    [huge] its answer is too big
    [circle] sends in circles
    [not-a-page] neither a page nor a feed
    [untried] couldn't be tried, by a fault on our side
   *[other] can't be asked
}
sites-how = /sites add ADDRESS · /sites off 2 · /sites on 2 · /sites remove 2
sites-what = I know: /sites, /sites add ADDRESS, /sites off 2, /sites on 2, /sites remove 2.
site-not-an-address = { $text ->
    [none] Which address? For example: /sites add https://www.example.com/search?q={"{query}"} en A name
   *[other] “{ $text }” isn't a whole address of a search page, feed or sitemap. For example: /sites add https://www.example.com/search?q={"{query}"} en A name
}
site-added = ➕ { $name } ({ $language }) is asked from now on by its { $adapter ->
    [search-page] search page
   *[feed] feed
}. I'm trying it …
site-checked = { $trouble ->
    [none] { $pages ->
        [0] ✔️ { $name } answers, but has no pages for a first try. That may be all right: jobs will show.
        [one] ✔️ { $name } answers, with one page.
       *[other] ✔️ { $name } answers, with { $pages } pages.
    }
   *[other] ⚠️ { $name }: { $trouble }. It stays registered; { $adapter ->
        [forbidden] I leave it alone as long as it does. A feed or sitemap of its own that it allows can be added instead
        [search-page] check the address with {"{query}"} in it, and add it again
       *[feed] without {"{query}"} in its address I take it for a feed or sitemap; add it again
    }.
}
site-switched = { $state ->
    [on] { $name } is asked from now on.
   *[off] { $name } isn't asked any more until you switch it on.
}
site-remove-sure = Remove { $name }? Lists that people took from it stay.
site-removed = ➖ { $name } is removed.
site-gone = That site is removed already. /sites shows those there are.
site-which = { $text ->
    [none] Which site? Write its number, for example: /sites off 2.
   *[other] Which site do you mean by “{ $text }”?
} /sites shows them with their numbers.
button-site-on = ▶️ On: { $name }
button-site-off = ⏸ Off: { $name }
button-site-remove = ➖ { $name }
button-site-remove-sure = ➖ Remove
button-site-keep = Keep it
