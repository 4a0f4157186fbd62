"""What words do in a seller's answer, in English, German and French; all are folded (lower case)."""

import re
from enum import StrEnum

from commerce.quotes.reply_units import NUMBERS, UNITS

__all__ = ["FILLERS", "KNOWN", "PER", "PHRASES", "VARIETIES", "Role"]


class Role(StrEnum):
    """What a token of the answer does."""

    NAME = "name"
    NUMBER = "number"
    PRICE = "price"
    QTY = "qty"
    PERCENT = "percent"
    LINE = "line"
    PER = "per"
    DATE = "date"
    BREAK = "break"
    COMMA = "comma"
    AND = "and"
    BUT = "but"
    NO = "no"
    LACKS = "lacks"
    YES = "yes"
    LISTED = "listed"
    ALL = "all"
    REST = "rest"
    EXCEPT = "except"
    TOTAL = "total"
    ONLY = "only"
    INSTEAD = "instead"
    OFFERS = "offers"
    OFF = "off"
    WHEN = "when"
    VAGUE = "vague"
    RANGE = "range"
    CORRECTION = "correction"
    DECLINE = "decline"
    AWAY = "away"
    PICKUP = "pickup"
    DELIVERY = "delivery"
    EXTRA = "extra"
    INCLUDED = "included"
    VALID = "valid"
    ASKS = "asks"
    FREE = "free"
    ODD = "odd"
    FILLER = "filler"
    WORD = "word"


_UNIT = "(?:" + "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True)) + ")"

