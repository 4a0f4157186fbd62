# Un projet sans page : des sites sont interrogés, des listes sont proposées au choix.
job-asking = 🔎 Je cherche « { $job } » chez { $names }{ $more ->
    [0] {""}
   *[other] {" "}et { $more } autres
} …
job-found = { $count ->
    [one] Pour « { $job } », j’ai trouvé une liste :
   *[other] Pour « { $job } », j’ai trouvé { $count } listes :
}
job-method = <b>{ $n }. { $title }</b> · { $site }{ $servings ->
    [none] {""}
   *[other] { $unit ->
        [none] {" "}· pour { $servings }
       *[other] {" "}· donne { $servings } { $unit }
    }
}
job-components = { $count ->
    [one] Une chose : { $names }
   *[other] { $count } choses : { $names }{ $more ->
        [0] {""}
        [one] {" "}et une autre
       *[other] {" "}et { $more } autres
    }
}
job-which = { $count ->
    [one] Touchez-la pour la prendre. Ou envoyez-moi un lien, ou collez une liste.
   *[other] Laquelle ? Touchez-la, ou écrivez « la deuxième ». Aucune ne va ? Envoyez-moi un lien, ou collez une liste.
}
job-which-scaled = { $count ->
    [one] Touchez-la pour la prendre : je la calcule pour { $servings }. Ou envoyez-moi un lien, ou collez une liste.
   *[other] Laquelle ? Touchez-la, ou écrivez « la deuxième » : je la calcule pour { $servings }. Aucune ne va ? Envoyez-moi un lien, ou collez une liste.
}
job-silent = <i>{ $count ->
    [one] { $names } ne répond pas en ce moment.
   *[other] { $names } ne répondent pas en ce moment.
}</i>
job-nothing = Je n’ai trouvé aucune liste pour « { $job } » sur les sites que je connais. Appelez-le autrement, envoyez-moi le lien d’une page, ou collez sa liste ici, une ligne par chose.
job-no-sites = Je ne connais encore aucun site à interroger pour « { $job } ». Envoyez-moi le lien d’une page, ou collez sa liste ici, une ligne par chose.
job-which-one = Laquelle ? Il n’y a pas de listes au choix en ce moment. Écrivez par exemple « de quoi ai-je besoin pour des lasagnes ? ».
job-chosen-already = Vous avez déjà pris cette liste ; la voici telle qu’elle est.
job-not-scaled = { $servings ->
    [none] La page ne dit pas pour combien elle est ; les quantités sont celles de la page. « Convertir … » les change.
   *[other] La page donne { $servings } { $unit }, sans dire pour combien de personnes. Les quantités sont celles de la page ; ➖ et ➕ les changent.
}
button-job-again = 🔁 Demander encore
# Les sites interrogés, pour les admins.
sites-none = Il n’y a pas encore de sites à interroger. Inscrivez-en un par son adresse de recherche, avec {"{query}"} à la place des mots, ou par son flux ou son plan :
    /sites add https://www.example.com/search?q={"{query}"} fr Un nom
sites-title = <b>Sites interrogés</b> ({ $count })
site-line = { $state ->
    [on] ● { $n }. <b>{ $name }</b>
   *[off] ○ { $n }. { $name } (désactivé)
} · { $host } · { $language } · { $adapter ->
    [search-page] page de recherche
   *[feed] flux
}{ $trouble ->
    [none] {""}
   *[other] {" "}⚠️ { $trouble }
}
site-trouble = { $trouble ->
    [slow] met trop de temps
    [dead] ne répond pas
    [missing] rien à cette adresse
    [refused-by-site] refuse d’être interrogé
    [forbidden] l’interdit aux programmes dans son robots.txt
    [broken-site] est en panne
    [private] pas sur l’internet public
    [unsafe] son certificat n’est pas bon
    [huge] sa réponse est trop grande
    [circle] tourne en rond
    [not-a-page] ni une page ni un flux
    [untried] n’a pas pu être essayé, par une faute de notre côté
   *[other] ne peut pas être interrogé
}
sites-how = /sites add ADRESSE · /sites off 2 · /sites on 2 · /sites remove 2
sites-what = Je connais : /sites, /sites add ADRESSE, /sites off 2, /sites on 2, /sites remove 2.
site-not-an-address = { $text ->
    [none] Quelle adresse ? Par exemple : /sites add https://www.example.com/search?q={"{query}"} fr Un nom
   *[other] « { $text } » n’est pas l’adresse complète d’une page de recherche, d’un flux ou d’un plan de site. Par exemple : /sites add https://www.example.com/search?q={"{query}"} fr Un nom
}
site-added = ➕ { $name } ({ $language }) est interrogé dès maintenant par { $adapter ->
    [search-page] sa page de recherche
   *[feed] son flux
}. Je l’essaie …
site-checked = { $trouble ->
    [none] { $pages ->
        [0] ✔️ { $name } répond, mais sans page au premier essai. C’est peut-être normal : on verra avec les projets.
        [one] ✔️ { $name } répond, avec une page.
       *[other] ✔️ { $name } répond, avec { $pages } pages.
    }
   *[other] ⚠️ { $name } : { $trouble }. Il reste inscrit ; { $adapter ->
        [forbidden] je le laisse tranquille tant que c’est le cas. Un flux ou un plan de site qu’il autorise peut être inscrit à la place
        [search-page] vérifiez l’adresse avec {"{query}"} dedans, et inscrivez-le de nouveau
       *[feed] sans {"{query}"} dans l’adresse, je le prends pour un flux ou un plan de site ; inscrivez-le de nouveau
    }.
}
site-switched = { $state ->
    [on] { $name } est interrogé dès maintenant.
   *[off] { $name } n’est plus interrogé tant que vous ne le réactivez pas.
}
site-remove-sure = Supprimer { $name } ? Les listes que des gens y ont prises restent.
site-removed = ➖ { $name } est supprimé.
site-gone = Ce site est déjà supprimé. /sites montre ceux qu’il y a.
site-which = { $text ->
    [none] Quel site ? Ajoutez son numéro, par exemple : /sites off 2.
   *[other] Quel site voulez-vous dire par « { $text } » ?
} /sites les montre avec leurs numéros.
button-site-on = ▶️ Activer : { $name }
button-site-off = ⏸ Désactiver : { $name }
button-site-remove = ➖ { $name }
button-site-remove-sure = ➖ Supprimer
button-site-keep = Le garder
