"""The French of sellers' answers."""

from commerce.quotes.reply_language import Language, Role, numbered
from commerce.units import Unit

__all__ = ["FRENCH"]

_DE = r"(?: de la| de l'| des| du| de| d'| le| la| les| l')?"
_NOUS = r"(?:je n'|on n'|nous n'|j'|n')"

_PHRASES = {
    Role.FILLER: (
        r"pas de (?:probleme|souci|soucis)|aucun (?:probleme|souci)|pas de quoi|de rien|pas mal|pas cher",
        r"si (?:ca|cela) (?:vous |te )?(?:va|convient|vous va|arrange)",
        r"si (?:vous|tu) (?:voulez|veux|le souhaitez)",
        r"(?:paiement |payable )?a la livraison|quand (?:vous|tu) (?:voulez|veux|pouvez|le souhaitez)",
        r"c'est (?:note|parti|pour vous)",
        r"bien (?:sur|entendu)|tout a l'heure|en fait|du coup|a vous",
        r"tenez-?moi",
        r"(?:dites|dis)[- ]moi|faites[- ]moi signe|s'il (?:vous|te) plait|a bientot|tout de meme",
        r"a (?:peine|savoir)",
    ),
    Role.CORRECTION: (r"je veux dire|je voulais dire|non plutot|pardon|correction|erreur|plutot(?= \d)",),
    Role.VAGUE: (
        r"environ|peut-etre|a peu pres|(?:la )?moitie|demie?(?!-)",
        r"a partir de(?=\s?\d+[.,]\d\d(?!\.)|\s?\d+ ?€)",
        r"plus ou moins|autour de|aux alentours(?: de)?|dans les|entre(?= \d)|grosso modo|a vue de nez",
        r"vers(?= \d+ ?€)",
        r"je (?:ne )?sais (?:plus|pas)|sais pas|pas sur|pas certain|ca depend|a voir|a confirmer|je crois",
        r"je pense|(?:dois|faut|vais) (?:que je )?(?:verifier|regarder|demander|voir)",
        r"je (?:verifie|regarde|demande)",
        r"probablement|normalement autour|quelque chose comme|a discuter|negociable|au moins|minimum",
        r"(?<=\d )le lot|(?<=\d€ )le lot|(?<=[€s] )le lot|par lots?|du lot",
    ),
    Role.PICKUP: (
        r"a (?:retirer|emporter|recuperer|prendre|venir (?:chercher|prendre|recuperer|retirer))|retraits?",
        r"pas de livraison|venir (?:le |les |la |tout )?(?:chercher|prendre|recuperer)",
        r"en (?:magasin|boutique)",
        r"(?:passez|passer|passe|venez|viens|vous passez|tu passes) (?:le |la |les |tout |donc |nous |me )*"
        r"(?:prendre|chercher|recuperer|retirer|voir)|sur place|au (?:magasin|comptoir|marche|depot|stand)",
        r"(?:ne )?livre(?:z|ons)? pas|click (?:and|&) collect|a disposition|enlevement|a la boutique",
        r"recuperable\w*|recuperee?s?",
        r"passez(?= quand| nous| me| a| en| chez)|(?:pouvez|peux|faut|faudra|devez) (?:re)?venir|venez",
        r"a la \w+erie|a chercher|retirable|retirer|a la ferme|a l'atelier",
    ),
    Role.DECLINE: (
        r"pas possible|impossible|je (?:ne )?peux pas(?: (?:vous |t')?(?:aider|fournir|livrer|servir))?",
        r"on (?:ne )?peut pas(?: (?:vous )?(?:aider|fournir))?|nous ne pouvons pas",
        r"rien(?: en stock| a proposer| de tout ca)?",
        r"complet cette semaine|trop occupee?s?|deborde\w*|pas pour (?:moi|nous)|je (?:passe|decline)",
        r"sans moi",
        r"(?:on|nous|je) ne (?:fait|faisons|fais|vend|vends|vendons|travaille|travaillons) pas"
        r"(?: (?:ca|cela|ce|ces|cet|cette|de ca)(?: \w+)?)?|pas (?:notre|mon) (?:rayon|metier|truc)",
        r"(?:devons|dois) (?:decliner|refuser)|j'annule|annulez tout",
        r"annul(?:e|ons|er) (?:mon |notre |l')offre|pas interesse\w*",
    ),
    Role.AWAY: (
        r"ferme[es]?(?! a)|en vacances|(?:en )?conges?(?: annuels?)?|fermeture|inventaire|jour de repos",
    ),
    Role.AGAIN: (
        r"(?:cueilli|peche|recolte)e?s?(?= (?:ce|aujourd|hier|du))|de retour|a nouveau|de nouveau|retour",
        r"reappro\w*|revien\w+|reassort\w*|rentre(?:nt|ra)?",
    ),
    Role.LACKS: (
        r"oubliez|oublie|laissez tomber|epuisee?s?|en rupture(?: de stock)?|rupture(?: de stock)?",
        r"indisponibles?|pas disponibles?",
        r"pas dispo",
        rf"(?:je n'ai|on n'a|nous n'avons|n'ai|n'avons|j'ai|on a|y a|n'y a) (?:malheureusement "
        rf"|vraiment )?(?:pas|plus){_DE}",
        r"(?:ne )?(?:l'|les )(?:ai|a|avons) (?:pas|plus)|non dispo(?:nible)?s?|manquent?|il manque",
        r"pas en stock|plus en stock|hors stock|plus du tout",
        r"plus rien",
        rf"(?:n'en ai|n'en avons|en ai|en a|en avons|n'en (?:fait|fais|faisons|vend|vends|vendons)) (?:pas"
        rf"|plus)|(?:ne )?(?:fais|fait|faisons) (?:pas|plus){_DE}",
        r"(?:ne )?(?:reste|restent) plus|termine[es]?|fini[es]?|vendue?s?(?= )|a supprimer|supprime[rz]?",
        r"retirez",
        r"aucun(?:e)? (?:en stock|dispo)|pas cette fois|pas avant(?!)",
    ),
    Role.INSTEAD: (
        r"au lieu (?:de|du|des|d')|a la place(?: (?:de la|de l'|de|du|des|d'))?",
        r"en remplacement(?: (?:de|du|des))?",
        r"plutot que|en echange|comme alternative|remplace(?:e|r|s)? par|a defaut(?: de)?|faute (?:de|d')",
    ),
    Role.EXCEPT: (r"sauf|excepte|hormis|a part|a l'exception (?:de|du|des)|hors(?! stock)|mis a part",),
    Role.LISTED: (
        r"comme (?:indique|d'habitude|affiche|au catalogue|sur la liste)",
        r"prix (?:habituels?|affiches?|catalogue)",
        r"(?:au|aux) (?:prix catalogue|tarif(?:s)? habituels?|prix de la liste|prix habituels?)",
    ),
    Role.KEPT: (
        r"(?:(?:ne )?change(?:nt)? (?:pas|rien)|sans changement|inchange[es]?|pareil|idem|comme (?:avant"
        r"|prevu|convenu|dit))",
        r"(?:reste(?:nt)? )(?:pareil|idem|inchange[es]?|comme (?:avant|prevu|convenu)|le meme|la meme"
        r"|les memes|valable)",
        r"je (?:garde|maintiens)|meme prix|on (?:garde|maintient)",
    ),
    Role.TOTAL: (
        r"(?:pour )?les (?:deux|trois|quatre|cinq|six)(?=\s*(?:[,.;!)\n-]|$)| (?:pour|a) \d)|en tout",
        r"au total|total|le tout",
        r"tout ensemble|ensemble|tout compris",
        r"pour (?:le tout|l'ensemble|tout)",
        r"(?:pour )?les (?:deux|trois|quatre|cinq) ensemble|la totale|au complet|l'ensemble",
        r"en gros et en tout",
        r"la somme|pour la (?:liste|commande)(?: complete| entiere)?",
    ),
    Role.RESULT: (
        r"donc|soit|(?:ca|cela) (?:fait|fera|vous fait|nous fait)|ce qui fait|faisant|vous payez|revient a",
        r"c'est-a-dire",
    ),
    Role.REST: (r"(?:tout )?le reste|les autres|l'autre|le restant|tout le reste",),
    Role.ALL: (
        r"tout(?:es|e)?(?! de suite| a l'heure| frais| beau| de meme)|tous(?: les (?:deux|trois|articles))?",
    ),
    Role.VALID: (
        r"valables?|valide|(?:offre|prix|tarifs?|devis) (?=jusqu)|tient(?= jusqu)|garantis?|expire",
        r"se termine",
        r"(?:offre|prix|tarif) (?:bloque|maintenu|ferme|garanti)\w*|bon(?:ne)? (?=jusqu)",
        r"maintenus? (?=jusqu)",
    ),
    Role.INCLUDED: (
        r"compris(?:e)?|inclus(?:e)?|livraison (?:est )?(?:gratuite|offerte|gratis|comprise|incluse|offert)",
        r"(?:port|frais de port|frais) (?:offerts?|inclus|compris|gratuits?)|franco(?: de port)?",
        r"livre gratuitement",
        r"sans frais(?: de (?:port|livraison))?",
    ),
    Role.EXTRA: (r"en plus|en sus|plus(?= \d)|frais(?= de (?:port|livraison))|supplement|a ajouter|ajoutez",),
    Role.DELIVERY: (
        r"livraisons?|livrer|livrables?|livrees?|livre|livrons|livres|livrerai|livrera|expedition|expedie\w*",
        r"(?:de )?port|envoi|envoie|envoyons|apporte|on apporte|transport",
    ),
    Role.ONLY: (
        r"plus que(?= \d)|plus qu'|seulement|uniquement|il (?:me |m'en |nous |nous en |n'en |ne m'en "
        r"|ne )?reste(?: plus)?(?: que"
        r"| qu')?",
        r"reste(?:nt)?(?: plus)?(?: que| qu')?|juste|que(?= \d+(?![.,]\d))|qu'(?=une?\b)|seule?s?|dernieres?",
        r"derniers?",
        r"(?:ai|a|avons|en ai) que|n'ai que|n'en ai que|maximum|max|au plus",
        r"jusqu'a(?= \d+ (?:pieces|boites|kg))",
    ),
    Role.HAVE: (r"j'ai|j'en ai|on a|on en a|nous avons|il y a|y a|j'aurais|on aurait|nous aurions",),
    Role.OFFERS: (
        r"(?:je|on|nous) (?:peux|peut|pouvons) (?:vous |te |t')?(?:proposer|faire|mettre|donner|avoir)",
        r"(?:je|on) (?:vous |te |t')?(?:propose|mets|met|aurais|aurait)|j'aurais|nous proposons",
    ),
    Role.OFF: (r"remises?|reduction|de moins|rabais|ristourne|moins|escompte|reduit",),
    Role.WHEN: (
        r"si|s'il|des(?= \d+ ?(?:kg|m|g|l|pieces|boites|metres|kilos|articles|unites|euros|€)\b)|a condition",
        r"a partir (?:de|d')(?= ?\d+ ?(?:kg|m|g|l|pieces|boites|metres|kilos|articles|unites)\b)|sinon",
        r"pour (?:toute commande|plus de)|en cas de|au-dela de|(?:pour|si) (?:achat|paiement)",
    ),
    Role.FREE: (
        r"gratuits?|gratuites?|gratuitement|offerts?|offertes?|cadeau|pour rien|je (?:vous |te "
        r"|t')?l'?(?:es |e |a )?offre"
        r"|je (?:vous |te )?(?:les |le |la )?donne|c'est pour moi|gratos",
    ),
    Role.RANGE: (r"ou(?! bien sur)|ni(?: de| d')?",),
    Role.NO: (r"non|pas (?:de la|de l'|de|d'|du)|plus (?:de la|de l'|de|d')|pas|sans|aucune?|zero|hs",),
    Role.YES: (
        r"oui|d'accord|c'est bon|dispo(?:nible)?s?|en stock|entendu|ca marche|ca roule|ok|okay|volontiers",
        r"present",
        r"est la|sont la|tout la|avec plaisir|en rayon|c'est ok",
    ),
    Role.AND: (r"et|ainsi que",),
    Role.BUT: (r"mais|par contre|en revanche|cependant|toutefois",),
    Role.ASKS: (
        r"quel(?:le)?s?|combien|quand|faut-il|est-ce|qu'est-ce|comment|pourquoi|lequel|laquelle",
        r"lesquel(?:le)?s",
        r"vous (?:voulez|voulez-vous|preferez|souhaitez|avez|prenez|cherchez)|voulez-vous|preferez-vous",
        r"tu (?:veux|preferes)",
        r"souhaitez-vous|faut|c'est pour|avez-vous|desirez-vous|prenez-vous|ca (?:te|vous) (?:va|dit|irait"
        r"|convient)"
        r"|il vous (?:faut|en faut)|vous en (?:voulez|voudriez)|vous (?:voudriez|desirez)|on part sur",
    ),
}