_HAVE = r"(?:have|got|carry|stock|sell|do|get|offer|find|supply|keep)"
_NOT = (
    r"(?:do not|don't|dont|does not|doesn't|did not|didn't|have not|haven't|havent"
    r"|can not|cannot|can't|cant|couldn't)"
)
_CANNOT = r"(?:can'?t|cannot|can not|unable to|won'?t be able to|not able to)"
_THESE = "(?:it|them|this|that|these|those)"
_ALL = r"(?:everything|every thing|all|alles|tout)"
_SOURCES: tuple[tuple[Role, str], ...] = (
    (Role.FILLER, r"no (?:problem|worries|prob|rush)|not a problem|kein problem|pas de (?:probleme|souci)"),
    (Role.FILLER, r"of course|after all|at all|first of all|all the best|all good|all right"),
    (Role.CORRECTION, r"no wait|wait(?: no)?|i mean|i meant|sorry i meant|correction|make that"),
    (Role.CORRECTION, r"scratch that|or rather"),
    (Role.CORRECTION, r"ich meine|quatsch|ach nein|je veux dire|non plutot|pardon|rather(?! than)"),
    (Role.VAGUE, r"not sure|no idea|don'?t know|it depends|depends|depending|or so|give or take|i think"),
    (Role.VAGUE, r"i guess"),
    (Role.VAGUE, r"around|about|approx(?:imately)?|roughly|ca|circa|ungefahr|etwa|environ|maybe|perhaps"),
    (Role.VAGUE, r"probably"),
    (Role.VAGUE, r"at least|starting (?:at|from)|upwards|more or less|vielleicht|peut-etre|a peu pres"),
    (Role.VAGUE, r"mindestens|tbc|tbd"),
    (Role.VAGUE, r"(?:from|ab|a partir de)(?=\s?[€$£]?\s?\d+[.,]\d\d(?!\.)|\s?[€$£])|or more|or less"),
    (Role.VAGUE, r"ish|half|halb|halbe[rs]?|halfte|(?:la )?moitie|demi"),
    (Role.PICKUP, r"pick ?-? ?up|pickup|pick (?:it|them|everything) up|to be (?:collected|picked up)"),
    (Role.PICKUP, r"collect(?:ion|ed)?"),
    (Role.PICKUP, r"come (?:and|to) (?:get|collect|fetch) (?:it|them)?|no delivery(?! charge| fee| cost)"),
    (Role.PICKUP, r"(?:don'?t|do not|can'?t|cannot) deliver"),
    (Role.PICKUP, r"(?:selbst)?abholung|(?:selbst ?)?abholen|abholer|abgeholt|keine lieferung|a retirer"),
    (Role.PICKUP, r"abholbereit|ready (?:for|to) collect(?:ion)?|(?:nur|bitte) abholen|a venir prendre"),
    (Role.PICKUP, r"retrait|a emporter"),
    (Role.PICKUP, r"pas de livraison|a venir chercher|venir (?:le|les) chercher|en magasin|in the shop"),
    (Role.PICKUP, r"in store only"),
    (Role.DECLINE, rf"{_CANNOT} (?:help|supply|serve|quote|offer|make)"),
    (Role.DECLINE, r"(?:can'?t|cant|cannot|can not|couldn'?t) do(?: it| this| that| any| anything)?"),
    (Role.DECLINE, r"not (?:this time|possible|interested)"),
    (Role.DECLINE, r"no thanks|no thank you|forget it|count me out|nothing|i'?ll pass|pass|decline"),
    (Role.DECLINE, r"we'?re out(?! of)|have to say no"),
    (Role.DECLINE, rf"{_NOT} {_HAVE} (?:anything|any|{_THESE})(?: of {_THESE})?"),
    (Role.DECLINE, r"kann ich (?:leider )?nicht(?: liefern| anbieten| machen)?|geht (?:leider )?nicht"),
    (Role.DECLINE, r"leider nichts|nichts"),
    (Role.DECLINE, r"(?:konnen|kann) (?:wir |ich )?(?:leider )?nicht(?: liefern| anbieten| helfen)?"),
    (Role.DECLINE, r"nicht moglich|leider nein"),
    (Role.DECLINE, r"pas possible|impossible|je ne peux pas|on ne peut pas|nous ne pouvons pas"),
    (Role.DECLINE, r"rien(?: en stock)?"),
    (Role.DECLINE, r"too busy|fully booked|booked out|no time|no capacity|cancel (?:my|the|our) offer"),
    (Role.DECLINE, r"withdraw|have to cancel|keine zeit|ausgebucht|complet cette semaine|trop occupee?s?"),
    (Role.AWAY, r"betriebs(?:urlaub|ferien)|betriebsruhe|shop is closed|closing"),
    (Role.AWAY, r"closed|shut|on holidays?|on vacation|away|geschlossen|im urlaub|urlaub|ruhetag"),
    (Role.AWAY, r"ferme[es]?|en vacances|en conges?"),
    (Role.LACKS, rf"{_NOT} (?:currently |really |usually )?{_HAVE}(?: any| the)?|out of stock|sold out"),
    (Role.LACKS, r"all gone|not in stock"),
    (Role.LACKS, r"not available|unavailable|n/a|ran out(?: of)?|run out(?: of)?|out of|is out|are out"),
    (Role.LACKS, r"(?:is|are) (?:off|gone|missing)"),
    (Role.LACKS, r"hab(?:en?)?(?: ich| wir)? (?:leider )?nicht"),
    (Role.LACKS, r"nicht (?:da|vorratig|verfugbar|auf lager|mehr da|im sortiment)"),
    (Role.LACKS, r"ausverkauft|fehlt|fehlen|leider nicht|leider aus|nicht lieferbar|epuisee?s?"),
    (Role.LACKS, r"en rupture(?: de stock)?|rupture"),
    (Role.LACKS, r"indisponibles?|pas disponibles?"),
    (Role.LACKS, r"(?:je n'ai|on n'a|nous n'avons|n'ai|n'avons) (?:pas|plus)(?: de| d')?|not any ?more"),
    (Role.LACKS, r"drop(?! (?:it|them|off|by|round|in|this|you))|scrap|delete|remove"),
    (Role.LACKS, r"cancel|take (?:off|out)|leave (?:off|out)|unavail|non dispo(?:nible)?"),
    (Role.LACKS, r"pas dispo"),
    (Role.INSTEAD, r"instead of|in place of|rather than|instead"),
    (Role.INSTEAD, r"as (?:a )?(?:substitute|replacement|alternative)(?: for)?"),
    (Role.INSTEAD, r"substitute|alternative(?:ly)?|replacement|statt(?:dessen)?|anstatt|anstelle(?: von)?"),
    (Role.INSTEAD, r"als ersatz|ersatzweise"),
    (Role.INSTEAD, r"au lieu (?:de|du|des|d')|a la place(?: (?:de|du|des|d'))?|en remplacement"),
    (Role.EXCEPT, r"(?<=everything )bar|(?<=all )bar|save for"),
    (Role.EXCEPT, r"except(?: for)?|apart from|other than|aside from|excluding|auss?er|bis auf|sauf"),
    (Role.EXCEPT, r"excepte|hormis"),
    (Role.LISTED, r"(?:as|at|wie) (?:per )?(?:the )?(?:your )?list(?:ed|e)?(?: prices?)?"),
    (Role.LISTED, r"(?:at |for )?(?:the )?(?:usual|normal|list|listed|catalogue) prices?"),
    (Role.LISTED, r"as (?:is|usual|shown|asked|quoted)|wie (?:gelistet|angegeben|immer|im katalog)"),
    (Role.LISTED, r"listenpreis|zum listenpreis"),
    (Role.LISTED, r"comme (?:indique|d'habitude|affiche)|prix (?:habituels?|affiches?|catalogue)"),
    (Role.LISTED, r"au prix catalogue"),
    (Role.TOTAL, rf"{_ALL}(?: of it| of them)? together|altogether|together|in total|in all|all[- ]in"),
    (Role.TOTAL, r"grand total|(?:sub-?)?total(?:s|ling)?|sum"),
    (Role.TOTAL, r"the (?:whole )?lot|comes to|that'?s|makes|alles zusammen|zusammen|insgesamt"),
    (Role.TOTAL, r"gesamt(?:preis)?|summe|komplett"),
    (Role.TOTAL, r"en tout|au total|le tout|tout ensemble|ensemble|tout compris|for both"),
    (Role.TOTAL, r"for all (?:of it|of them|\d+|two|three|four|five)"),
    (Role.REST, rf"(?:the |le |den |der )?rest[e]?|{_ALL} else|the others?"),
    (Role.REST, r"the other (?:ones|items|things|lines)|others|remaining(?: ones| items)?"),
    (Role.REST, r"(?:the )?remainder|alles andere|(?:die )?(?:ubrigen?|anderen)|tout le reste|les autres"),
    (Role.ALL, r"(?:everything|every thing|all|alles|tout)(?: of (?:it|them))?(?: the (?:rest|others))?"),
    (Role.ALL, r"every (?:item|line)|the (?:whole|full|entire) (?:list|order)"),
    (Role.VALID, r"valid|good (?=un?till?|till|til|for|through)"),
    (Role.VALID, r"(?:offer|quote|price|prices) (?:is |are )?(?:stands?|holds?|good|fixed|ok)|holds?"),
    (Role.VALID, r"stands?"),
    (Role.VALID, r"gultig|gilt|gelten|valables?|valide|angebot gilt|expires?|offer until|quote until"),
    (Role.INCLUDED, r"incl(?:\.|uding|uded|usive)?|with delivery|free (?:of )?(?:delivery|shipping)"),
    (Role.INCLUDED, r"inkl(?:\.|usive)?|compris|kostenlos|frei haus"),
    (Role.INCLUDED, r"(?:delivery|shipping) (?:is )?(?:free|included)|(?:lieferung|livraison) gratis"),
    (Role.INCLUDED, r"lieferung (?:ist )?kostenlos|livraison (?:est )?(?:gratuite|offerte)"),
    (Role.INCLUDED, r"livraison comprise"),
    (Role.EXTRA, r"plus(?! de\b| d')|extra|on top|zzgl|zuzuglich|en plus|fee|charge"),
    (Role.DELIVERY, r"deliver(?:y|ed|ies|ing|s)?|shipping|shipped|ship|postage|lieferung|liefern?"),
    (Role.DELIVERY, r"lieferbar|versand|livraison|livrer|livrable|livre"),
    (Role.ONLY, r"only|just|nur(?: noch)?|seulement|uniquement|left|remaining|noch|max(?:imum|imal)?"),
    (Role.ONLY, r"up to|at most|il reste|reste"),
    (Role.OFFERS, r"(?:could|can|would|might) (?:offer|give|do|get|use|take)|how about|what about"),
    (Role.OFFERS, r"would(?= [^\d\s]+(?: [^\d\s]+)? (?:do|be ok|be fine|work))"),
    (Role.OFF, r"off|discount|less|minus|rabatt|nachlass|remise|reduction|de moins|weniger|abzuglich"),
    (Role.OFF, r"reduced|cheaper|skonto|knock"),
    (Role.WHEN, r"if|when you|wenn|falls|si vous|si tu|bei abnahme|provided|for orders"),
    (Role.FREE, r"for free|free|gratis|umsonst|gratuit"),
    (Role.RANGE, r"or|oder|ou|nor|ni(?: de| d')?"),
    (Role.NO, r"no|not|none|nope|nah|nein|non|without|skip|kein(?:e|en|er|es)?|ohne|nicht|pas (?:de|d')"),
    (Role.NO, r"plus (?:de|d')|pas|sans|aucune?|niet|neg"),
    (Role.YES, r"yes|yep|yeah|yup|ok|okay|okey|fine|sure|in stock|available|ja|jawohl|passt"),
    (Role.YES, r"geht(?: klar)?|auf lager|vorratig|oui|d'accord|c'est bon|dispo(?:nible)?s?|en stock|✓|✔"),
    (Role.YES, r"✅|👍|👌"),
    (Role.AND, r"and|und|et|&|as well as|sowie"),
    (Role.BUT, r"but|aber|mais|sondern|though|however|dafur"),
    (Role.ASKS, r"which|what|welche[rsn]?|was fur|quel(?:le)?s?|combien|wie viele?"),
    (Role.ASKS, r"how (?:many|much|big|long)|do you (?:mean|want|need|prefer)|meinen sie"),
    (Role.ASKS, r"does it|do i|do we|is it|are they|should (?:it|i|we)|when (?:do|would)|where"),
    (Role.ASKS, r"wann|soll|quand|faut-il"),
)  # fmt: skip
PHRASES = tuple((role, re.compile(rf"(?<![\w'])(?:{source})(?![\w'])")) for role, source in _SOURCES)
PER = re.compile(
    r"(?P<each>(?<![\w'])(?:each|apiece|a piece|a pop|ea\b\.?|per (?:piece|item|unit|one)"
    r"|/ ?(?:pc|piece|stk|stuck|st|ea|unit|unite)\b|(?:das|pro|per|je) (?:stuck|stk)"
    r"|je(?! ne| n'| peux| vous)"
    r"|(?:la |par )?piece(?! of)|l'unite|chacune?|chaque|(?<=\w )@|(?<=\w)@))(?!\w(?<!\d))"
    r"|(?:(?<![\w'])(?:per|a|an|pro|par|je|le|la|das|der|die|the|au|du|each)\s{1,2}|(?<! )/ ?|(?<= )/(?! ))"
    rf"(?P<number>\d{{1,4}} ?)?(?P<unit>{_UNIT})(?!\w)"
)


