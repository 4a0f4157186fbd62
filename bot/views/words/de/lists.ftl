# The list of components.
list-reading = Ich lese die Seite{ $host ->
    [none] {""}
   *[other] {" "}bei <b>{ $host }</b>
} …
list-refused = { $reason ->
    [not-a-link] Das sieht nicht nach einem vollständigen Link aus.
    [dead] Ich konnte den Link nicht öffnen: { $host } antwortet nicht.
    [missing] Unter diesem Link gibt es keine Seite mehr.
    [slow] { $host } braucht zu lange für eine Antwort.
    [huge] Diese Seite ist zu groß für mich.
    [too-large] Diese Seite ist zu groß für mich.
    [private] Diese Adresse liegt nicht im öffentlichen Internet, deshalb öffne ich sie nicht.
    [unsafe] Dieser Link ist nicht sicher.
    [refused-by-site] { $host } lässt mich diese Seite nicht lesen.
    [broken-site] { $host } hat gerade selbst eine Störung.
    [circle] Dieser Link schickt mich im Kreis herum.
    [pdf] Das ist ein PDF. Ich lese Webseiten und Text.
    [video] Das ist ein Video. Ich lese Webseiten und Text.
    [picture] Das ist ein Bild. Ich lese Webseiten und Text.
    [not-a-page] Das ist eine Datei, keine Webseite, deshalb kann ich sie nicht lesen.
    [not-text] Auf dieser Seite ist kein Text, den ich lesen kann.
    [empty] Diese Seite ist leer.
    [broken-reader] Bei uns stimmt etwas nicht: Ich kann diese Seite gerade nicht lesen.
    [gone] Diese Seite sagt, dass es sie nicht mehr gibt.
    [login] Diese Seite sieht nur, wer dort angemeldet ist, deshalb kann ich die Liste nicht sehen.
    [scripted] Diese Seite zeigt ihre Liste nur einem Browser, der ihre Skripte ausführt, deshalb sehe ich sie nicht.
    [only-video] Diese Seite ist ein Video ohne geschriebene Liste.
    [shop] Das ist die Seite eines Ladens, keine Anleitung.
    [collection] Das ist eine Sammlung. Öffne, was dir gefällt, und schick mir den Link davon.
    [consent] Diese Seite zeigt mir nur ihre Frage nach Cookies, nicht die Liste.
    [article] Das ist ein Artikel; eine Liste von Zutaten oder Materialien finde ich darin nicht.
    [file-empty] Diese Datei ist leer.
    [file-not-text] In dieser Datei steht kein Text, den ich lesen kann.
    [file-no-list] In dieser Datei habe ich keine Liste von Zutaten oder Material gefunden.
    [file-lost] Ich konnte diese Datei nicht holen.
   *[no-components] Auf dieser Seite finde ich keine Liste von Zutaten oder Materialien.
}
    Füg die Liste hier als Text ein, eine Zeile je Sache, dann mache ich von dort weiter. Oder schick einen anderen Link.
