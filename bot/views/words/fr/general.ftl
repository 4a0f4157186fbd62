# Hello, help, settings, search, admin.
welcome = Bonjour { $name }, je suis { $shop } : envoyez-moi un lien vers une recette ou un tutoriel, et je trouve tout ce qu’il faut.
    J’interroge les magasins du coin, je propose quoi acheter chez qui, et je suis la commande jusqu’à votre porte.

    Essayez par exemple :
    • envoyez un lien, ou collez une liste
    • « de quoi ai-je besoin pour des lasagnes pour six ? »
    • « ajoute 500 g de riz et deux citrons »
    • « avez-vous de l’huile d’olive ? »
welcome-seller = Bonjour { $name }. Les demandes pour votre magasin arrivent ici ; répondez d’un geste, ou avec vos propres mots.
welcome-carrier = Bonjour { $name }. Les livraisons arrivent ici avec leurs arrêts ; touchez chacun quand il est fait.
welcome-admin = Bonjour { $name }. /orders montre les commandes, /order CODE l’historique d’une seule. /sites montre les sites que j’interroge.
welcome-coordinator = Bonjour { $name }. Vous pouvez acheter ici comme tout le monde. L’enregistrement des ensembles viendra plus tard.
help-consumer = <b>Comment ça marche</b>
    1. Envoyez un lien vers une recette ou un tutoriel, ou collez son texte. Pas de page ? « De quoi ai-je besoin pour des lasagnes ? »
    2. Touchez ce que vous avez déjà. Écrivez « pas de basilic », « pour six personnes », « deux fois plus de riz », « ajoute de l’huile d’olive ».
    3. « Demander aux magasins ». Leurs réponses arrivent dans un seul message.
    4. Je propose chez qui acheter, et je dis pourquoi. Changez la priorité, comparez, déplacez une ligne.
    5. Dites où livrer, choisissez comment payer. J’annonce chaque étape jusqu’à l’arrivée.

    /list votre liste · /track vos commandes · /settings · /privacy · /cancel quitte une question
help-seller = <b>Pour les magasins</b> : répondez aux demandes d’un geste ou avec des mots (« riz 3,20, pas de basilic, le reste ok, demain »). Rien n’engage avant que vous ayez confirmé ce que j’ai lu. /work montre ce qui attend.
help-carrier = <b>Pour les coursiers</b> : touchez chaque arrêt quand il est fait. /work montre vos livraisons.
help-admin = <b>Pour l’administration</b> : /orders, /order CODE, /sites.
help-topic = { $topic ->
    [payment] <b>Payer</b>
        Par carte sur une page sécurisée, en espèces à la porte, ou au magasin quand vous venez chercher. Vous choisissez en commandant ; un seul paiement couvre tous les magasins et la livraison.
    [delivery] <b>Livraison</b>
        Un coursier passe chez tous vos magasins et apporte tout ensemble. Vous choisissez le jour et le moment en commandant. /track dit où elle en est.
    [returns] <b>Retours</b>
        Ils ne se font pas encore tout seuls ici : parlez à une personne, qui s’en occupe.
    [privacy] <b>Qui voit quoi</b>
        Les magasins voient ce qu’ils vous vendent et un code, seul le coursier voit votre adresse. /privacy le dit en entier.
    [sellers] <b>Magasins</b>
        Je demande à chaque magasin de la ville qui vend quelque chose de votre liste, et je propose le meilleur mélange selon votre priorité. /settings la change.
   *[scaling] <b>Quantités</b>
        ➖ et ➕ sous la liste changent les portions ; ou écrivez « pour six personnes », « deux fois plus de riz », « riz 500 g ».
}
you-are-welcome = Avec plaisir !
never-mind = D’accord. Votre liste et vos commandes restent comme elles sont.
never-mind-question = D’accord, oubliez la question. Tout reste comme c’est.
settings-title = <b>Réglages</b>
    Je choisis les magasins ainsi : <b>{ priority }</b>. Langue : { $language } (/language).
priority-kept = Désormais je choisis ce qui { $priority ->
    [cheapest] coûte le moins en tout
    [soonest] arrive le plus tôt
    [fewest-sellers] vient du moins de magasins
    [nearest] est le plus proche
    [favourites] vient de vos magasins préférés
   *[least-waste] laisse le moins de restes
}.
language-which = { $unknown ->
    [none] J’écris en { $language }. Choisissez une autre langue :
   *[other] Je n’écris pas encore cette langue. Voici celles que je connais :
}
language-kept = Désormais j’écris en français.
privacy = <b>Qui voit quoi</b>
    • Les magasins voient ce qu’on attend d’eux et un code. Jamais votre nom, votre compte ni votre adresse.
    • Le coursier voit votre nom et votre adresse pour la livraison, rien d’autre.
    • Votre adresse est gardée chiffrée ; la boutique ne l’ouvre que pour la livraison et pour vous la montrer.
    L’export et l’effacement par vous-même viendront plus tard ; d’ici là, écrivez « je voudrais parler à quelqu’un ».
