# Produits de remplacement : à prendre ou à refuser.
substitute-ask = { $seller } n’a pas « { $name } » et propose à la place <b>{ $packs } × { $substitute }</b> pour { $price }. Vous prenez ?
substitute-open = ❓ { $count ->
    [one] Un produit de votre liste est remplacé par un autre. Le prenez-vous ? Touchez un bouton, ou écrivez « oui » ou « non ».
   *[other] { $count } produits de votre liste sont remplacés par d’autres. Touchez pour chacun si vous le prenez.
}
substitute-line = • { $packs } × { $substitute } <i>au lieu de { $name }</i> — { $price }, { $seller }
substitute-which = Lequel voulez-vous dire ?
substitute-stand-in = ↔️ { $seller } donnerait { $packs } × { $substitute } <i>au lieu de { $name }</i> pour { $price }. Ce n’est pas compté ici.
substitute-taken = ✅ { $substitute } : pris.
substitute-refused = ✖️ { $substitute } : pas pris.
substitute-none = Pour l’instant, rien n’est proposé à la place d’un produit de votre liste.
substitute-gone = { $substitute } n’est plus proposé. Voyez la proposition la plus récente.
substitute-others = <b>{ $name }</b> : ce qu’il y a d’autre
substitute-other-offer = • { $what } — { $price }, { $seller }
substitute-near = Au catalogue. Si vous en ajoutez un, les magasins sont interrogés de nouveau :
substitute-nothing-else = Personne ici n’a autre chose pour { $name }. Prenez ce qui est proposé, ou passez-vous-en.
button-substitute-take = ✅ Prendre : { $substitute }
button-substitute-refuse = ✖️ Pas celui-là
button-substitute-other = 🔎 Quoi d’autre ?
button-substitute-take-instead = ↔️ Prendre : { $substitute }
proposal-refused = Laissé de côté, car vous n’avez pas pris le remplacement : { $names }
option-none = Lequel ? Rien n’était encore numéroté : voici les possibilités côte à côte ; dites maintenant « la deuxième », ou touchez-la.
option-no-such = Il n’y en a que { $count }.
option-which-other = Il y en a plusieurs autres. Dites lequel, par exemple « le deuxième », ou touchez-le.
option-only-one = Il n’y a que ce choix : quel que soit le critère, il en sort le même. Pour acheter une chose ailleurs, touchez « Déplacer une ligne ».
