# Units, beside their number.
unit = { $unit ->
    [g] g
    [kg] kg
    [lb] lb
    [oz] oz
    [ml] ml
    [cl] cl
    [dl] dl
    [l] l
    [mm] mm
    [cm] cm
    [m] m
    [m2] m²
    [ft2] sq ft
    [tsp] c. à c.
    [tbsp] c. à s.
    [fl-oz] fl oz
    [pint] { $qty ->
        [one] pinte
       *[other] pintes
    }
    [quart] { $qty ->
        [one] quart
       *[other] quarts
    }
    [gallon] { $qty ->
        [one] gallon
       *[other] gallons
    }
    [cup] { $qty ->
        [one] tasse
       *[other] tasses
    }
    [clove] { $qty ->
        [one] gousse
       *[other] gousses
    }
    [can] { $qty ->
        [one] boîte
       *[other] boîtes
    }
    [jar] { $qty ->
        [one] bocal
       *[other] bocaux
    }
    [packet] { $qty ->
        [one] paquet
       *[other] paquets
    }
    [box] { $qty ->
        [one] boîte
       *[other] boîtes
    }
    [bag] { $qty ->
        [one] sachet
       *[other] sachets
    }
    [bottle] { $qty ->
        [one] bouteille
       *[other] bouteilles
    }
    [tube] { $qty ->
        [one] tube
       *[other] tubes
    }
    [tub] { $qty ->
        [one] pot
       *[other] pots
    }
    [roll] { $qty ->
        [one] rouleau
       *[other] rouleaux
    }
    [bunch] { $qty ->
        [one] botte
       *[other] bottes
    }
    [head] { $qty ->
        [one] tête
       *[other] têtes
    }
    [stalk] { $qty ->
        [one] branche
       *[other] branches
    }
    [sprig] { $qty ->
        [one] brin
       *[other] brins
    }
    [leaf] { $qty ->
        [one] feuille
       *[other] feuilles
    }
    [slice] { $qty ->
        [one] tranche
       *[other] tranches
    }
    [stick] { $qty ->
        [one] bâton
       *[other] bâtons
    }
    [cube] { $qty ->
        [one] cube
       *[other] cubes
    }
    [block] { $qty ->
        [one] bloc
       *[other] blocs
    }
    [ball] { $qty ->
        [one] boule
       *[other] boules
    }
    [ear] { $qty ->
        [one] épi
       *[other] épis
    }
    [rack] { $qty ->
        [one] carré
       *[other] carrés
    }
    [pod] { $qty ->
        [one] cosse
       *[other] cosses
    }
    [strand] { $qty ->
        [one] filament
       *[other] filaments
    }
    [handful] { $qty ->
        [one] poignée
       *[other] poignées
    }
    [pinch] { $qty ->
        [one] pincée
       *[other] pincées
    }
    [dash] { $qty ->
        [one] trait
       *[other] traits
    }
    [splash] { $qty ->
        [one] filet
       *[other] filets
    }
    [knob] { $qty ->
        [one] noix
       *[other] noix
    }
    [knife-tip] { $qty ->
        [one] pointe de couteau
       *[other] pointes de couteau
    }
    [glass] { $qty ->
        [one] verre
       *[other] verres
    }
    [sheet] { $qty ->
        [one] plaque
       *[other] plaques
    }
    [pair] { $qty ->
        [one] paire
       *[other] paires
    }
    [inch] { $qty ->
        [one] pouce
       *[other] pouces
    }
    [foot] { $qty ->
        [one] pied
       *[other] pieds
    }
    [yard] { $qty ->
        [one] yard
       *[other] yards
    }
   *[other] { $unit }
}