list-refused-link = 🔗 { $link }
list-title = <b>{ $title }</b>
list-title-factor = <b>{ $title }</b> × { $factor }
list-title-servings = <b>{ $title }</b> · für { $servings }
list-untitled = Deine Liste
list-kind = { $kind ->
    [ingredient] <i>Zutaten</i>
    [material] <i>Material</i>
   *[tool] <i>Werkzeug</i>
}
list-line = ✅ { $amount ->
    [none] {""}
   *[other] <b>{ $amount }</b>{" "}
}{ $name }{ $also ->
    [none] {""}
   *[other] {" "}<i>({ $also })</i>
}{ $optional ->
    [yes] {" "}<i>(nach Wunsch)</i>
   *[no] {""}
}{ $doubt ->
    [none] {""}
    [no-amount] {" "}❓ <i>wie viel?</i>
    [unknown-unit] {" "}❓ <i>Einheit unklar</i>
    [from-prose] {" "}❓ <i>im Text gefunden</i>
   *[other] {" "}❓ <i>bitte prüfen</i>
}{ $more ->
    [yes] {" "}<i>+ etwas</i>
   *[no] {""}
}{ $pages ->
    [0] {""}
    [1] {""}
   *[other] {" "}<i>· von { $pages } Seiten</i>
}{ $remembered ->
    [own] {" "}<i>· wie du beim letzten Mal gesagt hast</i>
    [common] {" "}<i>· wie andere es verstehen</i>
   *[none] {""}
}
list-line-dropped = ⬜️ <s>{ $amount ->
    [none] {""}
   *[other] { $amount }{" "}
}{ $name }</s>{ $also ->
    [none] {""}
   *[other] {" "}<i>({ $also })</i>
}
list-language = <i>Die Seite ist { $language ->
    [de] auf Deutsch
    [en] auf Englisch
    [fr] auf Französisch
    [es] auf Spanisch
    [it] auf Italienisch
   *[other] in einer anderen Sprache
}; wo ich ihn kenne, steht der deutsche Name dabei.</i>
list-empty = Noch nichts darauf. Schick einen Link oder schreib zum Beispiel „noch 500 g Reis“.
list-doubt-note = { $count ->
    [one] ❓ Bei einer Zeile war ich nicht sicher.
   *[other] ❓ Bei { $count } Zeilen war ich nicht sicher.
} Tipp auf „zu prüfen“, oder sag es mir, zum Beispiel „Salz 1 Packung“. Ohne Menge frage ich nach einer Packung.
list-estimate = Etwa <b>{ $total }</b> zu den heutigen Listenpreisen, mit Lieferung, von { $sellers ->
    [one] einem Laden
   *[other] { $sellers } Läden
}.
list-unfit = Das verkauft hier niemand: { $names }.
list-too-small = ⚠️ Nicht in diesem Preis: { $names }. { $seller } verkauft { $count ->
    [one] es
   *[other] sie
} erst ab { $minimum }{ $lacks ->
    [none] .
   *[other] ; dazu fehlen { $lacks }.
}
list-nothing-needed = Nichts ist angehakt. Tipp an, was du brauchst.
list-nobody-sells = Nichts davon verkauft hier jemand. Du kannst die Liste ändern oder eine andere Seite schicken.
list-too-little = Das ist weniger als die kleinste Bestellung bei jedem Laden: { $seller } verkauft ab { $minimum }, dazu fehlen { $lacks }. Nimm etwas dazu.
list-what-next = Tipp an, was du schon hast, oder schreib { $name ->
    [none] {""}
   *[other] „ohne { $name }“,{" "}
}{ $by ->
    [portions] „für sechs Personen“
   *[times] „doppelt so viel“
}{ $more ->
    [none] {""}
   *[other] , „doppelt so viel { $more }“
}.
list-added = ➕ Dazu: { $names }{ $more ->
    [0] .
   *[other] {" "}und { $more } mehr.
}
list-dropped = ➖ Weggelassen: { $names }{ $more ->
    [0] .
   *[other] {" "}und { $more } mehr.
}
list-needed = ➕ Gebraucht: { $names }{ $more ->
    [0] .
   *[other] {" "}und { $more } mehr.
}
list-all-needed = ➕ Alles wird wieder gebraucht.
list-kept = ✂️ Jetzt nur noch: { $names }{ $more ->
    [0] .
   *[other] {" "}und { $more } mehr.
}
list-changed = ✏️ Geändert: { $names }{ $more ->
    [0] .
   *[other] {" "}und { $more } mehr.
}
list-scaled = ⚖️ Jetzt für { $servings }.
list-scaled-by = ⚖️ Jetzt das { $factor }-Fache der Mengen auf der Seite.
list-scaled-unknown = Für wie viele sie war, steht nicht dabei; deshalb ist das nun { $number }-mal so viel. Nicht so gemeint? Schreib zum Beispiel „nein, ich meinte { $other }“.
list-cut = ⚠️ Das ist mehr, als auf eine Liste passt: Ich habe die ersten 120 Zeilen genommen und { $left_out } weggelassen.
list-page = <i>Seite { $page } von { $pages }, insgesamt { $count } Dinge.</i>
list-known = Diese Seite hast du schon geschickt; hier ist ihre Liste, wie sie steht.
list-already-reading = Diese Seite lese ich schon. Einen Moment.
list-many-links = Eine Nachricht, { $count } Links: Ich lese die ersten { $taken }. Schick die anderen danach noch einmal.
list-not-found-some = Das steht nicht auf deiner Liste: { $names }.
button-list = 📝 Deine Liste
button-try-again = 🔁 Noch einmal versuchen
button-read-anew = 🔁 Die Seite neu lesen
list-not-found = „{ $what }“ sehe ich nicht auf deiner Liste. Da ist: { $names }.
list-which-one = Was meinst du mit „{ $what }“? Tipp es an.
list-which-of = Was meinst du mit „{ $what }“: { $names }? Schreib es ganz aus.
list-has-already = Schon auf deiner Liste: { $name }{ $amount ->
    [none] {""}
   *[other] , { $amount }
}. Für mehr schreib zum Beispiel „noch 500 g { $name }“.
list-none = Es gibt noch keine Liste. Schick mir einen Link zu einem Rezept oder einer Anleitung, oder füg den Text ein.
list-choose-first = Wähl zuerst eine der Listen oben, mit einem Tipp oder „die zweite“; dann ändere ich sie.
list-still-reading = Ich lese diese Seite noch. Einen Moment.
list-closed = Diese Liste ist schon bestellt. Schick einen Link, um eine neue anzufangen.
list-too-long = Auf eine Liste passen höchstens 120 Zeilen. Lass zuerst einige weg.
list-bad-scale = Darauf kann ich nicht umrechnen: Es geht alles von einem Zwanzigstel bis zum 200-Fachen der Mengen auf der Seite. Für wie viele soll es sein?
list-bad-amount = Diese Menge sieht nicht richtig aus. Sag mir zum Beispiel „500 g“.
list-what-to-add = Was soll dazu? Zum Beispiel „noch 200 ml Sahne“.
list-what-to-drop = Was soll ich weglassen? Zum Beispiel „kein Basilikum“.
list-what-meant = Was soll ich ändern? Schreib es ganz aus, zum Beispiel „für sechs Personen“ oder „Reis 500 g“.
list-how-much = Wie viel { $name } möchtest du? Zum Beispiel „500 g“ oder „2“.
list-reopened = Ich habe die Anfragen an die Läden zurückgezogen, weil sich deine Liste geändert hat.
ask-servings = Für wie viele? Schick mir eine Zahl.
ask-factor = Wie oft diese Liste? Schick mir eine Zahl, zum Beispiel 2.
page-of = { $page }/{ $pages }
button-servings = { $title ->
    [none] für { $n } …
   *[other] { $title } · für { $n } …
}
button-scale = { $title ->
    [none] Umrechnen …
   *[other] { $title } · umrechnen …
}
button-ask-sellers = 🔎 Läden fragen

