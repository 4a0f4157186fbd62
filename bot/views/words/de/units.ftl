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
    [tsp] TL
    [tbsp] EL
    [fl-oz] fl oz
    [pint] { $qty ->
        [one] Pint
       *[other] Pints
    }
    [quart] { $qty ->
        [one] Quart
       *[other] Quarts
    }
    [gallon] { $qty ->
        [one] Gallone
       *[other] Gallonen
    }
    [cup] { $qty ->
        [one] Tasse
       *[other] Tassen
    }
    [clove] { $qty ->
        [one] Zehe
       *[other] Zehen
    }
    [can] { $qty ->
        [one] Dose
       *[other] Dosen
    }
    [jar] { $qty ->
        [one] Glas
       *[other] Gläser
    }
    [packet] { $qty ->
        [one] Packung
       *[other] Packungen
    }
    [box] { $qty ->
        [one] Schachtel
       *[other] Schachteln
    }
    [bag] { $qty ->
        [one] Beutel
       *[other] Beutel
    }
    [bottle] { $qty ->
        [one] Flasche
       *[other] Flaschen
    }
    [tube] { $qty ->
        [one] Tube
       *[other] Tuben
    }
    [tub] { $qty ->
        [one] Becher
       *[other] Becher
    }
    [roll] { $qty ->
        [one] Rolle
       *[other] Rollen
    }
    [bunch] { $qty ->
        [one] Bund
       *[other] Bund
    }
    [head] { $qty ->
        [one] Kopf
       *[other] Köpfe
    }
    [stalk] { $qty ->
        [one] Stange
       *[other] Stangen
    }
    [sprig] { $qty ->
        [one] Zweig
       *[other] Zweige
    }
    [leaf] { $qty ->
        [one] Blatt
       *[other] Blätter
    }
    [slice] { $qty ->
        [one] Scheibe
       *[other] Scheiben
    }
    [stick] { $qty ->
        [one] Stange
       *[other] Stangen
    }
    [cube] { $qty ->
        [one] Würfel
       *[other] Würfel
    }
    [block] { $qty ->
        [one] Block
       *[other] Blöcke
    }
    [ball] { $qty ->
        [one] Kugel
       *[other] Kugeln
    }
    [ear] { $qty ->
        [one] Kolben
       *[other] Kolben
    }
    [rack] { $qty ->
        [one] Rippenstück
       *[other] Rippenstücke
    }
    [pod] { $qty ->
        [one] Schote
       *[other] Schoten
    }
    [strand] { $qty ->
        [one] Faden
       *[other] Fäden
    }
    [handful] { $qty ->
        [one] Handvoll
       *[other] Handvoll
    }
    [pinch] { $qty ->
        [one] Prise
       *[other] Prisen
    }
    [dash] { $qty ->
        [one] Spritzer
       *[other] Spritzer
    }
    [splash] { $qty ->
        [one] Schuss
       *[other] Schuss
    }
    [knob] { $qty ->
        [one] Stückchen
       *[other] Stückchen
    }
    [knife-tip] { $qty ->
        [one] Messerspitze
       *[other] Messerspitzen
    }
    [glass] { $qty ->
        [one] Glas
       *[other] Gläser
    }
    [sheet] { $qty ->
        [one] Platte
       *[other] Platten
    }
    [pair] { $qty ->
        [one] Paar
       *[other] Paar
    }
    [inch] { $qty ->
        [one] Zoll
       *[other] Zoll
    }
    [foot] { $qty ->
        [one] Fuß
       *[other] Fuß
    }
    [yard] { $qty ->
        [one] Yard
       *[other] Yards
    }
   *[other] { $unit }
}
