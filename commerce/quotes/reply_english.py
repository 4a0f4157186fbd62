"""The English of sellers' answers."""

from commerce.quotes.reply_language import Language, Role, numbered
from commerce.units import Unit

__all__ = ["ENGLISH"]

_HAVE = r"(?:have|got|carry|stock|sell|do|get|offer|find|supply|keep|make|deal in|see|has)"
_NOT = (
    r"(?:do not|don't|dont|does not|doesn't|doesnt|did not|didn't|have not|haven't|havent|no longer"
    r"|can not|cannot|can't|cant|couldn't|could not|won't|wont|never|ain't|hasn't)"
)
_CANNOT = r"(?:can'?t|cannot|can not|unable to|won'?t be able to|not able to)"
_THESE = "(?:it|them|this|that|these|those)"
_COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|both)"

_PHRASES = {
    Role.FILLER: (
        r"no (?:problem|worries|prob|rush|bother)|not a problem|no bother|no need to \w+",
        r"(?:cash |payable |pay )?on delivery|whenever you (?:like|want|can)|any ?time you (?:like|want)",
        r"of course|after all|at all|first of all",
        r"all the best|all good|all right|not bad|why not",
        r"if (?:that's|thats|that is|it's|its|you) (?:ok|okay|fine|like|want|wish|suits?|all right|alright)"
        r"(?: (?:with|for) you)?|if (?:that|it) (?:suits|works|helps)(?: you)?",
        r"let me know|get back to (?:me|us)|give (?:me|us) a (?:shout|ring|call)",
    ),
    Role.CORRECTION: (
        r"no wait|wait(?: no)?|i mean|i meant|sorry i meant|correction|make that|scratch that|or rather",
        r"rather(?! than)|my mistake|typo|sorry,?(?= [€]?\d)",
    ),
    Role.VAGUE: (
        r"not sure|no idea|don'?t know|it depends|depends|depending|or so|give or take|i think|i guess",
        r"(?:around|about)(?= ?[€]?\d)|approx(?:imately)?|roughly|maybe|perhaps|probably|somewhere",
        r"something like|ballpark",
        r"at least|starting (?:at|from)|starts at|upwards|more or less|tbc|tbd|odd|or thereabouts|say about",
        r"from(?=\s?[€$£]?\s?\d+[.,]\d\d(?!\.)|\s?[€$£])|or more|or less|ish|half|estimate|to be confirmed",
        r"(?:have|need|got) to (?:check|look|ask)(?: (?:the|with|for|that|my|it)\b)?|let me check|will check",
        r"(?:i'?ll|we'?ll) (?:have to )?(?:check|confirm)(?: (?:the )?price)?",
        r"(?:price )?(?:is )?(?:up to you|negotiable)|make me an offer|as much as last time",
    ),
    Role.PICKUP: (
        r"pick ?-? ?ups?|pickup|pick (?:it|them|everything|that|all) ?up|to be (?:collected|picked up)",
        r"collect(?:ion|ed|ing|able)?|come (?:and|to|by to)? ?(?:get|collect|fetch)(?: (?:it|them))?",
        r"no delivery(?! charge| fee| cost)|(?:don'?t|do not|can'?t|cannot|won'?t) deliver",
        r"you(?:'d| would| will)? (?:have to |can |could |need to |must )come(?! as)",
        r"ready (?:for|to) collect(?:ion)?|in the shop|in store only|at the (?:shop|counter|store|stall)",
        r"picked up|pop (?:in|by|round)(?! (?:to you|yours))|swing by|waiting (?:for you )?at the counter",
    ),
    Role.DECLINE: (
        rf"{_CANNOT} (?:help|supply|serve|quote|offer|make)(?: you)?(?: (?:out|with that|on this one))?",
        r"(?:can'?t|cant|cannot|can not|couldn'?t) do(?: it| this| that| any| anything)?",
        r"not (?:this time|possible|interested)|no thanks|no thank you|forget it|count me out|nothing",
        r"i'?ll pass|pass on (?:this|that|it)|pass|decline|we'?re out(?! of)|have to say no",
        r"not for (?:us|me)",
        rf"{_NOT} {_HAVE} (?:anything|any|{_THESE}|either)(?: of {_THESE})?|not our (?:thing|trade|line)",
        rf"{_NOT} {_HAVE} (?:that|those|this|these|such) (?:\w+ )?(?:thing|stuff|sort|kind|items?)s?",
        rf"{_NOT} (?:have|got|see) (?:anything|something) like (?:it|that)",
        r"no can do|never heard of (?:it|them|that)|not our day|no luck|too busy|fully booked|booked out",
        r"no time|no capacity|cancel (?:my|the|our) offer",
        r"withdraw|have to cancel|out of business|we are not taking orders|not taking (?:any )?orders",
    ),
    Role.AWAY: (
        r"shop is closed|closing|closed|shut|on holidays?|on vacation|away|stock ?taking",
        r"holidays?(?= (?:until|till|this))",
    ),
    Role.AGAIN: (
        r"(?:picked|caught|baked|harvested|made|cut)(?= (?:today|this|yesterday|fresh))",
        r"back in(?: stock)?|back(?! to)|again|reopen|re-open|open again|restock(?:ed|ing)?",
        r"ask (?:me|us) again",
        r"(?:call|ask|try|phone) (?:again|me|us)|open(?:s|ing)?(?! (?:un)?til)|next batch|new batch",
        r"coming in|due in|expected",
    ),
    Role.LACKS: (
        rf"{_NOT} (?:currently |really |usually |actually |even )?{_HAVE}(?: any| the)?|out of stock",
        r"sold out",
        r"out(?= (?:un)?till?\b)|(?:all )?gone|not in stock|not available|unavailable|n/a|ran out(?: of)?",
        r"run out(?: of)?|out of",
        r"(?:is|are|'s|'re) (?:all )?(?:out|off|gone|missing|finished)|none left|not any ?more",
        r"fresh out(?: of)?",
        r"drop(?! (?:it|them|off|by|round|in|this|you)| .{0,40}\bto (?:[€$£]|\d))|scrap|delete|remove|cancel",
        r"(?:finished|over|done)(?= for)|forget(?! it)|all sold",
        r"sold(?= (?:already|in|earlier|today|yesterday))|no more(?! than)|take (?:off|out)",
        r"leave (?:off|out)|unavail|none of|discontinued|back ?order(?:ed)?",
    ),
    Role.INSTEAD: (
        r"instead of|in place of|rather than|instead|in lieu of",
        r"as (?:a )?(?:substitute|replacement|alternative)(?: for)?|substitute|alternative(?:ly)?",
        r"replacement",
    ),
    Role.EXCEPT: (
        r"(?<=everything )bar|(?<=all )bar|save for|minus the",
        r"except(?: for)?|apart from|other than|aside from|excluding|not including",
    ),
    Role.LISTED: (
        r"(?:as|at) (?:per )?(?:the )?(?:your )?list(?:ed)?(?: prices?)?",
        r"(?:at |for )?(?:the )?(?:usual|normal|list|listed|catalogue) prices?",
        r"as (?:is|usual|shown|asked|quoted)",
    ),
    Role.KEPT: (
        r"as (?:before|agreed|it was|they were|was|already said)|unchanged|no change",
        r"(?:all )?the same(?! day)",
        r"(?:stays?|remains?|staying|keep|leave|keeping) (?:the same|as (?:is|it is|they are|before|it was))",
        r"stays?|remains?|still stands?|doesn'?t change|don'?t change|same as (?:before|above|i said)",
    ),
    Role.TOTAL: (
        r"(?:everything|every thing|all)(?: of it| of them| of that)? together|altogether|together",
        r"for (?:all )?(?:the )?(?:two|three|four|five|six|seven|\d)(?=\s*(?:[,.;!)\n-]|$))",
        r"in total|in all|all[- ]in|grand total|(?:sub-?)?total(?:s|ling)?|sum(?! of)",
        r"the (?:whole )?lot(?! of)|comes to|all told|for the whole (?:thing|list|order|lot)",
        r"for (?:both|the pair)|both for(?= ?[€\d])",
        r"for all (?:of it|of them|of that|\d+|two|three|four|five)",
        r"(?:for|the) (?:everything|complete order)|all up",
    ),
    Role.RESULT: (
        r"so(?= (?:that'?s|that is|that makes|it'?s|you pay|it comes|the|your|it would|that would)?\b)"
        r"(?= ?(?:that'?s|that is|that makes|it'?s|you pay|it comes to|comes to|makes|total)? ?[€]?\d)",
        r"that'?s|thats|that makes|makes|that would be|that'?ll be|you pay|works out at|which (?:is|makes)",
        r"so (?:that'?s|it'?s|you pay|the \w+ (?:make|makes|come to|cost|costs|are|is))|i\.e\.",
    ),
    Role.REST: (
        r"(?:the )?rest|(?:everything|all) else|the others?|the other (?:ones|items|things|lines|two|three)",
        r"others|remaining(?: ones| items)?|(?:the )?remainder",
    ),
    Role.ALL: (
        r"(?:everything|every thing|all)(?: of (?:it|them|that))?(?: the (?:rest|others))?",
        rf"every (?:item|line)|the (?:whole|full|entire) (?:list|order)|all {_COUNT}(?! kinds)|both of them",
    ),
    Role.VALID: (
        r"valid|good (?=un?till?|till|til|for|through|thru)|price is good|offer ends?|ends|lapses",
        r"(?:offer|quote|prices?) (?:is |are )?(?:stands?|holds?|good|fixed|ok|guaranteed)|holds?|stands?",
        r"expires?|(?:offer|quote|prices?) (?=un?till?|till|til|through)|open (?=un?till?|till|til)",
    ),
    Role.INCLUDED: (
        r"incl(?:\.|uding|uded|usive|udes)?|with delivery|free (?:of )?(?:delivery|shipping|postage)",
        r"(?:delivery|shipping|postage)(?: is| comes)? (?:free|included|on us|on the house)|no delivery"
        r" (?:charge|fee|costs?)|delivered free|free delivery",
        r"delivered(?= free)|deliver (?:for )?free|(?:drop|bring) (?:it|them) (?:\w+ )?free",
    ),
    Role.EXTRA: (r"plus(?! de\b| d'| que| qu')|extra|on top|fee|charge|add",),
    Role.DELIVERY: (
        r"deliver(?:y|ed|ies|ing|s)?|delivry|dilivery|shipping|shipped|ship|postage|carriage",
        r"drop(?:ping|ped)? (?:it|them|everything|that|this|off|round|by)(?: (?:off|round|over|by))?",
    ),
    Role.ONLY: (r"only|just|left|remaining|max(?:imum)?|up to|at most|no more than|last",),
    Role.HAVE: (r"have(?: got)?|got|'ve|ive|i've|we've|there(?:'s| is| are)|has",),
    Role.OFFERS: (
        r"(?:could|can|would|might) (?:offer|give|do|get|use|take|let you have)|how about|what about",
        r"would(?= [^\d\s]+(?: [^\d\s]+)? (?:do|be ok|be fine|work))",
    ),
    Role.OFF: (r"off|discount|less|minus|reduced|cheaper|knock|rebate|reduction",),
    Role.WHEN: (
        r"if|when you|provided|for orders|when (?:paid|paying|taking)|as long as|otherwise|unless",
        r"from(?= \d+ ?(?:kg|m|g|l|pieces|pcs|boxes|packs|bags|rolls|bottles|items|units|up)\b)|orders over",
        r"(?:for|on) (?:more than|over|\d+ or more|\d+ ?\w+ (?:or|and) (?:more|up|over))|on orders",
    ),
    Role.FREE: (
        r"for free|free of charge|at no (?:extra )?(?:cost|charge)|on the house|as a (?:gift|present)|gratis"
        r"|(?:i'?ll |i |we'?ll |we )?throw(?:n|ing)? (?:\w+ |that |those |it "
        r"|them )?in(?: for)? (?:for )?free",
        r"freebie|complimentary|no charge",
    ),
    Role.ODD: (r"free(?! ?-?range)",),
    Role.RANGE: (r"or|nor",),
    Role.NO: (r"no|not|none|nope|nah|nay|without|skip|niet|neg|never|neither|❌|✗",),
    Role.YES: (
        r"yes|yep|yeah|yup|ok|okay|okey|fine|sure(?! the)|in stock|available|no problem|can do|✓|✔|✅|👍|👌",
        r"in stock|i(?:'ve| have) got (?:it|them)|got (?:it|them)|have (?:it|them)|happy to",
    ),
    Role.AND: (r"and|&|as well as",),
    Role.BUT: (r"but|though|however",),
    Role.ASKS: (
        r"which|what(?! about|ever|'s left)|how (?:many|much|big|long|thick|wide|large|often|soon)|whose",
        r"do you (?:mean|want|need|prefer|have|also|still|like|really|take)|does it|do i|do we|is it",
        r"are they",
        r"should (?:it|i|we|they|the)|when (?:do|would|should|can)|where|would you (?:like|prefer|want|mind)",
        r"are you (?:ok|okay|fine|happy|after|looking)|is that|shall (?:i|we)|want (?:me|us) to|can you tell",
        r"could you (?:tell|say|confirm)|will you|you want (?:the|it)|any preference",
    ),
}

