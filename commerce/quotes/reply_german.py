"""The German of sellers' answers."""

from commerce.quotes.reply_language import Language, Role, numbered
from commerce.units import Unit

__all__ = ["GERMAN"]

_LEIDER = r"(?:leider |momentan |derzeit |grad(?:e)? |gerade |aktuell |im moment |heute |doch |auch |mehr )*"
_WE = r"(?:ich |wir )?"

_PHRASES = {
    Role.FILLER: (
        r"kein (?:problem|thema|ding|stress)|gar kein problem|keine (?:sorge|ursache|eile)|nicht schlimm",
        r"wenn(?:'s| es)? (?:dir|ihnen|euch|du) ?(?:so |das )?(?:passt|recht ist|willst|magst|mogen|wollen)"
        r"|falls (?:das|es) (?:ok|recht|in ordnung) ist|wenn das (?:ok|okay|in ordnung|recht) (?:ist|ware)",
        r"(?:sag|sagen sie|gib|geben sie) (?:mir |uns )?(?:einfach |kurz )?bescheid|ein(?:en)? moment",
        r"(?:bar|zahlbar) bei lieferung|wann (?:du willst|sie wollen|ihr wollt|immer|es passt)",
        r"(?:habe|haben|hab) (?:ich |wir )?(?:alles )?da|hab(?:e)? ich da",
    ),
    Role.CORRECTION: (r"ich meine|ich meinte|quatsch|ach nein|korrektur|vertippt|halt stopp",),
    Role.VAGUE: (
        r"ca(?=\.? ?\d)|circa|zirka|ungefahr|etwa|vielleicht|mindestens|in etwa|schatzungsweise|rund|grob",
        r"so um(?: die)?",
        r"um die|ab(?=\s?\d+[.,]\d\d(?!\.)|\s?€)|halb|halbe[rsnm]?|halfte|oder so|plus minus|je nach(?:dem)?",
        r"(?:muss|musste|mussen) (?:ich |wir )?(?:erst |noch |mal )*(?:nachsehen|schauen|nachschauen|fragen"
        r"|nachfragen|prufen|rechnen|gucken)|weis(?:s)? (?:ich )?(?:grad |noch |leider )?nicht",
        r"keine ahnung|kommt drauf an|kommt darauf an|bin (?:mir )?nicht sicher|denk(?:e)? ich",
        r"glaub(?:e)? ich",
        r"glaube|wahrscheinlich|vermutlich|eventuell|evtl|zwischen(?= \d+[.,\d]* ?(?:€|euro|eur|und))|knapp",
        r"verhandelbar|vb|schatze|uber den daumen",
    ),
    Role.PICKUP: (
        r"(?:selbst)?abholung|(?:selbst ?)?abholen|abholer|abgeholt|(?:nur |bitte )abholen|abholbar",
        r"abzuholen",
        r"keine lieferung|abholbereit|(?:zur |zum )abhol\w+|hol(?:t|s|en|e)?(?: es| sie| dir)?(?: ab| dir)?",
        r"(?:liefern|liefere) (?:ich |wir )?(?:leider )?nicht|im laden|im geschaft|vorbeikommen",
        r"(?:kommen sie|komm|kommt)(?: \w+){0,2} vorbei",
        r"bei (?:uns|mir) (?:im|am) (?:laden|markt|stand)|mitnehmen|nur im laden|selbstabholer",
    ),
    Role.DECLINE: (
        rf"kann (?:ich |man |da ich |hier ich )?{_LEIDER}nicht(?: liefern| anbieten| machen| dienen"
        rf"| helfen)?",
        rf"geht {_LEIDER}nicht|leider nichts|nix(?: da)?|nichts(?: davon| da| dabei| fur mich)?",
        r"nicht moglich",
        r"leider nein",
        rf"(?:konnen|kann) {_WE}(?:da |hier |das )?{_LEIDER}nicht(?: liefern| anbieten| helfen| dienen)?",
        rf"(?:damit |da )(?:kann|konnen) {_WE}{_LEIDER}nicht (?:dienen|helfen)|ohne (?:mich|uns)",
        rf"(?:sowas|so was|so etwas) (?:haben|fuhren|hab) {_WE}nicht|keine kapazitat|ich passe|passe ich",
        r"bin raus",
        r"sind raus",
        r"nicht dazu|(?:schaffe?n?|krieg\w*) (?:ich |wir )?(?:das |es )?(?:leider )?nicht(?: hin)?",
        r"keine zeit|ausgebucht|(?:muss|mussen)(?: \w+){0,2} (?:absagen|passen)",
        r"mussen (?:leider )?(?:absagen|passen)",
        r"absage|kein interesse|zieh(?:e|en)? (?:\w+ )?(?:angebot )?zuruck|habe(?:n)? (?:ich|wir) nichts",
    ),
    Role.AWAY: (
        r"betriebs(?:urlaub|ferien)|betriebsruhe|geschlossen|im urlaub|urlaub|ruhetag|inventur",
        r"(?:winter|saison|sommer)? ?-?pause",
        r"(?:haben |hab |laden )zu(?= )|machen zu|ferien",
    ),
    Role.AGAIN: (
        r"(?:gepfluckt|gefangen|gebacken|geerntet)(?!\w)",
        r"(?:heute|frisch)(?= (?:gepfluckt|gefangen|gebacken|geerntet))",
        r"wieder(?: da| rein| lieferbar| verfugbar)?|zuruck|kommt erst|kommen erst|erst wieder",
        r"neue (?:ware|lieferung)|nachschub",
    ),
    Role.LACKS: (
        rf"hab(?:en?)?(?: ich| wir)? {_LEIDER}(?:nicht|keins|keine[ns]?)(?: mehr)?(?: da| vorratig)?",
        rf"gibt(?:'s| es)? {_LEIDER}(?:nicht|keine[nrs]?)(?: mehr)?",
        r"nicht (?:mehr )?(?:da|vorratig|verfugbar|auf lager|im sortiment|im haus|im angebot|lieferbar)",
        r"aus(?=\s*(?:[,.;!)\n]|$))|vergiss|vergessen sie|ausverkauft|fehlt|fehlen|vergriffen|alle(?: alle)",
        r"keins(?: da| mehr)?",
        r"keine[ns]? mehr(?: da)?",
        rf"(?:ist|sind|war|waren) {_LEIDER}(?:aus|alle|weg|vergriffen|raus|nicht mehr da|nicht da)",
        rf"{_LEIDER}nicht(?= (?:mehr|da|vorratig))|leider (?:nicht|aus|alle|weg|keine?)|ist doch aus",
        rf"(?:fuhren|fuhre|fuhr|bekommen|bekomme|krieg\w*|verkaufen|verkaufe|machen"
        rf"|mache) {_WE}{_LEIDER}nicht"
        r"(?: mehr)?(?: rein| im sortiment)?",
        r"raus(?:nehmen|genommen|lassen)?|abgelaufen|verdorben|fallt (?:leider )?(?:aus|weg)",
        r"streich(?:en|t|e)?|nicht mehr",
        r"kann ich (?:doch|leider) nicht(?: liefern| anbieten)?",
    ),
    Role.INSTEAD: (
        r"statt(?:dessen)?|anstatt|anstelle(?: von)?|an stelle von|als ersatz(?: fur)?|ersatzweise",
        r"dafur hatte",
        r"als alternative(?: (?:zu|fur|zum|zur))?|ersatz(?: fur)?|alternativ",
    ),
    Role.EXCEPT: (r"auss?er|bis auf|ausgenommen|abgesehen von",),
    Role.LISTED: (
        r"wie (?:gelistet|angegeben|immer|im katalog|auf der liste|liste|in der liste)|zum listenpreis",
        r"listenpreis(?:e)?|zum (?:ublichen|normalen) preis|zu den (?:ublichen|normalen) preisen",
    ),
    Role.KEPT: (
        r"wie (?:gehabt|vorher|vereinbart|gesagt|besprochen|zuvor|bisher|schon gesagt|oben)|unverandert",
        r"gleich",
        r"bleib(?:t|en)? (?:so|gleich|wie (?:es ist|gehabt|vorher)|unverandert|dabei|beim alten)",
        r"bleibt alles",
    ),
    Role.TOTAL: (
        r"alles (?:in allem|zusammen)|zusammen|insgesamt|gesamt(?:preis)?|summe|komplett(?! aus)|im ganzen",
        r"(?:fur )?(?:die|alle) (?:zwei|drei|vier|funf|sechs)(?=\s*(?:[,.;!)\n-]|$))|furs ganze",
        r"fur (?:alles|alle (?:zusammen|drei|vier|funf)|das ganze|die ganze liste|beides)",
        r"in summe",
        r"im paket|pauschal|unterm strich",
    ),
    Role.RESULT: (
        r"macht(?: dann| also)?|macht das|das macht|das sind|sind dann|also(?= [€\d])|waren dann|das waren",
        r"sprich",
        r"ergibt|entspricht",
    ),
    Role.REST: (
        r"(?:den |der |das )?rest|alles (?:andere|ubrige|sonst)|(?:die )?(?:ubrigen?|anderen)",
        r"(?:das )?andere",
        r"sonst(?:iges)? alles|ansonsten",
    ),
    Role.ALL: (r"alles|alle (?:drei|vier|funf|sachen|positionen|artikel|beide)|beide[s]?|samtliche[s]?",),
    Role.VALID: (
        r"gultig|gilt|gelten|gultigkeit|angebot gilt|(?:angebot|preise?)(?= bis)|preisgarantie|haltbar bis",
        r"halte(?:n)? (?:den |die |das )?(?:preise? |angebot )|steht(?= bis)|lauft(?= bis)|endet",
    ),
    Role.INCLUDED: (
        r"inkl(?:\.|usive)?|kostenlos|frei haus|lieferung (?:ist |gibt's )?(?:kostenlos|gratis|umsonst|frei)",
        r"inbegriffen|versandkostenfrei",
        r"(?:liefern|bringen|bring|liefere) (?:\w+ )?(?:gratis|kostenlos|umsonst)",
        r"mit lieferung|ohne (?:liefer|versand)kosten|gratis (?:geliefert|lieferung)",
    ),
    Role.EXTRA: (r"zzgl|zuzuglich|plus(?= ?\d)|extra|on top|dazu kommen|kommen? noch|kommt noch|obendrauf",),
    Role.DELIVERY: (
        r"lieferung(?:en)?|liefern?|liefre|lifern|liefert|geliefert|lieferbar|versand|lieferkosten",
        r"liefergebuhr",
        r"versandkosten|anlieferung|anfahrt|porto|zustellung|lieferpauschale|fahrtkosten",
        r"(?:bring|bringe|bringen)(?= )|zugestellt|verschick\w*|versende\w*",
    ),
    Role.ONLY: (
        r"nur(?: noch)?(?: mehr)?|blos(?:s)?|lediglich|noch|maximal|max|hochstens|letzte[nrs]?|einzige[nrs]?",
        r"ubrig",
    ),
    Role.HAVE: (r"hab(?:e|en)?|hatte(?:n)?|ich hab|da (?:sind|waren)|gibt(?:'s| es)?|sind(?= noch)",),
    Role.OFFERS: (
        r"(?:konnte|kann|konnten|konnen|wurde|hatte) (?:ich |wir )?(?:\w+ )?(?:anbieten|geben|nehmen|dafur)",
        r"hatte ich(?: noch)?|biete|bieten|wie war'?s mit|wie ware es mit",
    ),
    Role.OFF: (
        r"rabatt|nachlass|nachlas|weniger|abzuglich|skonto|minus|gunstiger|billiger|ermasigung|abzug",
    ),
    Role.WHEN: (
        r"wenn|falls|(?:bei|ab) abnahme|sofern|bei (?:barzahlung|vorkasse|abholung|bestellung)|sonst(?= )",
        r"ab(?= \d+ ?(?:kg|m|g|l|stuck|stk|packungen|pack|kisten|dosen|rollen|flaschen|sack|meter|liter)\b)",
        r"ab(?= (?:einem|einer|einkauf|bestellung|mindest))|bei(?= \d+ (?:\w+ )?(?:oder mehr|und mehr))",
    ),
    Role.FREE: (
        r"gratis|umsonst|geschenkt|kostenfrei|schenk(?:e|en)? (?:ich|wir)(?: (?:dir|ihnen|euch))?|fur lau"
        r"|(?:gibt(?:'s| es)|gebe ich|geb ich|leg(?:e)? ich|packe? ich) (?:\w+ )?(?:gratis|umsonst|kostenlos"
        r"|so) ?"
        r"(?:dazu|bei|mit)?|aufs haus|geht aufs haus",
    ),
    Role.RANGE: (r"oder|beziehungsweise|bzw",),
    Role.NO: (r"nein|nee|kein(?:e|en|er|es|em)?|ohne|nicht|no",),
    Role.YES: (
        r"ja|jawohl|jo|jup|jep|passt|geht(?: klar| in ordnung)?|auf lager|vorratig|ok|okay|klar|klappt",
        r"verfugbar",
        r"in ordnung|gern(?:e)?|(?:alles |alle |beides |beide )?(?:vor)?ratig|alles klar|machen wir|mach ich",
        r"(?:ist|sind) da",
    ),
    Role.AND: (r"und|sowie|u\.",),
    Role.BUT: (r"aber|sondern|jedoch|dafur(?= [a-z])|allerdings",),
    Role.ASKS: (
        r"welche[rsnm]?|was fur(?: ein\w*)?|wie (?:viele?|gros(?:s)?|lang|dick|breit|schnell)|meinen sie",
        r"wann|soll(?:en|t|te)?",
        r"wo|wohin|woll(?:t|en) (?:ihr|sie)|willst du|mocht(?:est|en) (?:du|sie|ihr)|meinst du"
        r"|braucht (?:ihr|du)"
        r"|brauchst du|brauchen sie|darf (?:es|ich|das)|reicht|ist das|hatte(?:st|n) (?:du|sie)|geht auch",
        r"magst du|was (?:meinst|ist|soll|brauch)\w*|haben sie"
        r"|(?<!dann )hast du|sind das|ist es|nehmen sie|nimmst du",
    ),
}

