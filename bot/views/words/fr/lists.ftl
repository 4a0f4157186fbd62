# The list of components.
list-reading = Je lis la page{ $host ->
    [none] {""}
   *[other] {" "}chez <b>{ $host }</b>
} …
list-refused = { $reason ->
    [not-a-link] Cela ne ressemble pas à un lien complet.
    [dead] Je n’ai pas pu ouvrir ce lien : { $host } ne répond pas.
    [missing] Il n’y a plus de page à cette adresse.
    [slow] { $host } met trop longtemps à répondre.
    [huge] Cette page est trop grande pour moi.
    [too-large] Cette page est trop grande pour moi.
    [private] Cette adresse n’est pas sur l’internet public, je ne l’ouvre donc pas.
    [unsafe] Ce lien n’est pas sûr.
    [refused-by-site] { $host } ne me laisse pas lire cette page.
    [broken-site] { $host } est en panne en ce moment.
    [circle] Ce lien me fait tourner en rond.
    [pdf] C’est un PDF. Je lis les pages web et le texte.
    [video] C’est une vidéo. Je lis les pages web et le texte.
    [picture] C’est une image. Je lis les pages web et le texte.
    [not-a-page] C’est un fichier, pas une page web, je ne peux donc pas le lire.
    [not-text] Cette page ne contient pas de texte que je puisse lire.
    [empty] Cette page est vide.
    [broken-reader] Quelque chose ne va pas de notre côté : je ne peux pas lire cette page pour le moment.
    [gone] Cette page dit elle-même qu’elle n’existe plus.
    [login] Cette page est réservée aux personnes connectées, je ne peux donc pas voir la liste.
    [scripted] Cette page ne montre sa liste qu’à un navigateur qui exécute ses scripts, je ne la vois donc pas.
    [only-video] Cette page est une vidéo sans liste écrite.
    [shop] C’est la page d’un magasin, pas un tutoriel.
    [collection] C’est un recueil. Ouvrez ce qui vous plaît et envoyez-moi son lien.
    [consent] Cette page ne me montre que sa question sur les cookies, pas la liste.
    [article] C’est un article ; je n’y trouve pas de liste d’ingrédients ou de matériel.
   *[no-components] Je ne trouve pas de liste d’ingrédients ou de matériel sur cette page.
}
    Collez la liste ici sous forme de texte, une chose par ligne, et je m’occupe de la suite. Ou envoyez un autre lien.
list-title = <b>{ $title }</b>
list-title-factor = <b>{ $title }</b> × { $factor }
list-title-servings = <b>{ $title }</b> · pour { $servings }
list-untitled = Votre liste
list-kind = { $kind ->
    [ingredient] <i>Ingrédients</i>
    [material] <i>Matériel</i>
   *[tool] <i>Outils</i>
}
list-line = ✅ { $amount ->
    [none] {""}
   *[other] <b>{ $amount }</b>{" "}
}{ $name }{ $optional ->
    [yes] {" "}<i>(facultatif)</i>
   *[no] {""}
}{ $doubt ->
    [none] {""}
    [no-amount] {" "}❓ <i>combien ?</i>
    [unknown-unit] {" "}❓ <i>unité pas claire</i>
    [from-prose] {" "}❓ <i>trouvé dans le texte</i>
   *[other] {" "}❓ <i>à vérifier</i>
}
list-line-dropped = ⬜️ <s>{ $amount ->
    [none] {""}
   *[other] { $amount }{" "}
}{ $name }</s>
list-empty = Encore rien dessus. Envoyez un lien, ou écrivez par exemple « ajoute 500 g de riz ».
list-doubt-note = ❓ Ici je n’étais pas sûr. Dites-le-moi, par exemple « sel 1 paquet », ou laissez : je demanderai un paquet.
list-estimate = Environ <b>{ $total }</b> aux prix affichés aujourd’hui, livraison comprise, chez { $sellers ->
    [one] un magasin
   *[other] { $sellers } magasins
}.
list-unfit = Personne ici ne vend : { $names }.
list-nothing-needed = Rien n’est coché. Touchez ce qu’il vous faut.
list-nobody-sells = Personne ici ne vend rien de tout cela. Vous pouvez changer la liste ou envoyer une autre page.
list-too-little = C’est moins que la plus petite commande livrée par un magasin. Ajoutez quelque chose, ou demandez aux magasins et venez chercher.
list-what-next = Touchez ce que vous avez déjà, ou écrivez « pas de basilic », « pour six personnes », « ajoute de l’huile d’olive ».
list-added = ➕ Ajouté : { $names }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
}
list-dropped = ➖ Laissé de côté : { $names }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
}
list-needed = ➕ Il faut : { $names }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
}
list-all-needed = ➕ Il faut de nouveau tout.
list-kept = ✂️ Il ne reste que : { $names }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
}
list-changed = ✏️ Changé : { $names }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
}
list-scaled = ⚖️ Maintenant pour { $servings }.
list-scaled-by = ⚖️ Maintenant { $factor } fois les quantités de la page.
list-cut = ⚠️ C’est plus qu’une liste ne peut contenir : j’ai pris les 120 premières lignes et laissé { $left_out } de côté.
list-page = <i>Page { $page } sur { $pages }, { $count } choses en tout.</i>
list-known = Vous avez déjà envoyé cette page ; voici sa liste telle qu’elle est.
list-already-reading = Je lis déjà cette page. Un instant.
list-many-links = Un message, { $count } liens : je lis les { $taken } premiers. Renvoyez les autres ensuite.
list-not-found-some = Je ne vois pas cela sur votre liste : { $names }.
button-list = 📝 Votre liste
button-try-again = 🔁 Réessayer
button-read-anew = 🔁 Relire la page
list-not-found = Je ne vois pas « { $what } » sur votre liste. Il y a : { $names }.
list-which-one = Que voulez-vous dire par « { $what } » ? Touchez-le.
list-which-of = Que voulez-vous dire par « { $what } » : { $names } ? Écrivez-le en entier.
list-has-already = Déjà sur votre liste : { $name }{ $amount ->
    [none] {""}
   *[other] , { $amount }
}. Pour plus, écrivez par exemple « ajoute 500 g de { $name } ».
list-none = Il n’y a pas encore de liste. Envoyez-moi un lien vers une recette ou un tutoriel, ou collez son texte.
list-still-reading = Je lis encore cette page. Un instant.
list-closed = Cette liste est déjà commandée. Envoyez un lien pour en commencer une nouvelle.
list-too-long = Une liste contient au plus 120 lignes. Retirez-en d’abord.
list-bad-scale = Je ne peux pas convertir ainsi : tout va d’un vingtième à 200 fois les quantités de la page. Pour combien est-ce ?
list-bad-amount = Cette quantité ne semble pas juste. Dites-moi par exemple « 500 g ».
list-what-to-add = Que faut-il ajouter ? Par exemple « ajoute 200 ml de crème ».
list-what-to-drop = Que faut-il laisser de côté ? Par exemple « pas de basilic ».
list-what-meant = Que faut-il changer ? Écrivez-le en entier, par exemple « pour six personnes » ou « riz 500 g ».
list-how-much = Combien de { $name } voulez-vous ? Par exemple « 500 g » ou « 2 ».
list-reopened = J’ai retiré les demandes aux magasins, puisque votre liste a changé.
ask-servings = Pour combien ? Envoyez-moi un nombre.
ask-factor = Combien de fois cette liste ? Envoyez-moi un nombre, par exemple 2.
page-of = { $page }/{ $pages }
button-servings = pour { $n } …
button-scale = Convertir …
button-ask-sellers = 🔎 Demander aux magasins
