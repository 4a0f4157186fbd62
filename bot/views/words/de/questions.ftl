# Fragen der Läden, ohne Namen weitergegeben.
question-asked = { $state ->
    [open] ❓ Ein Laden fragt{ $title ->
        [none] {""}
       *[other] {" "}zu „{ $title }“
    }:
        „{ $words }“
        Tipp auf einen Knopf oder schreib einfach deine Antwort: Ich gebe sie ohne deinen Namen weiter. Wenn du nicht antwortest, verlierst du nichts. Die Läden können bis { $until } anbieten.
    [answered] ❓ „{ $words }“
        Deine Antwort: „{ $answer }“. Ich habe sie weitergegeben; die Läden können bis { $until } anbieten.
   *[lapsed] ❓ „{ $words }“
        Das hat sich erledigt: Die Runde ist zu Ende.
}
question-answered = 💬 { $code }: Du hast gefragt „{ $words }“.
    Der Kunde sagt: <b>„{ $answer }“</b>
    Antworte auf diese Nachricht bis { $until } mit deinem Angebot.
question-passed = 💬 Ich habe deine Frage ohne deinen Namen an den Kunden weitergegeben: „{ $words }“. Die Antwort kommt hierher. Du kannst bis { $until } anbieten; kommt die Antwort spät, auch länger.
question-none = Kein Laden wartet auf eine Antwort von dir.
question-contact = Telefonnummern und Adressen gebe ich nicht weiter. Schreib es noch einmal ohne.
question-too-many = Du hast zu { $code } schon dreimal gefragt. Biete an, was am besten passt, oder lehne mit dem Knopf ab.
question-over = Diese Frage hat sich erledigt: Sie ist beantwortet, oder die Runde ist zu Ende.
button-question-either = 🤷 Ist mir egal
round-offer-changed = { $how ->
    [back] { $seller } hat das Angebot zurückgezogen.
    [late] { $seller } hat jetzt geantwortet.
   *[changed] { $seller } hat das Angebot geändert.
} Hier ist der Vorschlag neu.
round-declined-late = { $seller } hat jetzt geantwortet: diesmal nichts.
choice-each = Je
choice-together = Zusammen
choice-exactly = Genau { $price }
choice-rest-listed = Der Rest wie gelistet
choice-none = Ohne „{ $name }“
choice-as-listed = { $name } zu { $price }
choice-instead = Statt „{ $name }“