_UNITS = {
    Unit.G: "g gr gramm",
    Unit.KG: "kg kilo kilos kilogramm",
    Unit.LB: "pfund",
    Unit.ML: "ml milliliter",
    Unit.CL: "cl",
    Unit.DL: "dl",
    Unit.L: "l liter litern",
    Unit.CAN: "dose dosen buchse buchsen",
    Unit.JAR: "glas glaser topf topfe topfen topfchen",
    Unit.PACKET: "packung packungen packchen pack pck pkg paket pakete pakets",
    Unit.BOX: "karton kartons schachtel schachteln kiste kisten steige steigen schale schalen schalchen",
    Unit.BAG: "beutel tute tuten sack sacke sacks netz netze tutchen",
    Unit.BOTTLE: "flasche flaschen fl",
    Unit.TUBE: "tube tuben kartusche kartuschen",
    Unit.TUB: "becher eimer eimern kanister gebinde",
    Unit.ROLL: "rolle rollen",
    Unit.BUNCH: "bund bunde bundel bundchen straus straeusse",
    Unit.HEAD: "knolle knollen kopf kopfe",
    Unit.CLOVE: "zehe zehen",
    Unit.STALK: "stange stangen",
    Unit.SLICE: "scheibe scheiben",
    Unit.SHEET: "platte platten bogen tafel tafeln",
    Unit.PAIR: "paar paare",
    Unit.BALL: "kugel kugeln",
    Unit.SPRIG: "zweig zweige",
    Unit.LEAF: "blatt blatter",
    Unit.CUP: "tasse tassen",
    Unit.CUBE: "wurfel wurfeln",
    Unit.BLOCK: "block blocke riegel",
    Unit.PIECE: "stuck stucke stucken stk st stck laib laibe laiben",
    Unit.MM: "mm millimeter",
    Unit.CM: "cm zentimeter",
    Unit.M: "m meter metern lfm laufmeter",
    Unit.M2: "qm m2 m² quadratmeter",
}

