# Hello, help, settings, search, admin.
welcome = Bonjour { $name }, je suis { $shop } : envoyez-moi un lien vers une recette ou un tutoriel, et je trouve tout ce qu’il faut.
    J’interroge les magasins du coin, je propose quoi acheter chez qui, et je suis la commande jusqu’à votre porte.

    Essayez par exemple :
    • envoyez un lien, ou collez une liste
    • « de quoi ai-je besoin pour des lasagnes pour six ? »
    • « avez-vous de l’huile d’olive ? »
welcome-seller = Bonjour { $name }. Les demandes pour votre magasin arrivent ici ; répondez d’un geste, ou avec vos propres mots.
welcome-carrier = Bonjour { $name }. Les livraisons arrivent ici avec leurs arrêts ; touchez chacun quand il est fait.
welcome-admin = Bonjour { $name }. /orders montre les commandes, /order CODE l’historique d’une seule. /talks montre qui attend une personne, /sites les sites que j’interroge.
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
help-admin = <b>Pour l’administration</b> : /orders, /order CODE, /sites. /talks montre qui attend une personne ; prenez une conversation, puis écrivez ou répondez, /done y met fin.
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
    [who] <b>Qui je suis</b>
        Un programme, pas une personne : je lis ce que vous écrivez, j’interroge les magasins et je fais ce que vous dites. Pour parler à une personne, touchez ci-dessous.
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
    • Si vous parlez à une personne de la boutique, l’administration voit votre nom et votre code, votre langue, la liste ou la commande que vous avez sous les yeux, et vos derniers messages sauf les adresses ; qui vous répond voit aussi ce que vous écrivez jusqu’à la fin de la conversation.
    • Ce que vous répondez à propos d’une ligne reste sous votre compte, pour mieux lire vos prochaines listes ; quand plusieurs personnes ont dit la même chose, cela aide aussi les autres, sans noms.
    • Les sites à qui je demande une liste voient les mots du projet, pas qui demande.
    L’export et l’effacement par vous-même viendront plus tard ; d’ici là, écrivez « je voudrais parler à quelqu’un ».
