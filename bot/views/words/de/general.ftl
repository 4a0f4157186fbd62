# Hello, help, settings, search, admin.
welcome = Hallo { $name }, ich bin { $shop }: Schick mir einen Link zu einem Rezept oder einer Anleitung, und ich besorge alles, was dafür nötig ist.
    Ich frage die Läden in der Nähe, schlage vor, was du wo kaufst, und begleite es bis an deine Tür.

    Probier eins davon:
    • schick einen Link oder füg eine Liste ein
    • „was brauche ich für Lasagne für sechs?“
    • „habt ihr Olivenöl?“
welcome-seller = Hallo { $name }. Anfragen an deinen Laden kommen hier an; antworte mit einem Tipp oder in deinen eigenen Worten.
welcome-carrier = Hallo { $name }. Lieferungen kommen hier mit ihren Halten an; tipp jeden an, wenn er erledigt ist.
welcome-admin = Hallo { $name }. /orders zeigt die Bestellungen, /order CODE die Geschichte einer einzelnen. /talks zeigt, wer auf einen Menschen wartet, /sites die Seiten, die ich nach Listen frage.
welcome-coordinator = Hallo { $name }. Du kannst hier einkaufen wie alle. Kombinationen anmelden kommt später.
help-consumer = <b>So geht’s</b>
    1. Schick einen Link zu einem Rezept oder einer Anleitung, oder füg den Text ein. Keine Seite zur Hand? „Was brauche ich für Lasagne?“
    2. Tipp an, was du schon hast. Schreib „kein Basilikum“, „für sechs Personen“, „doppelt so viel Reis“, „noch Olivenöl“.
    3. „Läden fragen“. Ihre Antworten kommen in eine einzige Nachricht.
    4. Ich schlage vor, wo du kaufst, und sage warum. Ändere die Priorität, vergleiche, verschieb eine Zeile.
    5. Sag wohin, wähl die Zahlungsart. Ich melde jeden Schritt, bis alles da ist.

    /list deine Liste · /track deine Bestellungen · /settings · /privacy · /cancel verlässt eine Frage
help-seller = <b>Für Läden</b>: Beantworte Anfragen mit einem Tipp oder in Worten („Reis 3,20, kein Basilikum, Rest ok, morgen“). Nichts gilt, bevor du bestätigst, was ich gelesen habe. /work zeigt, was wartet.
help-carrier = <b>Für Kuriere</b>: Tipp jeden Halt an, wenn er erledigt ist. /work zeigt deine Lieferungen.
help-admin = <b>Für Admins</b>: /orders, /order CODE, /sites. /talks zeigt, wer auf einen Menschen wartet; übernimm ein Gespräch, dann schreib oder antworte, /done beendet es.
help-topic = { $topic ->
    [payment] <b>Bezahlen</b>
        Mit Karte auf einer sicheren Seite, bar an der Tür oder im Laden beim Abholen. Du wählst es beim Bestellen; eine Zahlung deckt alle Läden und die Lieferung.
    [delivery] <b>Lieferung</b>
        Ein Kurier holt bei allen deinen Läden ab und bringt alles zusammen. Tag und Tageszeit wählst du beim Bestellen. /track sagt, wo es ist.
    [returns] <b>Rückgabe</b>
        Von selbst geht das hier noch nicht: Sprich mit einem Menschen, der kümmert sich darum.
    [privacy] <b>Wer sieht was</b>
        Läden sehen, was sie dir verkaufen, und einen Code; nur der Kurier sieht deine Adresse. /privacy sagt es ausführlich.
    [sellers] <b>Läden</b>
        Ich frage jeden Laden der Stadt, der etwas von deiner Liste verkauft, und schlage die beste Mischung nach deiner Priorität vor. /settings ändert sie.
    [who] <b>Wer ich bin</b>
        Ein Programm, kein Mensch: Ich lese, was du schreibst, frage die Läden und führe aus, was du sagst. Für einen Menschen tipp unten.
   *[scaling] <b>Mengen</b>
        ➖ und ➕ unter der Liste ändern die Portionen; oder schreib „für sechs Personen“, „doppelt so viel Reis“, „Reis 500 g“.
}
you-are-welcome = Gern geschehen!
never-mind = In Ordnung. Deine Liste und deine Bestellungen bleiben, wie sie sind.
never-mind-question = In Ordnung, vergiss die Frage. Alles bleibt, wie es ist.
settings-title = <b>Einstellungen</b>
    Ich wähle Läden nach: <b>{ priority }</b>. Sprache: { $language } (/language).
