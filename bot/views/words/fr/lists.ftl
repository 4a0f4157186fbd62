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
    [file-empty] Ce fichier est vide.
    [file-not-text] Ce fichier ne contient pas de texte que je puisse lire.
    [file-no-list] Je n’ai pas trouvé de liste d’ingrédients ou de matériel dans ce fichier.
    [file-lost] Je n’ai pas pu récupérer ce fichier.
   *[no-components] Je ne trouve pas de liste d’ingrédients ou de matériel sur cette page.
}
    Collez la liste ici sous forme de texte, une chose par ligne, et je m’occupe de la suite. Ou envoyez un autre lien.
list-refused-link = 🔗 { $link }
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
}{ $name }{ $also ->
    [none] {""}
   *[other] {" "}<i>({ $also })</i>
}{ $optional ->
    [yes] {" "}<i>(facultatif)</i>
   *[no] {""}
}{ $doubt ->
    [none] {""}
    [no-amount] {" "}❓ <i>combien ?</i>
    [unknown-unit] {" "}❓ <i>unité pas claire</i>
    [from-prose] {" "}❓ <i>trouvé dans le texte</i>
   *[other] {" "}❓ <i>à vérifier</i>
}{ $more ->
    [yes] {" "}<i>+ un peu</i>
   *[no] {""}
}{ $pages ->
    [0] {""}
    [1] {""}
   *[other] {" "}<i>· pour { $pages } pages</i>
}{ $remembered ->
    [own] {" "}<i>· comme vous l’avez dit la dernière fois</i>
    [common] {" "}<i>· comme d’autres le comprennent</i>
   *[none] {""}
}
list-line-dropped = ⬜️ <s>{ $amount ->
    [none] {""}
   *[other] { $amount }{" "}
}{ $name }</s>{ $also ->
    [none] {""}
   *[other] {" "}<i>({ $also })</i>
}
list-language = <i>La page est { $language ->
    [de] en allemand
    [en] en anglais
    [fr] en français
    [es] en espagnol
    [it] en italien
   *[other] dans une autre langue
} ; quand je le connais, le nom français figure à côté.</i>
list-empty = Encore rien dessus. Envoyez un lien, ou écrivez par exemple « ajoute 500 g de riz ».
list-doubt-note = { $count ->
    [one] ❓ Pour une ligne, je n’étais pas sûr.
   *[other] ❓ Pour { $count } lignes, je n’étais pas sûr.
} Touchez « à vérifier », ou dites-le-moi, par exemple « sel 1 paquet ». Sans quantité, je demande un paquet.
list-estimate = Environ <b>{ $total }</b> aux prix affichés aujourd’hui, livraison comprise, chez { $sellers ->
    [one] un magasin
   *[other] { $sellers } magasins
}.
list-unfit = Personne ici ne vend : { $names }.
list-too-small = ⚠️ Pas dans ce prix : { $names }. { $seller } { $count ->
    [one] le
   *[other] les
} vend à partir de { $minimum }{ $lacks ->
    [none] .
   *[other] {" "}; il manque { $lacks }.
}
list-nothing-needed = Rien n’est coché. Touchez ce qu’il vous faut.
list-nobody-sells = Personne ici ne vend rien de tout cela. Vous pouvez changer la liste ou envoyer une autre page.
list-too-little = C’est moins que la plus petite commande de tous les magasins : { $seller } vend à partir de { $minimum }, il manque { $lacks }. Ajoutez quelque chose.
list-what-next = Touchez ce que vous avez déjà, ou écrivez { $name ->
    [none] {""}
   *[other] « sans { $name } »,{" "}
}{ $by ->
    [portions] « pour six personnes »
   *[times] « deux fois plus »
}{ $more ->
    [none] {""}
   *[other] , « deux fois plus de { $more } »
}.
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
list-scaled-unknown = Elle ne dit pas pour combien elle était ; c’est donc { $number } fois plus. Pas ce que vous vouliez ? Écrivez par exemple « non, je voulais dire { $other } ».
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
list-choose-first = Choisissez d’abord l’une des listes ci-dessus, en la touchant ou par « la deuxième » ; ensuite je la change.
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
button-servings = { $title ->
    [none] pour { $n } …
   *[other] { $title } · pour { $n } …
}
button-scale = { $title ->
    [none] Adapter …
   *[other] { $title } · adapter …
}
button-ask-sellers = 🔎 Demander aux magasins

# One line at a time.
line-question = ❓ <b>{ $n } sur { $total }</b>
    La page dit : « { $line } »
    Je lis : { $amount ->
    [none] <b>{ $name }</b>, sans quantité
   *[other] <b>{ $amount }</b> { $name }
}
    { $doubt ->
    [no-amount] Combien en faut-il ? Sans quantité, je demande un paquet.
    [unknown-unit] Je ne connais pas cette unité.
    [unsure-name] Je ne suis pas sûr de ce que c’est.
    [from-prose] Je l’ai trouvé dans le texte courant, c’est donc peut-être faux.
   *[none] Que faut-il lire ?
}
    Touchez, ou écrivez ce qu’il faut lire : « 2 tasses de farine », « c’est du bouillon de légumes ».