# One line at a time.
line-question = ❓ <b>{ $n } von { $total }</b>
    Auf der Seite steht: „{ $line }“
    Ich lese: { $amount ->
    [none] <b>{ $name }</b>, ohne Menge
   *[other] <b>{ $amount }</b> { $name }
}
    { $doubt ->
    [no-amount] Wie viel soll es sein? Ohne Menge frage ich nach einer Packung.
    [unknown-unit] Diese Einheit kenne ich nicht.
    [unsure-name] Ich bin nicht sicher, was das ist.
    [from-prose] Das habe ich im Fließtext gefunden, es kann also falsch sein.
   *[none] Was soll es sein?
}
    Tipp an, oder schreib, wie es heißen soll: „2 Tassen Mehl“, „das ist Gemüsebrühe“.
line-not-understood = Darin finde ich weder eine Sache noch eine Menge. Schreib zum Beispiel „500 g“, „2 Tassen { $name }“ oder „weiter“.
line-which = Welche Zeile? Tipp sie an, um sie einzusortieren, genau zu sagen, was du kaufen willst, oder sie richtigzustellen.
line-about = { $kind ->
    [ingredient] 🥕 Zutat
    [material] 🧱 Material
   *[tool] 🔧 Werkzeug
}: { $amount ->
    [none] {""}
   *[other] <b>{ $amount }</b>{" "}
}{ $name }{ $doubt ->
    [none] {""}
   *[other] {" "}❓
}
    Auf der Seite steht: „{ $line }“