skipped = { $what ->
    [servings] D’accord, le nombre reste comme il est.
    [quantity] D’accord, la quantité reste comme elle est.
    [window] D’accord : n’importe quand, dès le jour où tout est prêt. Vous pourrez encore choisir en commandant.
    [query] D’accord, je ne cherche rien.
   *[other] D’accord, la question reste ouverte.
}
skip-nothing = Il n’y a pas de question à passer. « On en était où ? » montre ce qui est ouvert.
skip-address-not = Je ne peux pas passer l’adresse : sans elle, rien ne peut être livré. Écrivez-la, ou venez chercher les articles au magasin ; dans ce cas, je n’en ai pas besoin.
skip-payment-not = Je dois savoir comment vous payez, sinon je ne peux pas passer la commande. Choisissez ci-dessous, ou écrivez « espèces » ou « carte ».
button-address-as-last = 📍 Là où c’était la dernière fois
button-same-again = 🔁 Comme la dernière fois
resume-nothing = Rien n’est ouvert. Envoyez un lien ou une liste pour commencer, ou prenez la même chose que la dernière fois.
repeat-basket = 🔁 Comme dans la commande { $code } ({ $day }){ $servings ->
    [none] {""}
   *[other] , pour { $servings }
} : elle venait de { $sellers }{ $where ->
    [none] {" "}et vous êtes venu la chercher
   *[other] , livrée à { $where }
}. Voici de nouveau sa liste ; rien n’est commandé avant que vous le disiez.
repeat-nothing = Vous n’avez encore rien acheté ici, il n’y a donc pas de dernière fois. Envoyez un lien ou une liste pour commencer.
repeat-nothing-here = Vous n’avez encore rien acheté ici vous-même. /work montre ce qui vous attend.
repeat-not-known = Votre dernière commande n’en dit rien. Dites-moi ce que vous voulez.
repeat-taken = { $what ->
    [address] La livraison va au même endroit que la dernière fois.
    [collect] Vous venez chercher la commande, comme la dernière fois.
    [window] Au même moment de la journée que la dernière fois, le premier jour où tout est prêt.
    [payment] Vous payez comme la dernière fois.
   *[all] Comme la dernière fois. Vérifiez avant de passer la commande :
}
address-say-whole = Je ne sais pas quel numéro de cette adresse vous voulez dire. Écrivez l’adresse entière, s’il vous plaît.
help-delivery-proposal = <b>Livraison pour cette proposition</b> : { $fee }, comprise dans le total. Tout peut être livré à partir de : { $day } ; vous choisissez le jour et le moment en commandant.
help-delivery-free = <b>La livraison de cette proposition</b> ne coûte rien de plus. Tout peut être livré à partir de : { $day } ; vous choisissez le jour et le moment en commandant.
help-delivery-list = Le prix de la livraison dépend des magasins ; il est compris dans l’estimation sous votre liste, et exact dans la proposition.
cost-estimate = 💶 Avec la livraison, environ <b>{ $total }</b> aux prix affichés aujourd’hui, chez { $sellers ->
    [one] un magasin
   *[other] { $sellers } magasins
} : articles { $goods }, { $fees ->
    [none] livraison gratuite
   *[other] livraison { $fees }
}. Ce sera exact dès que les magasins auront répondu.
cost-exact = 💶 Avec la livraison, cela fait <b>{ $total }</b> : articles { $goods }, { $fees ->
    [none] livraison gratuite
   *[other] livraison { $fees }
}.
cost-collect = 💶 Vous venez chercher, cela fait donc <b>{ $total }</b> : articles { $goods }{ $fees ->
    [none] {""}
   *[other] , livraison { $fees }
}. Pour être livré, dites-le en commandant.
cost-if-delivered = 💶 Livré chez vous, cela ferait <b>{ $total }</b> : articles { $goods }, { $fees ->
    [none] livraison gratuite
   *[other] livraison { $fees }
}. Pour l’instant vous venez chercher, sans ces frais. Touchez « Livrer » pour être livré.
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
not-understood-at-work = Je n’ai pas compris, donc rien n’a été changé. Voici ce qui vous attend ; touchez le bouton qui convient.
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
    [read-job] Envoyez-moi un lien vers la page, ou collez sa liste d’ingrédients ou de matériaux, et je continue à partir de là.
    [ask-combination] Les tenues, les décors de table et les autres ensembles n’existent pas encore ici. Les articles seuls, si : dites-moi ce que vous cherchez.
    [more-like-this] Les suggestions selon vos goûts n’existent pas encore ici, je ne peux donc rien montrer de semblable. Je sais chercher par mots : dites-moi ce que vous cherchez.
    [like] Tant mieux ! Je ne retiens pas encore les goûts ; mes propositions suivent la priorité de vos réglages.
    [dislike] Je ne retiens pas encore les goûts. Une proposition qui ne convient pas se change : une autre priorité, un autre magasin, ou une ligne en moins.
    [who-made] Les ensembles et leurs auteurs n’existent pas encore ici. Le vendeur de chaque article figure à côté, dans la recherche comme dans la proposition.
    [try-on] Essayer des vêtements sur votre propre photo n’est pas encore possible ici. Chercher et commander, si.
    [show-wardrobe] Une garde-robe de vos achats n’existe pas encore ici. Vos commandes, si.
    [news-on] Les nouvelles sur les articles à venir n’existent pas encore ici, je ne peux donc pas en envoyer. Chercher quelque chose maintenant, si.
    [news-off] Je n’envoie pas de publicité : tout ce que vous recevez concerne vos propres listes et commandes. Il n’y a rien à arrêter.
    [reserve-item] Réserver des articles qui ne sont pas encore sur le marché n’est pas possible ici. Ce que les magasins vendent aujourd’hui se cherche et se commande.
    [confirm-reservation] Les réservations n’existent pas encore ici, il n’y en a donc aucune à confirmer. Vos commandes sont là.
    [lapse-reservation] Les réservations n’existent pas encore ici, il n’y en a donc aucune à laisser. Une commande peut être annulée tant qu’elle n’est pas emballée.
    [open-reservations] Les réservations n’existent pas encore ici, aucune n’est donc ouverte. Vos commandes sont là.
    [return-item] Les retours ne se font pas encore tout seuls ici : une personne de la boutique s’en occupe. Une commande pas encore emballée peut être annulée.
    [export-data] Obtenir toutes vos données par vous-même n’est pas encore possible ici : une personne de la boutique vous les envoie. Qui voit quoi est dit sous « confidentialité ».
    [delete-data] Effacer vos données par vous-même n’est pas encore possible ici : une personne de la boutique le fait. Qui voit quoi est dit sous « confidentialité ».
    [accept-substitute] Aucun magasin ne vous a proposé de remplacement en ce moment. Si vous parlez de la proposition : dites « commande ça ».
    [reject-substitute] Aucun magasin ne vous a proposé de remplacement en ce moment. Une ligne de la proposition peut être enlevée ou achetée ailleurs.
   *[other] Je comprends ce que vous voulez, mais cela n’existe pas encore ici. Je sais lire une page ou une liste et trouver tout ce qu’il faut.
}
button-search = 🔎 Chercher un produit
button-privacy = 🔒 Confidentialité
button-list-mine = 📝 Ma liste
engine-away = { $stage ->
    [installing] J’apprends encore à lire le texte libre (installation, une minute ou deux au premier démarrage).
    [training] J’apprends encore à lire le texte libre (entraînement, environ quatre minutes).
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
wish-refused = ✋ Pas fait : « { $said } ».
wish-left = ✋ J’ai laissé « { $said } » pour l’instant : envoyez-le dans un message à part.
ask-quantity = Combien ? Par exemple « 500 g » ou « 2 ».
ask-window = Quand le voulez-vous ? Par exemple « demain soir ».
text-no-list = Je ne trouve pas de liste dans ce texte. Envoyez une ligne par ingrédient ou matériel, par exemple « 500 g de riz ».
day-today = aujourd’hui
day-tomorrow = demain
# How a date is written, in the letters of Unicode's TR 35.
day-pattern = EEE d MMM