priority-kept = Ab jetzt wähle ich, was { $priority ->
    [cheapest] insgesamt am günstigsten ist
    [soonest] am schnellsten da ist
    [fewest-sellers] aus möglichst wenigen Läden kommt
    [nearest] am nächsten ist
    [favourites] aus deinen Lieblingsläden kommt
   *[least-waste] am wenigsten übrig lässt
}.
language-which = { $unknown ->
    [none] Ich schreibe { $language }. Wähl eine andere Sprache:
   *[other] Diese Sprache schreibe ich noch nicht. Diese kann ich:
}
language-kept = Ab jetzt schreibe ich Deutsch.
privacy = <b>Wer sieht was</b>
    • Läden sehen, was von ihnen gebraucht wird, und einen Code. Nie deinen Namen, dein Konto oder deine Adresse.
    • Der Kurier sieht für die Lieferung deinen Namen und deine Adresse, sonst nichts.
    • Deine Adresse liegt verschlüsselt; der Shop öffnet sie nur für die Lieferung und um sie dir zu zeigen.
    • Wenn du mit einem Menschen vom Shop sprichst, sehen die Admins deinen Namen und Code, deine Sprache, welche Liste oder Bestellung du vor dir hast, und deine letzten Nachrichten außer Adressen; wer antwortet, sieht auch, was du bis zum Ende des Gesprächs schreibst.
    • Was du zu einer Zeile einer Liste antwortest, bleibt unter deinem Konto, damit ich deine nächsten Listen besser lese; haben mehrere dasselbe gesagt, hilft es auch anderen, ohne Namen.
    • Seiten, die ich nach einer Liste frage, sehen nur die Worte des Vorhabens, nicht, wer fragt.
    Selbst ausgeben lassen und löschen kommt später; bis dahin schreib „Ich möchte mit jemandem sprechen“.