_UNITS = {
    Unit.G: "g gr gram grams gm gms grm grs",
    Unit.KG: "kg kgs kilo kilos kilogram kilograms",
    Unit.LB: "lb lbs pound pounds",
    Unit.OZ: "oz ounce ounces",
    Unit.ML: "ml millilitre millilitres milliliter",
    Unit.CL: "cl",
    Unit.DL: "dl",
    Unit.L: "l ltr litre litres liter liters",
    Unit.PINT: "pint pints",
    Unit.CAN: "can cans tin tins",
    Unit.JAR: "jar jars pot pots",
    Unit.PACKET: "packet packets pack packs pkt pkts package packages",
    Unit.BOX: "box boxes carton cartons case cases crate crates punnet punnets",
    Unit.BAG: "bag bags sack sacks sachet sachets",
    Unit.BOTTLE: "bottle bottles",
    Unit.TUBE: "tube tubes cartridge cartridges",
    Unit.TUB: "tub tubs bucket buckets",
    Unit.ROLL: "roll rolls",
    Unit.BUNCH: "bunch bunches",
    Unit.HEAD: "head heads bulb bulbs",
    Unit.CLOVE: "clove cloves",
    Unit.STALK: "stalk stalks",
    Unit.SLICE: "slice slices",
    Unit.SHEET: "sheet sheets",
    Unit.PAIR: "pair pairs",
    Unit.BALL: "ball balls",
    Unit.SPRIG: "sprig sprigs",
    Unit.LEAF: "leaf leaves",
    Unit.CUP: "cup cups",
    Unit.CUBE: "cube cubes",
    Unit.BLOCK: "block blocks",
    Unit.STICK: "stick sticks",
    Unit.PIECE: "loaf loaves spool spools piece pieces pc pcs pce item items unit units",
    Unit.MM: "mm millimetre millimetres millimeter",
    Unit.CM: "cm centimetre centimetres",
    Unit.M: "m metre metres meter meters mtr",
    Unit.INCH: "inch inches",
    Unit.FOOT: "foot feet ft",
    Unit.YARD: "yard yards yd",
    Unit.M2: "m2 sqm m²",
}