_ONES = "ein zwei drei vier funf sechs sieben acht neun".split()  # noqa: SIM905
_NUMBERS = {
    1: "ein eine einen eins einem einer",
    **numbered("zwei drei vier funf sechs sieben acht neun zehn elf", 2),
    12: "zwolf dutzend",
    **numbered("dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig", 13),
    30: "dreissig dreisig",
    40: "vierzig",
    50: "funfzig fuffzig",
    **numbered("sechzig siebzig achtzig neunzig", 60, 10),
}
_NUMBERS |= {
    tens + at: " ".join(f"{one}und{ten}" for ten in _NUMBERS[tens].split())
    for tens in range(20, 100, 10)
    for at, one in enumerate(_ONES, 1)
}

_EACH = (
    r"(?:das|pro|per|je|fur das|furs) (?:stuck|stk|st|stck)\b|/ ?(?:stk|stuck|stck|st)\b|stuckpreis",
    r"pro teil",
    r"je(?=\s?€?\d+(?:[.,]\d+)?(?![\d.,]*\d)(?! ?(?:kg|g|gr|gramm|ml|l|m|cm|liter|meter|stuck|stc?k|st)\b))",
    r"jeweils",
    r"jede[rsn]?|(?<=[\d€t-] )je(?=\s*(?:[,.;!\n]|$|und\b))",
)