human-wanted = 🙋 { $name } ({ $code }) voudrait parler à une personne.
human-called = J’ai prévenu quelqu’un de la boutique. On vous écrira ici.
search-nothing-under = Je ne trouve pas de « { $query } » à { $most } ou moins.
button-any-price = 🔎 À tout prix
search-for-what = Que cherchez-vous ? Par exemple « huile d’olive » ou « vis 4x40 ».
search-nothing = Je ne trouve rien pour « { $query } ». Essayez un autre mot, ou mettez-le quand même sur votre liste : « ajoute { $query } ».
search-title = Pour « { $query } » il y a :
search-line = • <b>{ $title }</b> — { $price }, { $seller }{ $stock ->
    [none] {" "}<i>(épuisé)</i>
    [few] {" "}<i>(il en reste { $left })</i>
   *[plenty] {""}
}{ $misses ->
    [nothing] {""}
    [thing] {" "}<i>(autre chose)</i>
    [colour] {" "}<i>(une autre couleur)</i>
    [size] {" "}<i>(une autre taille)</i>
    [price] {" "}<i>(plus cher)</i>
   *[several] {" "}<i>(pas tout à fait comme demandé)</i>
}
button-add = ➕ { $title }
button-help = Comment ça marche
button-how = 💡 Comment ça marche
button-where = 📦 Où est ma commande ?
button-settings = ⚙️ Réglages
button-work = 📋 Ce qui m’attend
button-orders = 📋 Commandes
button-human = 🙋 Parler à une personne
not-understood = { $offers ->
    [0] Je n’ai pas compris. Je sais lire une page ou une liste, changer votre liste, demander aux magasins, chercher un produit et dire où est votre commande.
    [one] Je ne suis pas sûr d’avoir compris. Vouliez-vous dire ceci ?
   *[other] Je ne suis pas sûr d’avoir compris. Vouliez-vous dire l’une de ces choses ?
}
meant = { $intent ->
    [ask-sellers] Demander aux magasins
    [compare-offers] Montrer la proposition
    [choose-strategy] Montrer la proposition
    [explain-choice] Montrer la proposition
    [track-order] Où est ma commande ?
    [confirm-order] Commander la proposition
    [set-priority] Réglages
    [talk-to-human] Parler à une personne
    [never-mind] Laisser tomber
    [help] Comment ça marche
   *[other] Montrer ma liste
}
not-yet = { $what ->
    [read-job] Envoyez-moi un lien vers la page, ou collez sa liste d’ingrédients ou de matériel, et je m’occupe de la suite.
    [ask-combination] Les ensembles ne sont pas encore là.
    [reserve-item] Réserver des nouveautés n’est pas encore possible ici.
    [try-on] Essayer des vêtements n’est pas encore possible ici.
    [return-item] Les retours ne sont pas encore là. Écrivez « je voudrais parler à quelqu’un » et une personne s’en occupe.
    [export-data] L’export par vous-même n’est pas encore là. Écrivez « je voudrais parler à quelqu’un » et une personne l’envoie.
    [delete-data] L’effacement par vous-même n’est pas encore là. Écrivez « je voudrais parler à quelqu’un » et une personne le fait.
   *[other] Je comprends ce que vous voulez, mais cela n’existe pas encore ici.
} Ce qui marche : envoyez une page ou une liste, et je trouve tout ce qu’il faut.
engine-away = { $stage ->
    [installing] J’apprends encore à lire le texte libre (installation, une minute ou deux au premier démarrage).
    [training] J’apprends encore à lire le texte libre (entraînement, une minute ou deux).
    [starting] Je comprends le texte libre dans quelques secondes.
    [failed] Je ne peux pas lire le texte libre pour le moment ; la boutique est prévenue.
   *[off] Je ne peux pas lire le texte libre pour le moment.
} Les liens, les listes d’une chose par ligne, les boutons et les commandes marchent entre-temps.
group-not-here = Je travaille seulement dans les chats privés, pour que personne d’autre ne voie vos achats. Touchez mon nom, { $shop }, et écrivez-moi là.
cannot-read = Je ne peux pas lire cela. Envoyez-moi un lien, un texte ou votre position.
unknown-command = Je ne connais pas /{ $name }. /help montre ce qu’il y a.
work-none = Rien ne vous attend : vous n’êtes pas inscrit comme magasin ou coursier.
not-allowed = { $role ->
    [seller] C’est pour les magasins.
    [carrier] C’est pour les coursiers.
   *[admin] C’est pour l’administration de la boutique.
} /help montre ce que vous pouvez faire.
not-yours = Ce n’est pas à vous, ou cela n’existe plus. /list montre votre liste, /track vos commandes.
old-button = Ce bouton vient d’un message plus ancien et ne marche plus. /list montre votre liste, /track vos commandes.
over = C’est déjà passé ; rien n’a changé.
bug = Désolé, quelque chose s’est mal passé de notre côté. Rien n’est perdu ni fait deux fois. Si vous nous écrivez, citez <code>{ $reference }</code>.
ask-quantity = Combien ? Par exemple « 500 g » ou « 2 ».
ask-window = Quand le voulez-vous ? Par exemple « demain soir ».
text-no-list = Je ne trouve pas de liste dans ce texte. Envoyez une ligne par ingrédient ou matériel, par exemple « 500 g de riz ».
day-today = aujourd’hui
day-tomorrow = demain
# How a date is written, in the letters of Unicode's TR 35.
day-pattern = EEE d MMM