line-part = • { $amount ->
    [none] etwas
   *[other] { $amount }
} für { $title }
line-items = Das passt am besten. Tipp eins an, dann kaufe ich genau das und merke es mir für { $name }:
line-any-item = Gut, irgendeins, das zu { $name } passt.
list-checked = { $left ->
    [0] ✅ Jetzt ist keine Zeile mehr zweifelhaft.
    [one] ❓ Eine Zeile ist noch unsicher; du kannst sie jederzeit prüfen.
   *[other] ❓ { $left } Zeilen sind noch unsicher; du kannst sie jederzeit prüfen.
}
list-check-over = 👌 Das war’s fürs Erste.
list-nothing-to-check = Auf dieser Liste ist nichts zweifelhaft. Um eine Zeile zu ändern, tipp auf „Zeile bearbeiten“.
list-check-first = ❓ { $n ->
    [one] Eine Zeile war schwer zu lesen
   *[other] { $n } Zeilen waren schwer zu lesen
}: { $names }. Wollen wir das erst prüfen? Ich kann die Läden auch so fragen.
list-ingredient = 🥕 Jetzt bei den Zutaten: { $names }{ $more ->
    [0] .
   *[other] {" "}und { $more } mehr.
}
list-material = 🧱 Jetzt beim Material: { $names }{ $more ->
    [0] .
   *[other] {" "}und { $more } mehr.
}
list-tool = 🔧 Jetzt beim Werkzeug: { $names }{ $more ->
    [0] .
   *[other] {" "}und { $more } mehr.
} Werkzeug kaufe ich nur, wenn du es sagst: Tipp es an, oder schreib „ich brauche auch { $names }“.
list-chosen = 👌 Ausgesucht: { $names }{ $more ->
    [0] .
   *[other] {" "}und { $more } mehr.
}
list-in-basket = Diese Seite liegt jetzt in einem Korb. Ändere sie dort.
button-check-lines = ❓ { $n ->
    [one] 1 Zeile zu prüfen
   *[other] { $n } Zeilen zu prüfen
}
button-edit-line = ✏️ Zeile bearbeiten
button-ask-anyway = 🔎 Trotzdem fragen
button-line-right = ✅ Richtig gelesen
button-line-one-pack = ✅ Richtig, eine Packung reicht
button-line-out = ➖ Weglassen
button-line-skip = ⏭ Überspringen
button-line-stop = ⏹ Genug für jetzt
button-line-reread = ✏️ Richtigstellen
button-line-back = ‹ Alle Zeilen
button-any-item = 🔀 Egal welches
button-sort = { $kind ->
    [ingredient] 🥕 Ist eine Zutat
    [material] 🧱 Ist Material
   *[tool] 🔧 Ist Werkzeug
}

# Several pages in one basket.
basket-title = 🧺 <b>Ein Korb für { $pages } Seiten</b>
basket-page = • { $title }{ $servings ->
    [none] {""}
   *[other] {" "}· für { $servings }
}{ $factor ->
    [none] {""}
   *[other] {" "}× { $factor }
}
basket-reading = 🧺 { $n } Seiten: Ich lege sie in einen Korb.
basket-joined = 🧺 Jetzt in einem Korb: { $titles }. Gleiches habe ich zusammengezählt.
basket-page-joined = 🧺 <b>{ $title }</b> liegt im Korb weiter unten.
basket-parted = ✂️ Jede Seite ist wieder eine Liste für sich.
basket-may-join = { $titled ->
    [no] Deine Liste von vorhin
   *[yes] Deine Liste „{ $title }“
} ist noch offen. Beides in einen Korb?
basket-on-its-own = 👌 Diese Liste bleibt für sich.
basket-has-page = Diese Seite liegt schon in diesem Korb.
basket-has-it = Diese Seite liegt schon im Korb.
basket-no-other = Es gibt keine andere offene Liste, zu der sie passt. Schick zuerst noch eine Seite.
basket-page-left = ➖ <b>{ $title }</b> ist draußen, mit allem, was nur dafür gebraucht wird.
basket-page-or-line = „{ $what }“ kann die ganze Seite meinen oder eine Zeile der Liste. Was soll weg?
button-page = 📄 Die Seite „{ $title }“
basket-none = Diese Liste steht schon für sich.
button-join = 🧺 Zu „{ $title }“ legen
button-on-its-own = 📄 Für sich lassen
button-keep-apart = ✂️ Seiten getrennt lassen
