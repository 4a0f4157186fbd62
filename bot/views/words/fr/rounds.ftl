# Rounds of inquiries and proposals.
round-head = { $state ->
    [open] <b>{ $answered ->
        [one] { $answered } magasin sur { $asked } a répondu
       *[other] { $answered } magasins sur { $asked } ont répondu
    }</b> · ouvert jusqu’à { $until }
    [dropped] <s>{ $answered ->
        [one] { $answered } magasin sur { $asked } a répondu
       *[other] { $answered } magasins sur { $asked } ont répondu
    }.</s> Retiré, puisque votre liste a changé.
   *[closed] <b>{ $answered ->
        [one] { $answered } magasin sur { $asked } a répondu
       *[other] { $answered } magasins sur { $asked } ont répondu
    }.</b> { $waits ->
        [0] Ce tour est clos.
       *[other] Les autres peuvent encore répondre jusqu’à { $until } ; je changerais alors la proposition.
    }
}
round-open-note = Je change ce message à mesure que les réponses arrivent. Quand tous ont répondu, ou que le temps est écoulé, je propose quoi acheter chez qui.
round-more-lines = … et { $more } de plus
round-outlook = { $at_list ->
    [0] D’après les offres reçues
   *[other] { $offered ->
        [0] Environ
       *[other] D’après les offres reçues, et les prix affichés pour { $at_list } encore ouverts,
    }
} <b>{ $total }</b>{ $offered ->
    [0] {" "}aux prix affichés aujourd’hui
   *[other] {""}
}{ $collects ->
    [yes] {""}
   *[no] , livraison comprise
}, chez { $sellers ->
    [one] un magasin
   *[other] { $sellers } magasins
}.{ $missing ->
    [0] {""}
    [one] {" "}Une ligne n’est pas proposée.
   *[other] {" "}{ $missing } lignes ne sont pas proposées.
}
round-outlook-none = Pas encore d’offres.
round-no-offer-yet = Personne n’a encore rien proposé. Le tour est ouvert jusqu’à { $until } ; je vous préviens dès que des réponses arrivent.
round-seller = { $state ->
    [sent] ⏳ { $seller } : interrogé sur { $asked } { $asked ->
        [one] ligne
       *[other] lignes
    }
    [declined] ✖️ { $seller } : rien cette fois
    [unreachable] 🚫 { $seller } : injoignable
   *[lapsed] ➖ { $seller } : pas de réponse
}
round-seller-quoted = ✅ { $seller } : { $offered } lignes sur { $asked }, { $total }, prêt { $day }{ $pickup ->
    [yes] , <b>retrait seulement</b>
   *[no] {""}
}
round-none = Les magasins n’ont pas encore été interrogés. Touchez « Demander aux magasins » sous votre liste.
round-still-open = Des réponses arrivent encore, jusqu’à { $until }. Touchez « Montrer ce qu’il y a » pour une proposition avec celles-ci ; les réponses tardives comptent encore.
ask-without-whom = Je ne connais pas de magasin « { $what } », je n’ai donc encore interrogé personne. Écrivez par exemple « demande à tous sauf Feinkost Marini ».
round-is-out = Les magasins répondent à cette liste. Touchez « Changer la liste » dessous, ou écrivez ce qu’il faut laisser de côté, par exemple « pas de basilic ».
round-nothing-needed = Rien n’est coché sur votre liste, il n’y a donc rien à demander. Cochez d’abord ce qu’il vous faut.
round-nobody-sells = Personne ici ne vend rien de tout cela : { $names }. Changez la liste, ou envoyez une autre page.
round-priority-kept = Quand le tour sera clos, je proposerai { $priority ->
    [cheapest] le moins cher en tout
    [soonest] ce qui arrive le plus tôt
    [fewest-sellers] le moins de magasins
    [nearest] les magasins les plus proches
   *[other] selon cela
}.
round-nobody-answered = Personne n’a rien proposé cette fois. Redemandez, ou changez la liste.
button-close-round = Montrer ce qu’il y a
button-show-proposal = Montrer la proposition
button-change-list = ✏️ Changer la liste
button-ask-again = 🔁 Redemander
priority = { $priority ->
    [cheapest] le moins cher en tout
    [soonest] le plus tôt
    [fewest-sellers] le moins de magasins
    [nearest] le plus proche
    [favourites] magasins préférés
   *[least-waste] le moins de restes
}
priority-short = { $priority ->
    [cheapest] 💶 Le moins cher
    [soonest] ⏱ Le plus tôt
    [fewest-sellers] 🛍 Peu de magasins
    [nearest] 📍 Le plus proche
    [favourites] ⭐ Préférés
   *[least-waste] ♻️ Peu de restes
}
proposal-title = <b>Ma proposition</b> · { $priority }
proposal-seller = <b>{ $seller }</b> · prêt { $day }
proposal-line = • { $packs } × { $item } — { $price }{ $note ->
    [part] {" "}<i>(seulement { $packs } paquets sur les { $asked } qu’il vous faut)</i>
    [customary-size] {" "}<i>(pour { $need }, selon les poids habituels{ $leftover ->
        [none] {""}
       *[other] ; il restera environ { $leftover }
    })</i>
    [converted] {" "}<i>({ $need }, soit environ { $used }{ $leftover ->
        [none] {""}
       *[other] ; il restera environ { $leftover }
    })</i>
    [within-tolerance] {" "}<i>(pour { $need } : autant dire la même chose)</i>
    [amount-open] {" "}<i>(quantité non précisée, donc un paquet)</i>
    [one-pack-each] {" "}<i>(pour { $need } : un paquet pour chacun, quelle que soit sa taille)</i>
    [size-unknown] {" "}<i>(pour { $need } : la taille n’est pas indiquée, à vérifier)</i>
    [trace] {" "}<i>(il vous en faut une trace seulement{ $leftover ->
        [none] {""}
       *[other] ; il restera environ { $leftover }
    })</i>
   *[none] { $leftover ->
        [none] {""}
       *[other] {" "}<i>(il restera { $leftover })</i>
    }
}{ $hand ->
    [yes] {" "}✋
   *[no] {""}
}
proposal-line-substitute = • { $packs } × { $substitute } <i>au lieu de { $name }</i> — { $price }{ $open ->
    [yes] {" "}❓
   *[no] {" "}✅
}
proposal-fee = Livraison depuis ce magasin : { $fee }
proposal-fee-free = Livraison depuis ce magasin : gratuite
proposal-missing = Proposé par personne : { $names }
proposal-not-heard = ⏳ Pas encore de réponse de : { $sellers }. Ce qu’ils proposent jusqu’à { $until } compte encore.
proposal-total = <b>Total { $total }</b> (articles { $goods }, livraison { $fees })
proposal-held-back = ⚠️ { $names } : { $seller } { $count ->
    [one] le
   *[other] les
} propose{ $minimum ->
    [none] , mais vous n’y achetez rien pour l’instant. Déplacez-y la ligne si vous la voulez quand même
   *[other] , mais vend à partir de { $minimum }{ $lacks ->
        [none] {""}
       *[other] , et il manque { $lacks }
    }. Prenez-y plus de lignes, ajoutez quelque chose, ou passez-vous-en
}.
proposal-nothing-without = Personne d’autre n’a rien proposé : sans { $seller } il n’y a rien à commander. La proposition reste comme elle est.
proposal-pick-up = { $seller } ne propose que le retrait au comptoir et n’est donc pas compté ici. Si vous choisissez « Venir chercher » pour une commande, je compterai ces offres la fois suivante.
proposal-withdrawn = Cette proposition ne compte plus : la liste a changé.
proposal-none = Personne n’a proposé ce qu’il vous faut. Changez la liste ou redemandez plus tard.
proposal-ordered = Cette proposition est déjà commandée. Voir /track.
proposal-gone = Ce tour a été retiré quand la liste a changé. Touchez de nouveau « Demander aux magasins ».
proposal-which-seller = Je ne vois pas de magasin nommé « { $what } » parmi les réponses.
proposal-not-used = Rien n’est acheté chez { $seller } de toute façon.
proposal-not-offered = { $seller } n’a pas proposé cela.
proposal-there-already = C’est déjà acheté chez { $seller }.
why-title = <b>Pourquoi ainsi</b>
why-cheapest = C’est le moins cher en tout{ $collects ->
    [yes] {""}
   *[no] , livraison comptée
}.
why-only = { $seller } est le seul à avoir proposé quelque chose.
why-soonest = Tout est prêt { $day } ; rien d’autre n’est plus tôt.
why-fewest-sellers = { $sellers ->
    [one] Un magasin a tout ce qui est proposé.
   *[other] Il faut { $sellers } magasins ; moins ne couvrent pas autant.
}
why-nearest = Ce sont les magasins les plus proches qui couvrent votre liste.
why-favourites = Le plus possible vient de vos magasins préférés.
why-least-waste = C’est ainsi qu’il reste le moins.
why-by-hand = Vous avez déplacé des lignes à la main, ce n’est donc pas tout à fait ce que j’aurais choisi{ $more ->
    [none] {""}
   *[other] {" "}: ce serait { $more } de moins
}.
why-other = { $priority } : { $total } chez { $sellers ->
    [one] un magasin
   *[other] { $sellers } magasins
}, prêt { $day }.
why-not = <b>{ $seller }</b> :
why-not-missing = n’a pas { $names }{ $more ->
    [0] {""}
   *[other] {" "}ni { $more } autres
}
why-not-dearer = { $amount } plus cher pour les mêmes lignes
why-not-fee = { $amount } de plus pour la livraison
why-not-minimum = ne vend qu’à partir de { $minimum }
why-not-cheaper = { $amount } moins cher pour les mêmes lignes, mais pas en tout
why-not-farther = { $metres } m plus loin
proposal-below-minimum = ⚠️ { $seller } vend à partir de { $minimum }. Déplacez-y plus de lignes, ou mettez celles-ci ailleurs.
why-not-later = prêt { $days ->
    [one] un jour
   *[other] { $days } jours
} plus tard
why-not-excluded = vous avez écarté ce magasin
why-not-used = fait partie de la proposition
why-not-whole = la proposition coûterait { $amount } de plus avec ce magasin
why-not-even = ne propose rien de mieux pour ces lignes
compare-same = Tous les chemins mènent au même choix.
compare-title = <b>Côte à côte</b>
compare-row = { $n }. { $priority } : <b>{ $total }</b> · { $sellers ->
    [one] 1 magasin
   *[other] { $sellers } magasins
} · prêt { $day }{ $missing ->
    [0] {""}
   *[other] {" "}· { $missing } manquent
}{ $now ->
    [yes] {" "}← maintenant
   *[no] {""}
}
list-reopened-to-change = J’ai retiré les demandes aux magasins. Changez ce que vous voulez, puis redemandez.
proposal-not-any-more = Plus personne ne propose { $name }.
move-which = Quelle ligne faut-il déplacer ?
move-not-bought = pas acheté
move-done = ✋ { $name } vient maintenant de { $seller }.
move-to = <b>{ $name }</b> : chez qui ?
move-one = Seul { $seller } propose { $name }.
move-offer = { $now ->
    [yes] ●{" "}
   *[no] {""}
}{ $instead ->
    [none] {""}
   *[other] ↔️ { $instead } ·{" "}
}{ $seller } · { $price }
button-move = ✋ Déplacer une ligne
button-why = ❓ Pourquoi ?
button-compare = ⚖️ Comparer
button-order = 🛒 Commander cela
button-back = ‹ Retour