_UNITS = {
    Unit.G: "g gr gramme grammes",
    Unit.KG: "kg kilo kilos kilogramme kilogrammes",
    Unit.LB: "livres",
    Unit.ML: "ml millilitre millilitres",
    Unit.CL: "cl centilitres",
    Unit.DL: "dl",
    Unit.L: "l litre litres",
    Unit.CAN: "boite boites conserve conserves canette canettes",
    Unit.JAR: "bocal bocaux pot pots verre verres",
    Unit.PACKET: "paquet paquets",
    Unit.BOX: "carton cartons caisse caisses cageot cageots barquette barquettes plateau plateaux",
    Unit.BAG: "sac sacs sachet sachets filet filets",
    Unit.BOTTLE: "bouteille bouteilles flacon flacons",
    Unit.TUBE: "tube tubes cartouche cartouches",
    Unit.TUB: "seau seaux bidon bidons",
    Unit.ROLL: "rouleau rouleaux",
    Unit.BUNCH: "botte bottes bouquet bouquets",
    Unit.HEAD: "tete tetes",
    Unit.CLOVE: "gousse gousses",
    Unit.STALK: "tige tiges",
    Unit.SLICE: "tranche tranches",
    Unit.SHEET: "feuille feuilles panneau panneaux plaque plaques",
    Unit.PAIR: "paire paires",
    Unit.BALL: "boule boules",
    Unit.SPRIG: "brin brins",
    Unit.CUP: "tasses tasse",
    Unit.CUBE: "cube cubes",
    Unit.BLOCK: "bloc blocs plaquette plaquettes",
    Unit.PIECE: "unite unites pieza piece pieces miche miches",
    Unit.MM: "mm millimetres",
    Unit.CM: "cm centimetres",
    Unit.M: "m metre metres",
    Unit.M2: "m2 m²",
}