line-not-understood = Je n’y trouve ni chose ni quantité. Écrivez par exemple « 500 g », « 2 tasses de { $name } » ou « plus tard ».
line-which = Quelle ligne ? Touchez-la pour la classer, pour choisir exactement quoi acheter, ou pour la corriger.
line-about = { $kind ->
    [ingredient] 🥕 Ingrédient
    [material] 🧱 Matériel
   *[tool] 🔧 Outil
} : { $amount ->
    [none] {""}
   *[other] <b>{ $amount }</b>{" "}
}{ $name }{ $doubt ->
    [none] {""}
   *[other] {" "}❓
}
    La page dit : « { $line } »
line-part = • { $amount ->
    [none] un peu
   *[other] { $amount }
} pour { $title }
line-items = Voici ce qui convient le mieux. Touchez-en un : j’achèterai celui-là et je m’en souviendrai pour { $name } :
line-any-item = D’accord, peu importe lequel, tant qu’il convient pour { $name }.
list-checked = { $left ->
    [0] ✅ Plus aucune ligne n’est douteuse.
    [one] ❓ Une ligne reste incertaine ; vous pouvez la vérifier à tout moment.
   *[other] ❓ { $left } lignes restent incertaines ; vous pouvez les vérifier à tout moment.
}
list-check-over = 👌 C’est tout pour l’instant.
list-nothing-to-check = Aucune ligne de cette liste n’est douteuse. Pour en changer une, touchez « Modifier une ligne ».
list-check-first = ❓ { $n ->
    [one] Une ligne était difficile à lire
   *[other] { $n } lignes étaient difficiles à lire
} : { $names }. On vérifie d’abord ? Je peux aussi demander aux magasins tout de suite.
list-ingredient = 🥕 Maintenant parmi les ingrédients : { $names }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
}
list-material = 🧱 Maintenant dans le matériel : { $names }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
}
list-tool = 🔧 Maintenant parmi les outils : { $names }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
} Je n’achète un outil que si vous le demandez : touchez-le, ou écrivez « il me faut aussi { $names } ».
list-chosen = 👌 Choisi : { $names }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
}
list-in-basket = Cette page est maintenant dans un panier. Changez-la là-bas.
button-check-lines = ❓ { $n ->
    [one] 1 ligne à vérifier
   *[other] { $n } lignes à vérifier
}
button-edit-line = ✏️ Modifier une ligne
button-ask-anyway = 🔎 Demander quand même
button-line-right = ✅ Bien lu
button-line-one-pack = ✅ Bien lu, un paquet suffit
button-line-out = ➖ Laisser de côté
button-line-skip = ⏭ Passer
button-line-stop = ⏹ Assez pour l’instant
button-line-reread = ✏️ Corriger
button-line-back = ‹ Toutes les lignes
button-any-item = 🔀 Peu importe lequel
button-sort = { $kind ->
    [ingredient] 🥕 C’est un ingrédient
    [material] 🧱 C’est du matériel
   *[tool] 🔧 C’est un outil
}

# Several pages in one basket.
basket-title = 🧺 <b>Un panier pour { $pages } pages</b>
basket-page = • { $title }{ $servings ->
    [none] {""}
   *[other] {" "}· pour { $servings }
}{ $factor ->
    [none] {""}
   *[other] {" "}× { $factor }
}
basket-reading = 🧺 { $n } pages : je les mets dans un seul panier.
basket-joined = 🧺 Maintenant dans un seul panier : { $titles }. J’ai additionné ce qui est pareil.
basket-page-joined = 🧺 <b>{ $title }</b> est dans le panier plus bas.
basket-parted = ✂️ Chaque page est de nouveau une liste à part.
basket-may-join = { $titled ->
    [no] Votre liste précédente
   *[yes] Votre liste « { $title } »
} est encore ouverte. Un seul panier pour les deux ?
basket-on-its-own = 👌 Cette liste reste à part.
basket-has-page = Cette page est déjà dans ce panier.
basket-has-it = Cette page est déjà dans le panier.
basket-no-other = Il n’y a pas d’autre liste ouverte avec laquelle la mettre. Envoyez d’abord une autre page.
basket-page-left = ➖ <b>{ $title }</b> est retiré, avec ce qu’il est seul à demander.
basket-page-or-line = « { $what } » peut désigner toute la page ou une ligne de la liste. Que faut-il retirer ?
button-page = 📄 La page « { $title } »
basket-none = Cette liste est déjà à part.
button-join = 🧺 Mettre avec « { $title } »
button-on-its-own = 📄 À part
button-keep-apart = ✂️ Garder les pages à part
