# Talk between people: somebody asks for a person, an admin takes it, words go to and fro.
talk-called = J’ai prévenu l’équipe de la boutique. Dès que quelqu’un est libre, vous vous parlez ici : ce que vous écrirez alors lui parviendra.
    D’ici là, je lis ce que vous écrivez comme toujours ; votre liste et vos commandes restent comme elles sont.
talk-still-waiting = Je les ai déjà prévenus, à { $since }. Personne n’est encore libre ; je vous le dis dès que quelqu’un l’est. D’ici là, tout fonctionne comme toujours.
talk-nobody-there = Personne de la boutique n’est joignable en ce moment. Je garde votre demande et la transmets au premier qui revient. D’ici là, tout fonctionne comme toujours.
talk-nobody-yet = Désolé, personne de la boutique n’a encore eu le temps. Je les ai relancés et j’attends avec vous. D’ici là, « où est ma commande ? » dit où en sont les choses, et /help ce que vous pouvez faire vous-même.
talk-waits-again = La personne qui vous parlait n’est plus joignable. J’ai prévenu les autres ; quelqu’un prend la suite ici.
talk-going = Vous parlez déjà à une personne : écrivez, tout simplement. « Retour à la boutique » y met fin.
talk-taken = 👤 Une personne chez { $shop } est là. Ce que vous écrivez maintenant lui parvient, les photos aussi. Les boutons et les commandes fonctionnent toujours ; « retour à la boutique » ou /done y met fin.
talk-from-shop = 👤 <b>Une personne chez { $shop }</b>
    { $text }
talk-from-shop-copy = 👤 <b>Une personne chez { $shop }</b> envoie :
talk-from-person = 💬 <b>{ $name }</b> ({ $code })
    { $text }
talk-from-person-copy = 💬 <b>{ $name }</b> ({ $code }) envoie :
talk-not-copied = (Ce genre de message ne peut pas être transmis.)
talk-ended = { $why ->
    [person] Vous êtes de retour à la boutique : je lis de nouveau ce que vous écrivez.
    [silent] Plus rien n’a été dit depuis deux heures, j’ai donc mis fin à la conversation. Je lis de nouveau ce que vous écrivez ; vous pouvez redemander une personne à tout moment.
    [unanswered] Je suis désolé : personne de la boutique n’a eu le temps en une journée, j’ai donc fermé votre demande. Vous pouvez redemander.
   *[admin] La personne chez { $shop } a mis fin à la conversation. Je lis de nouveau ce que vous écrivez.
}
talk-ended-waiting = D’accord, je leur ai dit que vous n’attendez plus.
talk-ended-admin = { $why ->
    [person] { $name } ({ $code }) a mis fin à la conversation.
    [silent] Rien n’a été dit à { $name } ({ $code }) ni de sa part depuis deux heures : la conversation est terminée.
    [lost] { $name } ({ $code }) n’est plus joignable : la conversation est terminée.
   *[admin] La conversation avec { $name } ({ $code }) est terminée. La boutique lit de nouveau ses messages.
}
talk-card-title = { $state ->
    [waiting] 🙋 <b>{ $name }</b> ({ $code }) voudrait parler à une personne.
    [taken] 💬 <b>{ $name }</b> ({ $code }) parle à une personne.
   *[closed] ☑️ <b>{ $name }</b> ({ $code }) a parlé à une personne, ou le voulait.
} Langue : { $language }.
talk-card-works = Travaille pour : { $place }
talk-card-order = Sous les yeux : commande { $code }, { $state ->
    [draft] pas encore passée
    [awaiting-payment] en attente de paiement
    [confirmed] confirmée
    [done] terminée
    [cancelled] annulée
   *[lapsed] expirée
}
talk-card-list = Sous les yeux : liste { $code }{ $title ->
    [none] {""}
   *[other] {" "}« { $title } »
}
talk-card-nothing = Sous les yeux : rien encore
talk-card-opening = Ses mots : « { $text } »
talk-card-last = Ses derniers messages :
talk-card-line = › { $text }
talk-card-waits = En attente depuis { $since }. Le premier qui prend la conversation l’a.
talk-card-taken = { $name } s’en occupe.
talk-card-yours = Elle est à vous. Répondez à l’un de ses messages, ou écrivez tout simplement : tant que c’est votre seule conversation, tout ce que vous écrivez lui parvient. /done y met fin.
talk-card-closed = { $why ->
    [person] Terminée de son côté.
    [silent] Terminée après deux heures de silence.
    [unanswered] Personne ne l’a prise en une journée.
    [lost] Plus joignable.
   *[admin] C’est fait.
}
talk-which = Vous avez plusieurs conversations, et ceci ne répondait à aucun message : à qui l’envoyer ?
talk-which-end = Quelle conversation terminer ?
talk-sent-to = Envoyé à { $name } ({ $code }). Répondre à un message va tout de suite à son auteur.
talk-none = Vous ne parlez à personne en ce moment. « Je voudrais parler à quelqu’un » appelle une personne.
talk-over = Cette conversation est terminée ; rien n’a été envoyé. /talks montre ce qui est ouvert.
talk-taken-already = Quelqu’un a été plus rapide : cette conversation est déjà prise.
talk-not-yours-now = Cette conversation n’est pas (ou plus) la vôtre ; rien n’a été envoyé. /talks montre ce qui est ouvert.
talk-your-own = C’est votre propre demande ; quelqu’un d’autre doit la prendre.
talks-title = <b>Conversations</b>
talks-none = Personne n’attend, et personne n’est en conversation.
talks-line = • { $name } ({ $code }), depuis { $since } : { $admin ->
    [none] en attente
   *[other] avec { $admin }
}
button-talk-take = 🙋 Je m’en occupe
button-talk-take-of = 🙋 Prendre : { $name }
button-talk-end = ✔️ Terminer la conversation
button-talk-end-of = ✔️ Terminer : { $name }
button-talk-back = ↩️ Retour à la boutique
button-talk-stop = Ce n’est plus nécessaire
button-talks = 💬 Toutes les conversations