_TEENS = [
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_NUMBERS = {
    1: "un une",
    **numbered(" ".join(_TEENS[1:11]), 2),
    12: "douze douzaine",
    **numbered(" ".join(_TEENS[12:]), 13),
    **numbered("vingt trente quarante cinquante soixante", 20, 10),
    70: "soixante-dix septante",
    80: "quatre-vingts quatre-vingt",
    90: "quatre-vingt-dix nonante",
}
_NUMBERS |= {
    tens + at: f"{_NUMBERS[tens]}-{one} {_NUMBERS[tens]}-et-{one}"
    for tens in range(20, 60, 10)
    for at, one in enumerate(_TEENS[:9], 1)
}
_NUMBERS |= {
    tens + at: f"{word}-{one} {word}-et-{one}"
    for tens, word in ((60, "soixante"), (80, "quatre-vingt"))
    for at, one in enumerate(_TEENS, 1)
    if at != 10
}

_EACH = (
    r"(?:la |par |a la |de la )?piece(?! of)|(?:a )?l'unite|(?:a )?l'une?\b|chacune?s?|chaque|par unite",
    r"/ ?(?:unite|piece)\b|par tete",
)

_DAYS = (
    (r"(?:aujourd'hui )?(?:dans|en|d'ici) (?:quinze jours|une quinzaine(?: de jours)?)", "in 14"),
    (r"dans (?P<n>\d|deux|trois|quatre|cinq|six) semaines", "weeks"),
    (
        r"(?:cet|dans l')(?: ?)(?:apres-midi|aprem)|ce (?:soir|matin|midi)|dans la (?:journee|soiree"
        r"|matinee)",
        "today",
    ),
    (r"tout de suite|immediatement|sur-le-champ|aujourd'hui meme|dans l'heure", "today"),
    (r"le (?:jour meme|meme jour)|dans la foulee", "same"),
    (
        r"(?:dans|courant|sous|d'ici|en) (?:la|une|cette) semaine|sous (?:une semaine|huitaine)"
        r"|cette semaine",
        "within 7",
    ),
    (r"WEEKDAY en huit|WEEKDAY d'apres", "week after"),
    (r"dans (?:huit|8) jours|aujourd'hui en huit|sous (?:8|huit) jours", "in 7"),
    (r"apres le (?:week-?end|weekend|we)\b", "monday"),
    (r"sous (?P<n>\d{1,2}|deux|trois|quatre|cinq) jours (?:ouvres|ouvrables)", "working"),
    (r"(?:sous|dans les?) (?P<n>\d{1,2}) ?h\b", "hours"),
    (r"d'ici (?P<n>\d{1,2}|deux|trois|quatre|cinq) jours(?! ouvr)", "within n"),
    (r"pas (?:possible )?avant (?P<weekday>WEEKDAY)", "weekday"),
    (
        r"(?P<weekday>WEEKDAY) (?P<day>\d{1,2})(?![\d.,]*\d|[.,]\d| ?(?:€|euros?|ct|h\b|heures?|kg|m\b|g\b"
        r"|/))",
        "day",
    ),
    (r"(?:le|au|du) (?P<day>\d{1,2})(?= ?(?:[.;!)\n]|$| au (?:plus tard|matin)| inclus))", "day"),
    (r"fin du mois|la fin du mois", "month end"),
)

_ASIDES = (
    r"(?:minimum|mini)(?: de)? (?:commande|achat)(?: de| :|:)? ?SUM",
    r"commande (?:minimum|mini)(?: de| :|:)? ?SUM",
    r"(?:livraison |port )?(?:gratuite?|offerte?|franco)(?: de port)? (?:des|a partir de|au-dela de"
    r"|au-dessus de) SUM",
    r"(?:a partir de|des) SUM (?:d'achat|de commande)s?",
    r"ouverts? (?:des|de|a partir de|jusqu'a) \d{1,2} ?h(?:\d\d)?(?: a \d{1,2} ?h(?:\d\d)?)?",
)

_FILLERS = """
qu' c' n' s' m' t' l' d' j' compte comptons appelons disons dirais dirait estime fixe fixons arrondi
arrondis arrondir arrondissons geste commercial commerciale fidele fidelite habitue habituee habituel
habituelle cordiales salutations respectueux sincere sinceres heureux heureuse ravi ravie content contente
enchante aimable gentil gentille directement immediatement rapidement vite tot tard prochainement
generalement souvent parfois jamais malheureusement heureusement evidemment certainement absolument
exactement precisement justement simplement effectivement notamment specialement exceptionnellement
dommage tant pis excellent excellente excellents savoureux savoureuse delicieux mur murs mure mures tendre
croustillant camion camionnette velo voiture livreur chauffeur coursier transporteur facteur colis poste
tournee passage route ville village quartier rue adresse porte domicile ouverture horaires horaire
preparer prepare prepares preparee preparerai preparons emporte emportez gars fille femme mari fils
collegue associe associee patronne vendeur vendeuse boulanger boucher epicier precision info infos
information informations attention note notez bref hop allez allons aller vais va vont viendrai viendra
passera passerai passerons apporterai apporter apportons envoyer envoyons envoie servir sers sert suffit
recevoir recevrons attends attend attendons arriver arriverai rentre rentrons change changer changeons
modifie modifier corrige corriger monter descendre descends descend baisse augmente augmenter rajoute
rajouter ajoute ajouter enleve enlever retire accorde accorder consens consentir hors-taxe ht ttc net brut
unitaire global globale forfait lequel celui-ci celle-ci ceux-ci aimerais aimerait souhaite souhaitons
desire prefere preferons pense croire semble parait trouve trouver rendez-vous matinal matinale soiree
nuit weekend week-end we moi toi eux elle-meme je j'ai tu il elle on nous vous ils elles me te se lui leur
y en est sont sera seront etait serait c'est ce ca cela ces cet cette celui celle ceux le la les un une
des du de au aux a pour par avec et ou sans sur sous dans chez vers entre bonjour bonsoir salut coucou
merci desole desolee desoles desolees prix coute coutent cout peux peut pouvons pouvez avons avez ont ai
as aurais aurait aurons auront avait fait faire fais faisons font tarif tarifs semaine svp stp disponible
kilo avant apres bonne journee cordialement bien belle beau toujours encore deja donc alors puis ensuite
enfin voici voila cher chere monsieur madame cordial amicalement bises mets met mettre mettons mettrai
propose proposons proposer proposez proposition vends vend vendons vendre vendu donne donner donnons offre
offres livre livrons passe passez passer prends prendre prenez prenons viens venir venez vient arrive
arrivent arrivera arrivage recu reste restent frais bio local locaux maison artisanal artisanale ferme
magasin boutique marche atelier depot rayon article articles produit produits commande commander demande
reponse message liste client cliente pieces euro euros cents cent centime centimes comptant carte especes
facture soit environ ici la-bas mon ma mes ton ta tes son sa ses notre nos votre vos qui que quoi dont ne
plus moins tres trop peu beaucoup bon bons bonnes super genial parfait parfaite nickel top qualite promo
promotion meme memes autre autres tout tous toute toutes chaque quelques plusieurs aussi egalement
vraiment seulement plutot presque surtout sinon lundi demain matin soir midi apres-midi aujourd'hui hier
maintenant actuellement bientot moment jour jours fois heure heures ouvert ouverte ouverts ouvre ouvrons
jusque jusqu'a jusqu'au d'ici ainsi car parce lorsque quand comme si oui non ok peche peches recolte
recoltes cueilli cueillis tient tiens tenez voulez veux voulons voudrais souhaitez besoin faut falloir
plait reserver reserve reservons cote cotes met-on garde gardons garder finalement finale final changement
dernier derniere nouveau nouvelle nouvelles amis ami copain chef patron equipe bisous tchao ciao regarde
regardez sais savoir dis dites dit dire appelle appelez rappelle telephone mail l'offre l'ensemble s'il
d'accord qu'il qu'elle n'est n'ai n'a c'etait d'un d'une l'un l'une baisser monte remonte normalement
habituellement grand grande petit petite gros grosse jolie joli belles beaux emballe emballes prete prets
pret pretes expedie revient reviennent revenu tombe tombent paye payer payez achat acheter achetez
fabrication direct producteur auj rdv bjr bsr slt mr mme
"""

_VARIETIES = """
complet complete surgele surgeles blanc blanche chevre brebis seche seches sechee fume fumee vegetal
vegetale inox galvanise galvanises laiton demi-ecreme ecreme entier entiere roux
"""

_SAME = """
oeuf œuf
pomme+terre patate pdt
haricot fayot
steak bifteck
chocolat choco
mozzarella mozza mozz
champignon champi
mayonnaise mayo
lardon lard
boeuf bœuf
equerre corniere
"""

FRENCH = Language(
    code="fr",
    phrases=_PHRASES,
    units=_UNITS,
    numbers=_NUMBERS,
    each=_EACH,
    before_unit="par le la au du les",
    times="des a vers apres avant entre jusqu'a partir",
    until="jusqu'a jusqu'au jusque",
    of_price="pour de",
    listing="oui non sans que ai pour les lignes numeros articles",
    denying="pas non",
    promotions=("pour le prix de", "achetes?", "payes?"),
    brought="livre livrab livron apport",
    dozens=(
        (r"(?<=\d )le cent|(?:la|par) centaine", 100),
        (r"la demi-douzaine", 6),
        (r"(?:la|par) douzaine", 12),
        *((rf"par (?:{word}|{count}(?![\d.,]))", count) for count, word in enumerate(_TEENS[1:12], 2)),
    ),
    lone="seul seule seuls seules dernier derniere derniers dernieres petit petite petits petites",
    letters="éèêëàâçùûîïôœ",
    asides=_ASIDES,
    taxes="tva",
    weekdays=("lundis?", "mardis?", "mercredis?", "jeudis?", "vendredis?", "samedis?", "dimanches?"),
    days=_DAYS,
    fillers=_FILLERS,
    varieties=_VARIETIES,
    same=_SAME,
    wholes=(r"(?:pour )?(?:tous )?les",),
    giving="peux peut pouvons pourrais pourrait pourrions",
    leaving=r"part|partent|partira|partiront|parti\w*|expedi\w*|envo[iy]\w*|depart|poste\w*",
    head_first=True,
)
