# Gefundene Waren.
search-page = <i>Seite { $page } von { $pages }, { $count } Sachen insgesamt.</i>
search-nothing-like = Genau „{ $query }“ habe ich nicht gefunden.
search-nearest = Das kommt am nächsten:
search-nothing-before = Was suchst du? Schreib zum Beispiel „habt ihr Olivenöl?“ oder /search Olivenöl.
button-sort-price = ⇅ Günstigste zuerst
button-sort-fit = ⇅ Passendste zuerst
search-no-more = Mehr gibt es nicht. Sag es anders, oder nenn eine andere Farbe, Größe oder einen anderen Preis.
search-which = Welches davon? Tipp darauf, oder schreib „das erste“.
search-filters = 🔎 Eingegrenzt auf: { $what }
search-up-to = bis { $most }
