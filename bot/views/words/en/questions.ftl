# Sellers' questions, passed on without names.
question-asked = { $state ->
    [open] ❓ One of the sellers asks{ $title ->
        [none] {""}
       *[other] {" "}about “{ $title }”
    }:
        “{ $words }”
        Tap, or just write your answer: I pass it on without your name. If you don't answer, you lose nothing. Sellers can offer until { $until }.
    [answered] ❓ “{ $words }”
        You answered: “{ $answer }”. I've passed it on; sellers can offer until { $until }.
   *[lapsed] ❓ “{ $words }”
        That's over: the round is closed.
}
question-answered = 💬 { $code }: you asked “{ $words }”.
    The customer says: <b>“{ $answer }”</b>
    Reply to this message with your offer until { $until }.
question-passed = 💬 I've passed your question on to the customer, without your name: “{ $words }”. The answer comes here. You can offer until { $until }; it's longer if the answer comes late.
question-none = No seller is waiting for an answer of yours.
question-contact = I pass on neither telephone numbers nor addresses. Write it again without them.
question-too-many = You've asked three times about { $code }. Offer what fits best, or decline with the button.
question-over = That question is over: it was answered, or the round is closed.
button-question-either = 🤷 No preference
round-offer-changed = { $how ->
    [back] { $seller } took its offer back.
    [late] { $seller } has answered now.
   *[changed] { $seller } changed its offer.
} Here is the proposal made anew.
round-declined-late = { $seller } has answered now: nothing this time.
choice-each = Each
choice-together = Together
choice-exactly = Exactly { $price }
choice-rest-listed = The rest as listed
choice-none = Not { $name }
choice-as-listed = { $name } at { $price }
choice-instead = Instead of { $name }
