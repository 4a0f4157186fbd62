# Hello, help, settings, search, admin.
welcome = Hallo { $name }, ich bin { $shop }: Schick mir einen Link zu einem Rezept oder einer Anleitung, und ich besorge alles, was dafür nötig ist.
    Ich frage die Läden in der Nähe, schlage vor, was du wo kaufst, und begleite es bis an deine Tür.

    Probier eins davon:
    • schick einen Link oder füg eine Liste ein
    • „was brauche ich für Lasagne für sechs?“
    • „noch 500 g Reis und zwei Zitronen“
    • „habt ihr Olivenöl?“
welcome-seller = Hallo { $name }. Anfragen an deinen Laden kommen hier an; antworte mit einem Tipp oder in deinen eigenen Worten.
welcome-carrier = Hallo { $name }. Lieferungen kommen hier mit ihren Halten an; tipp jeden an, wenn er erledigt ist.
welcome-admin = Hallo { $name }. /orders zeigt die Bestellungen, /order CODE die Geschichte einer einzelnen. /sites zeigt die Seiten, die ich nach Listen frage.
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
help-admin = <b>Für Admins</b>: /orders, /order CODE, /sites.
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
    Selbst ausgeben lassen und löschen kommt später; bis dahin schreib „Ich möchte mit jemandem sprechen“.
human-wanted = 🙋 { $name } ({ $code }) möchte mit einem Menschen sprechen.
human-called = Ich habe jemandem vom Shop Bescheid gesagt. Man schreibt dir hier.
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
    [ask-combination] Kombinationen gibt es hier noch nicht.
    [reserve-item] Neue Artikel reservieren geht hier noch nicht.
    [try-on] Kleidung anprobieren geht hier noch nicht.
    [return-item] Rückgaben gibt es hier noch nicht. Schreib „Ich möchte mit jemandem sprechen“, dann kümmert sich jemand darum.
    [export-data] Selbst ausgeben lassen geht hier noch nicht. Schreib „Ich möchte mit jemandem sprechen“, dann bekommst du die Daten.
    [delete-data] Selbst löschen geht hier noch nicht. Schreib „Ich möchte mit jemandem sprechen“, dann macht es jemand.
   *[other] Ich verstehe, was du möchtest, aber das gibt es hier noch nicht.
} Was geht: Schick eine Seite oder eine Liste, und ich besorge alles, was dafür nötig ist.
engine-away = { $stage ->
    [installing] Ich lerne noch, freien Text zu lesen (Installation, beim ersten Start ein bis zwei Minuten).
    [training] Ich lerne noch, freien Text zu lesen (Training, ein bis zwei Minuten).
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
ask-quantity = Wie viel? Zum Beispiel „500 g“ oder „2“.
ask-window = Wann soll es kommen? Zum Beispiel „morgen Abend“.
text-no-list = In diesem Text finde ich keine Liste. Schick eine Zeile je Zutat oder Material, zum Beispiel „500 g Reis“.
day-today = heute
day-tomorrow = morgen
# How a date is written, in the letters of Unicode's TR 35.
day-pattern = EEE, d. MMM