_ONES = "one two three four five six seven eight nine".split()  # noqa: SIM905
_NUMBERS = {
    **numbered(" ".join(_ONES) + " ten eleven", 1),
    12: "twelve dozen",
    **numbered("thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty", 13),
    **numbered("thirty forty fifty sixty seventy eighty ninety", 30, 10),
}
_NUMBERS |= {
    tens + at: f"{_NUMBERS[tens]}-{one}" for tens in range(20, 100, 10) for at, one in enumerate(_ONES, 1)
}

_EACH = (
    r"each|apiece|a piece|a pop|ea\b\.?|per (?:piece|item|unit|one)",
    r"/ ?(?:pc|piece|ea|unit)\b",
    r"(?<=\w )@|(?<=\w)@",
)

_DAYS = (
    (r"(?:in )?a fortnight(?:'s time| from (?:today|now))?", "in 14"),
    (r"(?:in )?(?P<n>\d|two|three|four|five|six) weeks?(?: from (?:today|now)|'? time| today)", "weeks"),
    (
        r"(?:can'?t|cannot|won'?t|not|couldn'?t)(?: [a-z]+){0,4} before (?:the )?(?P<weekday>WEEKDAY)",
        "weekday",
    ),
    (
        r"(?:this|later this) (?:afternoon|arvo|evening|morning)|in the (?:afternoon|evening)|later today"
        r"|right away",
        "today",
    ),
    (
        r"straight ?away|immediately|at once|this minute|right now|within the hour|same day(?= delivery)",
        "today",
    ),
    (r"(?:the )?(?:very )?same day|that (?:very )?day|on the day", "same"),
    (r"within (?:the|a|one) week|(?:some ?time |during |in the course of )(?:the|this) week", "within 7"),
    (r"WEEKDAY week|a week on WEEKDAY|WEEKDAY after next|a week from WEEKDAY", "week after"),
    (r"(?:a week|one week) (?:from today|today)|today week|in a week'?s time", "in 7"),
    (r"after the weekend|straight after the weekend", "monday"),
)

