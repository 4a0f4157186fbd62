# Les articles trouvés.
search-page = <i>Page { $page } sur { $pages }, { $count } articles en tout.</i>
search-nothing-like = Je n’ai rien trouvé d’exactement pareil à « { $query } ».
search-nearest = Voici ce qui s’en approche le plus :
search-nothing-before = Que cherchez-vous ? Écrivez par exemple « avez-vous de l’huile d’olive ? », ou /search huile d’olive.
button-sort-price = ⇅ Les moins chers d’abord
button-sort-fit = ⇅ Les plus proches d’abord
search-no-more = Il n’y en a pas d’autres. Dites-le autrement, ou donnez une autre couleur, une autre taille ou un autre prix.
search-which = Lequel ? Touchez-le, ou écrivez « le premier ».
search-filters = 🔎 Limité à : { $what }
search-up-to = jusqu’à { $most }
