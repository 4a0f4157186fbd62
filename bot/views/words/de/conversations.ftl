# Talk between people: somebody asks for a person, an admin takes it, words go to and fro.
talk-called = Ich habe den Leuten vom Shop Bescheid gesagt. Sobald jemand Zeit hat, sprecht ihr hier: Was du dann schreibst, geht direkt dorthin.
    Bis dahin lese ich wie immer mit, und deine Liste und deine Bestellungen bleiben, wie sie sind.
talk-still-waiting = Ich habe um { $since } schon Bescheid gesagt. Noch ist niemand frei; ich melde mich, sobald jemand Zeit hat. Bis dahin geht alles wie immer.
talk-nobody-there = Gerade ist niemand vom Shop zu erreichen. Ich merke mir deinen Wunsch und gebe ihn weiter, sobald jemand wieder da ist. Bis dahin geht alles wie immer.
talk-nobody-yet = Entschuldige, noch hatte niemand vom Shop Zeit für dich. Ich habe noch einmal erinnert und warte mit dir. Bis dahin sagt „wo ist meine Bestellung?“, wie es steht, und /help, was du selbst tun kannst.
talk-waits-again = Dein Gegenüber ist nicht mehr zu erreichen. Ich habe den anderen Bescheid gesagt; jemand macht hier mit dir weiter.
talk-going = Du sprichst schon mit einem Menschen: Schreib einfach. „Zurück zum Shop“ beendet es.
talk-taken = 👤 Jetzt ist ein Mensch von { $shop } da. Was du ab jetzt schreibst, geht dorthin, auch Fotos. Knöpfe und Befehle gehen weiter; „zurück zum Shop“ oder /done beendet das Gespräch.
talk-from-shop = 👤 <b>Ein Mensch von { $shop }</b>
    { $text }
talk-from-shop-copy = 👤 <b>Ein Mensch von { $shop }</b> schickt:
talk-from-person = 💬 <b>{ $name }</b> ({ $code })
    { $text }
talk-from-person-copy = 💬 <b>{ $name }</b> ({ $code }) schickt:
talk-not-copied = (Diese Art von Nachricht lässt sich nicht weitergeben.)
talk-ended = { $why ->
    [person] Du bist zurück im Shop: Ich lese wieder, was du schreibst.
    [silent] Zwei Stunden lang hat niemand etwas gesagt, darum habe ich das Gespräch beendet. Ich lese wieder, was du schreibst; nach einem Menschen kannst du jederzeit fragen.
    [unanswered] Es tut mir leid: Einen Tag lang hatte niemand vom Shop Zeit, darum habe ich deine Anfrage geschlossen. Du kannst noch einmal fragen.
   *[admin] Dein Gegenüber bei { $shop } hat das Gespräch beendet. Ich lese wieder, was du schreibst.
}
talk-ended-waiting = In Ordnung, ich habe gesagt, dass du nicht mehr wartest.
talk-ended-admin = { $why ->
    [person] { $name } ({ $code }) hat das Gespräch beendet.
    [silent] Zwei Stunden lang kam nichts von dir oder von { $name } ({ $code }): Das Gespräch ist beendet.
    [lost] { $name } ({ $code }) ist nicht mehr zu erreichen: Das Gespräch ist beendet.
   *[admin] Das Gespräch mit { $name } ({ $code }) ist beendet. Der Shop liest dort wieder mit.
}
talk-card-title = { $state ->
    [waiting] 🙋 <b>{ $name }</b> ({ $code }) möchte mit einem Menschen sprechen.
    [taken] 💬 <b>{ $name }</b> ({ $code }) spricht mit einem Menschen.
   *[closed] ☑️ <b>{ $name }</b> ({ $code }) hat mit einem Menschen gesprochen oder wollte es.
} Sprache: { $language }.
talk-card-works = Arbeitet für: { $place }
talk-card-order = Vor Augen: Bestellung { $code }, { $state ->
    [draft] noch nicht aufgegeben
    [awaiting-payment] wartet auf Zahlung
    [confirmed] bestätigt
    [done] erledigt
    [cancelled] storniert
   *[lapsed] verfallen
}
talk-card-list = Vor Augen: Liste { $code }{ $title ->
    [none] {""}
   *[other] {" "}„{ $title }“
}
talk-card-nothing = Vor Augen: noch nichts
talk-card-opening = Gesagt: „{ $text }“
talk-card-last = Die letzten Nachrichten:
talk-card-line = › { $text }
talk-card-waits = Wartet seit { $since }. Wer zuerst übernimmt, hat das Gespräch.
talk-card-taken = { $name } hat übernommen.
talk-card-yours = Das ist dein Gespräch. Antworte auf eine der Nachrichten oder schreib einfach: Solange es dein einziges Gespräch ist, geht alles, was du schreibst, dorthin. /done beendet es.
talk-card-closed = { $why ->
    [person] Von dort beendet.
    [silent] Nach zwei stillen Stunden beendet.
    [unanswered] Einen Tag lang hat niemand übernommen.
    [lost] Nicht mehr zu erreichen.
   *[admin] Erledigt.
}
talk-which = Du führst mehrere Gespräche, und das war keine Antwort auf eine Nachricht: An wen soll es gehen?
talk-which-end = Welches Gespräch soll enden?
talk-sent-to = An { $name } ({ $code }) geschickt. Wer auf eine Nachricht antwortet, schreibt sofort dorthin.
talk-none = Du sprichst gerade mit keinem Menschen. „Ich möchte mit jemandem sprechen“ ruft jemanden.
talk-over = Dieses Gespräch ist vorbei; geschickt wurde nichts. /talks zeigt, was offen ist.
talk-taken-already = Da war jemand schneller: Das Gespräch ist schon vergeben.
talk-not-yours-now = Das ist nicht (mehr) dein Gespräch; geschickt wurde nichts. /talks zeigt, was offen ist.
talk-your-own = Das ist deine eigene Anfrage; das muss jemand anderes übernehmen.
talks-title = <b>Gespräche</b>
talks-none = Niemand wartet auf einen Menschen, und niemand spricht mit einem.
talks-line = • { $name } ({ $code }), seit { $since }: { $admin ->
    [none] wartet
   *[other] mit { $admin }
}
button-talk-take = 🙋 Ich übernehme
button-talk-take-of = 🙋 Übernehmen: { $name }
button-talk-end = ✔️ Gespräch beenden
button-talk-end-of = ✔️ Beenden: { $name }
button-talk-back = ↩️ Zurück zum Shop
button-talk-stop = Nicht mehr nötig
button-talks = 💬 Alle Gespräche