_ASIDES = (
    r"min(?:imum|\.)? ?(?:order|spend)(?: value)?(?: is| of|:)? ?SUM",
    r"(?:free|no) (?:delivery|shipping)(?: charge)? (?:on orders |for orders )?(?:over|above|from) SUM",
    r"(?:delivery|shipping) (?:is )?free (?:on orders |for orders )?(?:over|above|from) SUM",
    r"(?:we(?:'re| are)?|shop(?: is)?) open (?:at|from|till|until) \d{1,2}(?::\d\d)? ?(?:am|pm)?",
    r"orders? (?:over|above|from) SUM",
)

_FILLERS = """
about line lines follows wrong they were down up skin whenever you-like call called flat let reckon figure
figured sorted lucky chance fair enough happens happened simply basically honestly especially particularly
exactly precisely clearly obviously certainly definitely absolutely luckily indeed anyhow meanwhile
besides hence therefore thus within without beside behind above below under near next-door nearby
shopkeeper bakery butcher baker grocer greengrocer dairy depot yard wholesaler supplier suppliers producer
farmer boxed bottled wrapped bagged labelled weighed counted checked measured picked-up prepared
ready-made reserved aside asked quoted promised agreed confirmed noted understood received seen heard told
phoned ordered remind reminder heads-up fyi btw imo asap lol haha wow ooh aye cool awesome brilliant grand
lush smashing cracking beautiful gorgeous tasty juicy ripe crisp decent proper solid sturdy heavy light
strong delivers reaches leaves includes including possible whatever half-hour minute minutes second
seconds stocks long-lasting monthly weekly daily driver courier bike car lorry postman shipment parcel
drop-off sunday's monday's friday's wife husband son daughter dad mum boss colleague assistant
special-offer reduced-price bargain-price ex incl excl net gross rate rates clearance manage managed
manages help helps helped serve serves supply supplies supplied provide provides stocked chuck chucked pop
popped stick sticks whack do-able doable sweetheart darlin luv bless a an the of for at by to from on in
with is are was be been would will can could i i'm i'll i'd i've we we're we'll we've we'd you your u me
my our us it it's it'll its they're them their that that's this these those there there's here so too also
have has had got get gets do does did make makes made bring brings brought take takes need needs want give
gives offer offers offered sell sells price prices priced cost costs costing charge hi hello hey hiya dear
thanks thank thx ty cheers please pls plz sorry unfortunately afraid regards best kind good morning
afternoon evening day nice great lovely fresh super perfect today's well then now hun currently again
still already right away yours sure actually after before until till via some any mate friend sir madam
bro pal folks love darling both euro euros eur cents cent each per item number no nr earliest latest
soonest soon time ready come comes coming change update updated set keep keeps stay stays same found find
put add adding include as not than if or but lets let's know say says go going goes think guess mine only
just like back ours bit little lot much more another one ones quality cheap cheaper cheapest special order
delivered bringing around went should becomes became turned came rose dropped increased raised new last
current final oops giving throw thrown throwing arrived means mean really very quite delivering mention
organic frozen delivery-time normally usually this's buy buying sold selling stuff things thing round van
truck shop store stall market counter post posting mail send sends sent sending reach arrive arrives drop
drops off over anytime any-time early late first third dozen nope yea gladly happy pleased glad welcome
enjoy take-care weekend days hours am pm o'clock open opens opening hour name customer neighbour kindly
quick quickly question quote reply message asking list listed request requested inquiry enquiry gonna
wanna gotta deal bargain top premium local homemade home-made own grown picked caught baked cut sliced
packed in-store upon receipt cash card paid payment pay paying hope works work suits fit fits everything
all together total altogether yes ok okay fine must might may able looking look looks see seeing two three
hundred half-price offer's deals season seasonal while since because due bye later guys team greetings ta
per-piece make's tray shelf shelves warehouse today anyway sizes size wholesale retail usual always never
ever sometimes once twice until'll he she his her him who when where why how straight along
"""