_DAYS = (
    (
        r"heute in (?P<n>\d|zwei|drei|vier|funf|sechs) wochen|in (?P<n2>\d|zwei|drei|vier|funf|sechs) wochen",
        "weeks",
    ),
    (r"(?:heute )?(?:in|uber) (?:vierzehn|14) tagen", "in 14"),
    (r"nicht(?: [a-z]+){0,3} vor (?:dem )?(?P<weekday>WEEKDAY)", "weekday"),
    (r"sofort|umgehend|gleich(?= (?:abholbar|lieferbar|da|mitnehmen))", "today"),
    (r"am (?:selben|gleichen) tag|(?:am )?selben tags?", "same"),
    (
        r"(?:innerhalb|im laufe|in) (?:der|einer) woche(?! wieder)|diese woche noch|noch diese woche",
        "within 7",
    ),
    (
        r"WEEKDAY in einer woche|ubernachste[nr]? WEEKDAY|WEEKDAY in 8 tagen|WEEKDAY in acht tagen",
        "week after",
    ),
    (r"heute in einer woche|in 8 tagen|in acht tagen", "in 7"),
    (r"uberubermorgen", "in 3"),
    (r"nach dem wochenende|gleich nach dem wochenende", "monday"),
    (r"(?P<weekday>WEEKDAY)(?:vor|nach)?(?:mittags?|morgens?|abends?|fruh)", "weekday"),
    (r"monatsende|ende des monats|ultimo", "month end"),
    (
        r"(?P<weekday>WEEKDAY),? (?:den |dem )?(?P<day>\d{1,2})\.?(?![\d.,]*\d| ?(?:€|euro|ct|cent|uhr|h\b))",
        "day",
    ),
)