skipped = { $what ->
    [servings] In Ordnung, die Zahl bleibt, wie sie ist.
    [quantity] In Ordnung, die Menge bleibt, wie sie ist.
    [window] In Ordnung: irgendwann ab dem Tag, an dem alles fertig ist. Beim Bestellen kannst du immer noch wählen.
    [query] In Ordnung, ich suche nichts.
   *[other] In Ordnung, die Frage bleibt offen.
}
skip-nothing = Gerade ist keine Frage offen. „Wo waren wir?“ zeigt, was ansteht.
skip-address-not = Die Adresse kann ich nicht überspringen: Ohne sie lässt sich nichts liefern. Schreib sie, oder hol alles im Laden ab; dann brauche ich keine.
skip-payment-not = Wie du zahlst, muss ich wissen, sonst kann ich nicht bestellen. Wähl unten, oder schreib „bar“ oder „Karte“.
button-address-as-last = 📍 Dahin wie letztes Mal
button-same-again = 🔁 Dasselbe wie letztes Mal
resume-nothing = Gerade ist nichts offen. Schick einen Link oder eine Liste, oder nimm dasselbe wie letztes Mal.
repeat-basket = 🔁 Wie in Bestellung { $code } ({ $day }){ $servings ->
    [none] {""}
   *[other] , für { $servings }
}: Das kam von { $sellers }{ $where ->
    [none] {" "}und du hast es abgeholt
   *[other] {" "}nach { $where }
}. Hier ist die Liste noch einmal; bestellt wird nichts, bevor du es sagst.
repeat-nothing = Du hast hier noch nichts gekauft, also gibt es kein letztes Mal. Schick einen Link oder eine Liste, dann geht es los.
repeat-nothing-here = Du hast hier selbst noch nichts gekauft. /work zeigt, was auf dich wartet.
repeat-not-known = Deine letzte Bestellung sagt dazu nichts. Sag mir, wie du es möchtest.
repeat-taken = { $what ->
    [address] Es geht dahin, wo es letztes Mal hinging.
    [collect] Du holst es ab, wie letztes Mal.
    [window] Zur gleichen Tageszeit wie letztes Mal, am ersten Tag, an dem alles fertig ist.
    [payment] Du zahlst wie letztes Mal.
   *[all] Wie letztes Mal. Schau noch einmal drüber, bevor du bestellst:
}
address-say-whole = Ich weiß nicht, welche Zahl der Adresse du meinst. Schreib bitte die ganze Adresse.
help-delivery-proposal = <b>Lieferung bei diesem Vorschlag</b>: { $fee }, in der Summe enthalten. Alles kann ab { $day } da sein; Tag und Tageszeit wählst du beim Bestellen.
help-delivery-free = <b>Die Lieferung bei diesem Vorschlag</b> kostet nichts extra. Alles kann ab { $day } da sein; Tag und Tageszeit wählst du beim Bestellen.
help-delivery-list = Was die Lieferung kostet, hängt von den Läden ab; in der Schätzung unter deiner Liste ist sie enthalten, genau steht sie im Vorschlag.
cost-estimate = 💶 Mit Lieferung etwa <b>{ $total }</b> zu den heutigen Listenpreisen, von { $sellers ->
    [one] einem Laden
   *[other] { $sellers } Läden
}: Waren { $goods }, { $fees ->
    [none] Lieferung kostenlos
   *[other] Lieferung { $fees }
}. Genau wird es, sobald die Läden geantwortet haben.
cost-exact = 💶 Mit Lieferung macht das <b>{ $total }</b>: Waren { $goods }, { $fees ->
    [none] Lieferung kostenlos
   *[other] Lieferung { $fees }
}.
cost-collect = 💶 Du holst es ab, also macht das <b>{ $total }</b>: Waren { $goods }{ $fees ->
    [none] {""}
   *[other] , Lieferung { $fees }
}. Soll es doch gebracht werden, sag das beim Bestellen.
cost-if-delivered = 💶 Nach Hause gebracht wären es <b>{ $total }</b>: Waren { $goods }, { $fees ->
    [none] Lieferung kostenlos
   *[other] Lieferung { $fees }
}. So wie es jetzt ist, holst du es ohne diese Kosten ab. Tipp auf „Liefern“, damit es gebracht wird.
search-nothing-under = Ich finde kein „{ $query }“ für { $most } oder weniger.
button-any-price = 🔎 Zu jedem Preis
search-for-what = Was suchst du? Zum Beispiel „Olivenöl“ oder „Schrauben 4x40“.
search-nothing = Ich finde nichts für „{ $query }“. Versuch ein anderes Wort oder setz es trotzdem auf deine Liste: „noch { $query }“.
search-title = Für „{ $query }“ gibt es:
search-line = • <b>{ $title }</b> — { $price }, { $seller }{ $stock ->
    [none] {" "}<i>(ausverkauft)</i>
    [few] {" "}<i>(noch { $left })</i>
   *[plenty] {""}
}{ $misses ->
    [nothing] {""}
    [thing] {" "}<i>(etwas anderes)</i>
    [colour] {" "}<i>(andere Farbe)</i>
    [size] {" "}<i>(andere Größe)</i>
    [price] {" "}<i>(teurer)</i>
   *[several] {" "}<i>(nicht ganz wie gesagt)</i>
}
button-add = ➕ { $title }
button-help = So geht’s
button-how = 💡 So geht’s
button-where = 📦 Wo ist meine Bestellung?
button-settings = ⚙️ Einstellungen
button-work = 📋 Was auf mich wartet
button-orders = 📋 Bestellungen
button-human = 🙋 Mit einem Menschen sprechen
not-understood = { $offers ->
    [0] Das habe ich nicht verstanden. Ich kann eine Seite oder eine Liste lesen, deine Liste ändern, die Läden fragen, ein Produkt suchen und sagen, wo deine Bestellung ist.
    [one] Ich bin nicht sicher, ob ich das verstanden habe. Meinst du das?
   *[other] Ich bin nicht sicher, ob ich das verstanden habe. Meinst du eins davon?
}
not-understood-at-work = Das habe ich nicht verstanden, deshalb wurde nichts geändert. Hier ist, was auf dich wartet; tipp auf den Knopf, der passt.
meant = { $intent ->
    [ask-sellers] Läden fragen
    [compare-offers] Den Vorschlag zeigen
    [choose-strategy] Den Vorschlag zeigen
    [explain-choice] Den Vorschlag zeigen
    [track-order] Wo ist meine Bestellung?
    [confirm-order] Deinen Vorschlag bestellen
    [set-priority] Einstellungen
    [talk-to-human] Mit einem Menschen sprechen
    [never-mind] Nicht so wichtig
    [help] So geht’s
   *[other] Meine Liste zeigen
}
not-yet = { $what ->
    [read-job] Schick mir einen Link zur Seite, oder füg ihre Zutaten- oder Materialliste ein, dann mache ich von dort weiter.
    [ask-combination] Outfits, Tischdekorationen und andere Kombinationen gibt es hier noch nicht. Einzelne Sachen schon: Sag mir, was du suchst.
    [more-like-this] Vorschläge nach Geschmack gibt es hier noch nicht, also kann ich nichts Ähnliches zeigen. Nach Worten kann ich suchen: Sag mir, was du suchst.
    [like] Freut mich! Was dir gefällt, merke ich mir noch nicht; meine Vorschläge richten sich nach der Priorität in deinen Einstellungen.
    [dislike] Was dir nicht gefällt, merke ich mir noch nicht. Einen Vorschlag, der nicht passt, kannst du ändern: andere Priorität, anderer Laden, oder eine Zeile weglassen.
    [who-made] Kombinationen mit den Leuten dahinter gibt es hier noch nicht. Wer etwas verkauft, steht bei jeder Suche und in jedem Vorschlag daneben.
    [try-on] Kleidung auf dem eigenen Foto anprobieren geht hier noch nicht. Suchen und bestellen geht.
    [show-wardrobe] Einen Kleiderschrank mit deinen Käufen gibt es hier noch nicht. Deine Bestellungen schon.
    [news-on] Neuigkeiten über neue Artikel gibt es hier noch nicht, also kann ich dir keine schicken. Jetzt gleich etwas suchen geht.
    [news-off] Ich schicke keine Werbung: Was du von mir bekommst, betrifft nur deine eigenen Listen und Bestellungen. Abzubestellen gibt es nichts.
    [reserve-item] Artikel reservieren, die noch nicht auf dem Markt sind, geht hier noch nicht. Was die Läden heute verkaufen, kannst du suchen und bestellen.
    [confirm-reservation] Reservierungen gibt es hier noch nicht, also auch keine zu bestätigen. Deine Bestellungen findest du hier.
    [lapse-reservation] Reservierungen gibt es hier noch nicht, also verfällt auch keine. Eine Bestellung kannst du stornieren, bis sie gepackt ist.
    [open-reservations] Reservierungen gibt es hier noch nicht, also sind keine offen. Deine Bestellungen findest du hier.
    [return-item] Rückgaben gehen hier noch nicht von selbst: Ein Mensch vom Shop kümmert sich darum. Eine Bestellung, die noch nicht gepackt ist, kannst du stornieren.
    [export-data] Deine Daten selbst ausgeben lassen geht hier noch nicht: Ein Mensch vom Shop schickt sie dir. Wer was sieht, steht unter „Datenschutz“.
    [delete-data] Deine Daten selbst löschen geht hier noch nicht: Ein Mensch vom Shop macht es. Wer was sieht, steht unter „Datenschutz“.
    [accept-substitute] Gerade hat dir kein Laden einen Ersatz angeboten. Falls du den Vorschlag meinst: Sag „bestell das“.
    [reject-substitute] Gerade hat dir kein Laden einen Ersatz angeboten. Eine Zeile des Vorschlags kannst du weglassen oder woanders kaufen.
   *[other] Ich verstehe, was du möchtest, aber das gibt es hier noch nicht. Ich kann eine Seite oder eine Liste lesen und alles besorgen, was dafür nötig ist.
}
button-search = 🔎 Ein Produkt suchen
button-privacy = 🔒 Datenschutz
button-list-mine = 📝 Meine Liste
engine-away = { $stage ->
    [installing] Ich lerne noch, freien Text zu lesen (Installation, beim ersten Start ein bis zwei Minuten).
    [training] Ich lerne noch, freien Text zu lesen (Training, etwa vier Minuten).
    [starting] Gleich verstehe ich freien Text: noch ein paar Sekunden.
    [failed] Freien Text kann ich gerade nicht lesen; der Shop weiß Bescheid.
   *[off] Freien Text kann ich gerade nicht lesen.
} Links, Listen mit einer Zeile je Sache, Knöpfe und Befehle gehen so lange trotzdem.
group-not-here = Ich arbeite nur in privaten Chats, damit niemand sonst sieht, was du kaufst. Tipp auf meinen Namen, { $shop }, und schreib mir dort.
cannot-read = Das kann ich nicht lesen. Schick mir einen Link, einen Text oder deinen Standort.
unknown-command = /{ $name } kenne ich nicht. /help zeigt, was es gibt.
work-none = Auf dich wartet nichts: Du bist nicht als Laden oder Kurier angemeldet.
not-allowed = { $role ->
    [seller] Das ist für Läden.
    [carrier] Das ist für Kuriere.
   *[admin] Das ist für die Admins des Shops.
} /help zeigt, was du tun kannst.
not-yours = Das gehört nicht dir, oder es gibt es nicht mehr. /list zeigt deine Liste, /track deine Bestellungen.
old-button = Dieser Knopf gehört zu einer älteren Nachricht und wirkt nicht mehr. /list zeigt deine Liste, /track deine Bestellungen.
over = Das ist schon vorbei; geändert wurde nichts.
bug = Entschuldige, bei uns ist etwas schiefgegangen. Nichts ging verloren, nichts geschah doppelt. Wenn du uns schreibst, nenn bitte <code>{ $reference }</code>.
wish-refused = ✋ Nicht gemacht: „{ $said }“.
wish-left = ✋ „{ $said }“ habe ich erst einmal gelassen: Schick es als eigene Nachricht.
ask-quantity = Wie viel? Zum Beispiel „500 g“ oder „2“.
ask-window = Wann soll es kommen? Zum Beispiel „morgen Abend“.
text-no-list = In diesem Text finde ich keine Liste. Schick eine Zeile je Zutat oder Material, zum Beispiel „500 g Reis“.
day-today = heute
day-tomorrow = morgen
# How a date is written, in the letters of Unicode's TR 35.
day-pattern = EEE, d. MMM