_VARIETIES = """
brown white red green yellow black wholemeal wholegrain wholewheat whole-wheat whole frozen dried tinned
canned smoked salted unsalted vegan soy soya oat almond basmati jasmine arborio risotto cherry plum turkey
pork beef lamb chicken thai powdered ground granulated cane icing spring stainless galvanised galvanized
brass plastic wooden oak pine gloss matt acrylic synthetic rapeseed sunflower vegetable goat sheep dry
lactose-free gluten-free duck quail goose buffalo spelt rye self-raising cashew peanut coconut maple sweet
skimmed semi-skimmed skim greek dark golden demerara caster long-grain short-grain wild instant decaf
balsamic malt cider
"""

_SAME = """
aubergine eggplant
courgette zucchini
coriander cilantro
scallion greenonion
prawn shrimp
mince minced ground
chickpea garbanzo
spud potato tater
tomato tom toms
mozzarella mozza mozz moz
chocolate choc chocs choccy
vegetable veg veggie veggies
avocado avo avos
cucumber cuke cukes
mayonnaise mayo
strawberry strawb strawbs
raspberry rasp raspb
sausage banger snag
broccoli broc brocc
cauliflower cauli
parmesan parm parmigiano
mushroom shroom
plywood ply
rocket arugula
ketchup catsup
flour flower
yogurt yoghurt
chili chilli chile
cilantro coriander
beetroot beet
"""