_ASIDES = (
    r"(?:mindestbestellwert|mindestbestellung|mindestabnahme|mindestumsatz)(?: ist| von| ab|:)? ?SUM",
    r"(?:ab|uber) SUM (?:bestellwert |einkauf )?(?:liefern |liefere |lieferung )?(?:wir |ich )?(?:frei"
    r"|gratis|kostenlos|kostenfrei)",
    r"(?:lieferung )?(?:frei|gratis|kostenlos|kostenfrei)(?:e lieferung)? (?:ab|uber) SUM",
    r"(?:haben |laden |wir haben )?(?:offen|geoffnet|auf) (?:ab|bis"
    r"|von) \d{1,2}(?: uhr)?(?: bis \d{1,2}(?: uhr)?)?",
)

_FILLERS = """
rufe ruf nenne nenn rechnet rechnest schlage schlagen vorschlag vorschlagen biete bietet bieten angeboten
anbieten anzubieten wunschgemas wunsch wunsche wunschen wunscht erstmal vorerst demnachst bald
baldmoglichst schnellstmoglich schnell rasch punktlich garantiert verlasslich ordentlich schick schicks
packe pack packt einpacken eingepackt vorbereitet bereitgestellt bereit bereitlegen mitbringen mitgebracht
vorbei vorbeibringen bringt gebracht hole holt geholt abgeben abgegeben ladenpreis freundschaftspreis
stammkundenpreis aktionspreis netto brutto inklusive guter schoner feiner leckerer lecker leckere saftig
saftige reif reife knackig knackige heimisch heimische hiesig hiesige eigener eigenen selbst selber
gestern vorgestern letztens neulich vorhin nachher spater fruher eher lieber meistens meist ublich
ublicherweise gewohnlich tatsachlich wirklich ehrlich ehrlicherweise glucklicherweise zufallig glaub find
finde finden dachte denke weis kenne kennt kennst stimmt richtig falsch fehler aktualisiert aktualisierung
anderung geandert andern andere anders korrigiere korrigiert stadt umgebung strase haus ture tur hause
daheim lieferzeit lieferung liefertermin termin auto wagen transporter bus rad fahrer bote kurier post
paket sendung abends morgens mittags nachmittags vormittags wochentags werktags feiertag frau herr herrn
damen familie mann junge madchen leute kumpel bruder schwester meister meisterin bedanke bedanken beste
grusle ubrigens nebenbei kurzum jedenfalls allerdings trotzdem deshalb deswegen daher somit hiermit
hierfur wofur womit fein prima spitze klasse toll perfekt genial wunderbar einwandfrei abzug rabattiert
reduziert gesenkt gesunken gestiegen erhoht erhohen senken senke runter rauf hoch kommst kriegt krieg hatt
hatts machts kostets nehmt dachten sprechen gesprochen telefon telefonisch anrufen angerufen brauch
brauche darf durfen durfte muss mussen musste soll sollen sollte sollten wurden wurdest ware's war's ich
wir sie du er man mir dir uns ihnen ihm euch ihr dich mich sich ist sind ware waren war bin seid habe hab
haben hast hat hatte hatten kann konnen konnte kannst konnten gerne gern bitte bidde danke dank hallo hi
hey guten gute tag moin servus gruss gruessgott gruezi gru gruse grusse leider die der das den dem des ein
eine einen einem einer fur von mit im am zum zur bei auf um zu es ists und auch noch dann mal eben ebenso
preis preise kostet kosten koste macht machen mach dazu gibt gibts geb gebe liefere liefern bringe bringen
bring angebot diese dieser dieses woche geschlossen wieder da je abend morgen heute heut frisch frische
frischer frisches frischen fangfrisch bio regional euro cent stuck spatestens ab fruhestens damit schon
ganz sehr super schone schones nett liebe lg vg mfg tschuss ciao ok okay alles klar gut gutes besten
bester top qualitat aktion sonderpreis sonderangebot normalerweise normal regular statt diesmal jetzt grad
grade gerade momentan derzeit aktuell zurzeit zeit bereits sofort direkt bis vor nach uhr gegen ca doch
also so sogar eigentlich einfach kurz genau naturlich selbstverstandlich sicher bestimmt wohl halt mehr
weniger viel viele etwas bisschen paar jede jeder jedes alle allem allen anderer anderes wurde wird werden
geht gehen gehts ginge kommt kommen komm kame lass lasse lassen laden markt hof stand geschaft lager
werkstatt backstube kasse theke artikel posten position nummer nr liste anfrage antwort nachricht kunde
chef chefin kollege kollegin nachbar bekommst kriegst bekommen kriegen nimm nimmst nehmen nehme nimmt
willst wollen will mochte mochten brauchst brauchen passt meine meinen deine deinen unsere unser unseren
ihre euer als ob weil dass denn wenn aber oder wie wo was wer hier dort hin her rein raus drauf drin dran
davon daran darauf darin daruber fast nur erst zuerst letzte letzten nachste nachsten neu neue neuer neues
neuen tagesfrisch hausgemacht selbstgemacht eigene eigenes verpackt geliefert abgepackt pro per rechne
rechnen mache gemacht zahlen zahlst bar karte rechnung bestellung bestell bestelle reserviere reservieren
reserviert zurucklegen melde melden bescheid merhaba selam abi kollegah danki schonen schon's wochenende
feierabend aus vom beim ins ans furs ums uber unter zwischen dabei mein dein jo ja naja na ach oh hm ups
hoppla sorry tut leid entschuldigung verzeihung freue freuen freut stammkunde preisleistung lieferbar
erhaltlich verfugbar sowieso immer nie manchmal oft billig billiger gunstig gunstiger teuer teurer kaufen
verkaufen verkaufe zusammen komplett gesamt insgesamt einzeln einzelne stehen steht liegt liegen liegend
bleibt bleiben sag sage sagen sagt sei senden schicke schicken
"""

