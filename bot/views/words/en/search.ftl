# Products found by search.
search-page = <i>Page { $page } of { $pages }, { $count } things in all.</i>
search-nothing-like = I found nothing just like “{ $query }”.
search-nearest = This comes nearest:
search-nothing-before = What are you looking for? Write for example “do you have olive oil?”, or /search olive oil.
button-sort-price = ⇅ Cheapest first
button-sort-fit = ⇅ Best match first
search-no-more = That’s all there is. Say it in other words, or name another colour, size or price.
search-which = Which one? Tap it, or write “the first one”.
search-filters = 🔎 Narrowed to: { $what }
search-up-to = up to { $most }
