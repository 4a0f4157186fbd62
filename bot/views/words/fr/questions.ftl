# Questions des magasins, transmises sans noms.
question-asked = { $state ->
    [open] ❓ Un magasin demande{ $title ->
        [none] {""}
       *[other] {" "}à propos de « { $title } »
    } :
        « { $words } »
        Touchez un bouton, ou écrivez simplement votre réponse : je la transmets sans votre nom. Si vous ne répondez pas, vous ne perdez rien. Les magasins peuvent proposer jusqu’à { $until }.
    [answered] ❓ « { $words } »
        Votre réponse : « { $answer } ». Je l’ai transmise ; les magasins peuvent proposer jusqu’à { $until }.
   *[lapsed] ❓ « { $words } »
        C’est terminé : le tour est clos.
}
question-answered = 💬 { $code } : vous avez demandé « { $words } ».
    Le client répond : <b>« { $answer } »</b>
    Répondez à ce message avec votre offre jusqu’à { $until }.
question-passed = 💬 J’ai transmis votre question au client, sans votre nom : « { $words } ». La réponse arrivera ici. Vous pouvez proposer jusqu’à { $until } ; plus longtemps si la réponse vient tard.
question-none = Aucun magasin n’attend de réponse de votre part.
question-contact = Je ne transmets ni numéros de téléphone ni adresses. Écrivez-le de nouveau sans.
question-too-many = Vous avez déjà posé trois questions sur { $code }. Proposez ce qui convient le mieux, ou déclinez avec le bouton.
question-over = Cette question est terminée : elle a reçu une réponse, ou le tour est clos.
button-question-either = 🤷 Sans préférence
round-offer-changed = { $how ->
    [back] { $seller } a retiré son offre.
    [late] { $seller } vient de répondre.
   *[changed] { $seller } a modifié son offre.
} Voici la proposition refaite.
round-declined-late = { $seller } vient de répondre : rien cette fois.
choice-each = Chacun
choice-together = Ensemble
choice-exactly = Exactement { $price }
choice-rest-listed = Le reste comme affiché
choice-none = Sans « { $name } »
choice-as-listed = { $name } à { $price }
choice-instead = Au lieu de « { $name } »