_VARIETIES = """
braun brauner weiser weisser weise weiss vollkorn tiefgekuhlt tiefgekuhlte getrocknet getrocknete rote
roter weisse rohr dinkel roggen hafer rinder schweine trocken gerauchert geraucherter vegan vegane
laktosefrei verzinkt verzinkte edelstahl messing passierte geschalte gemahlen gemahlene
"""

_SAME = """
hack hackfleisch gehacktes faschiertes
petersilie peterle peterli
schokolade schoki schoko
mozzarella mozza mozz
kartoffel erdapfel
tomate paradeiser
sahne rahm obers
quark topfen
pilz champignon champi
brotchen semmel weck schrippe
knoblauch knobi
mohre karotte ruebli gelberube
paprika peperoni
aprikose marille
schraube spax
"""

GERMAN = Language(
    code="de",
    phrases=_PHRASES,
    units=_UNITS,
    numbers=_NUMBERS,
    each=_EACH,
    before_unit="per pro je das der die fur im",
    times="ab um gegen bis nach vor zwischen",
    until="gultig",
    of_price="fur von zu",
    listing="hab habe haben nur ja nein ohne kein nummern nr positionen pos",
    denying="nicht",
    promotions=("zum preis von", "zahle?", "bezahle?"),
    brought="gelief lieferbar bring zugestellt",
    dozens=(
        (r"(?:das|pro|je) hundert|pro hunderter", 100),
        (r"(?:das|pro|je) halbe dutzend", 6),
        (r"(?:das|pro|je) dutzend", 12),
    ),
    lone="einzige einziger einziges einzigen letzte letzter letztes letzten kleine kleiner kleines",
    letters="äöüß",
    asides=_ASIDES,
    taxes="mwst ust steuer mehrwertsteuer",
    weekdays=(
        "montags?",
        "dienstags?",
        "mittwochs?",
        "donnerstags?",
        "freitags?",
        "samstags?|sonnabends?",
        "sonntags?",
    ),
    each_if_spoken=(r"(?<=\w )a(?=\s?\d+(?:[.,]\d+)? ?(?:€|euro?|ct|cent|\b))",),
    days=_DAYS,
    fillers=_FILLERS,
    varieties=_VARIETIES,
    same=_SAME,
    wholes=(r"(?:fur )?(?:alle|die)(?: ganzen)?",),
    giving="hatte hatten kann konnt konnte konnten konnen",
    leaving=r"raus|rausgeh\w*|\w*schick\w*|versand|versend\w*|los|auf die reise|(?:in die|zur) post|verlasst",
    compounds=True,
)