_FILLER_TEXT = """
a an the of for at by to from on in with is are was be been would will can could i i'm i'll i'd i've we
we're we'll we've we'd you your u me my our us it it's its they them their that that's this these those
there here so too also have has had got get gets do does did make makes made bring brings brought take
takes need needs want give gives offer offers offered sell sells price prices priced cost costs costing
charge hi hello hey dear thanks thank thx ty cheers please pls plz sorry unfortunately afraid regards best
kind good morning afternoon evening day nice great lovely fresh super perfect today's well then now
currently again still already right away yours sure actually after before until till via some any which
mate friend sir madam bro pal folks both euro euros eur cents cent each per line item number no nr
earliest latest soonest asap soon time ready come comes coming change update updated set keep keeps stay
stays same found find put add adding include as not than if or but let lets let's know say says go going
goes think guess mine only just about like back ours bit little lot much more another one ones quality
cheap cheaper cheapest special per-piece order delivered bringing around ich wir sie du mir dir uns ihnen
ist sind ware waren habe hab haben hatte hatten kann konnen konnte gerne gern bitte danke hallo guten tag
moin leider der die das den dem des ein eine einen fur von mit im am zum zur bei auf um zu es und auch
noch dann mal eben preis preise kostet kosten macht machen dazu gibt gibts liefere liefern bringe angebot
diese woche geschlossen wieder da je j'ai j' nous vous il elle est sont sera le la les l' un une de d' au
aux pour avec en et bonjour salut merci desole desolee prix coute coutent peux peut pouvons avons ai ont
c'est ca fait tarif cette semaine ferme svp disponible kilo bis spatestens ab fruhestens jusqu'a jusqu'au
jusque d'ici avant went should becomes became turned came rose dropped increased raised new last current
final oops giving throw thrown arrived means mean really very quite delivering mention organic bio frisch
frische frais delivery-time
"""
FILLERS = frozenset(_FILLER_TEXT.split())

_VARIETY_TEXT = """
brown white red green yellow black wholemeal wholegrain wholewheat whole-wheat whole frozen dried tinned
canned smoked salted unsalted vegan soy soya oat almond basmati jasmine arborio risotto cherry plum turkey
pork beef lamb chicken thai powdered ground granulated cane icing spring stainless galvanised galvanized
brass plastic wooden oak pine gloss matt acrylic synthetic rapeseed sunflower vegetable goat sheep
lactose-free gluten-free braun brauner weiser weisser weise weiss vollkorn tiefgekuhlt getrocknet rote
weisse complet complete surgele surgeles blanc duck quail goose buffalo spelt rye self-raising cashew
peanut coconut maple sweet skimmed semi-skimmed skim greek dark golden demerara caster long-grain
short-grain wild instant decaf balsamic malt cider rohr dinkel roggen hafer rinder schweine chevre brebis
"""
VARIETIES = frozenset(_VARIETY_TEXT.split())

KNOWN = (
    FILLERS
    | frozenset(NUMBERS)
    | frozenset(UNITS)
    | frozenset(
        word
        for _, source in _SOURCES
        for word in re.findall(r"[a-z']{2,}", re.sub(r"\(\?[:=!<]+|\\\w", " ", source))
    )
)