_HEADS = """
nut nuts berry berries board boards paper bread flour melon bean beans corn root tape screw screws nail nails
cloth pot pots steak steaks fruit wire pipe pipes tile tiles brush brushes bag bags cake cakes
"""

ENGLISH = Language(
    code="en",
    phrases=_PHRASES,
    units=_UNITS,
    numbers=_NUMBERS,
    each=_EACH,
    before_unit="per a an the each",
    times="from at after before by until till between",
    until="until till til",
    of_price="for of",
    heads=_HEADS,
    listing="do yes ok only just have got skip no not without numbers items lines",
    denying="not",
    promotions=("pay",),
    brought="delivered deliver shipped",
    dozens=(
        (r"(?:per|the|a) hundred", 100),
        (r"(?:per|the|a) half(?: a)? dozen", 6),
        (r"(?:per|the) dozen|(?<=\d )a dozen", 12),
    ),
    lone="single last lone small large big more",
    letters="",
    asides=_ASIDES,
    taxes="vat tax sure certain",
    weekdays=("mondays?", "tuesdays?", "wednesdays?", "thursdays?", "fridays?", "saturdays?", "sundays?"),
    days=_DAYS,
    fillers=_FILLERS,
    varieties=_VARIETIES,
    same=_SAME,
    wholes=(r"(?:for )?(?:all(?: of)?(?: the)?|the)(?: whole)?",),
    giving="can could",
    leaving=r"post(?:ed|ing)?|ship(?:s|ped|ping)?|dispatch\w*|sent|send(?:ing)?|go(?:es|ing) out|leav\w+",
)
