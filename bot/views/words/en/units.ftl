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
    [tsp] tsp
    [tbsp] tbsp
    [fl-oz] fl oz
    [pint] { $qty ->
        [one] pint
       *[other] pints
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
        [one] cup
       *[other] cups
    }
    [clove] { $qty ->
        [one] clove
       *[other] cloves
    }
    [can] { $qty ->
        [one] can
       *[other] cans
    }
    [jar] { $qty ->
        [one] jar
       *[other] jars
    }
    [packet] { $qty ->
        [one] packet
       *[other] packets
    }
    [box] { $qty ->
        [one] box
       *[other] boxes
    }
    [bag] { $qty ->
        [one] bag
       *[other] bags
    }
    [bottle] { $qty ->
        [one] bottle
       *[other] bottles
    }
    [tube] { $qty ->
        [one] tube
       *[other] tubes
    }
    [tub] { $qty ->
        [one] tub
       *[other] tubs
    }
    [roll] { $qty ->
        [one] roll
       *[other] rolls
    }
    [bunch] { $qty ->
        [one] bunch
       *[other] bunches
    }
    [head] { $qty ->
        [one] head
       *[other] heads
    }
    [stalk] { $qty ->
        [one] stalk
       *[other] stalks
    }
    [sprig] { $qty ->
        [one] sprig
       *[other] sprigs
    }
    [leaf] { $qty ->
        [one] leaf
       *[other] leaves
    }
    [slice] { $qty ->
        [one] slice
       *[other] slices
    }
    [stick] { $qty ->
        [one] stick
       *[other] sticks
    }
    [cube] { $qty ->
        [one] cube
       *[other] cubes
    }
    [block] { $qty ->
        [one] block
       *[other] blocks
    }
    [ball] { $qty ->
        [one] ball
       *[other] balls
    }
    [ear] { $qty ->
        [one] ear
       *[other] ears
    }
    [rack] { $qty ->
        [one] rack
       *[other] racks
    }
    [pod] { $qty ->
        [one] pod
       *[other] pods
    }
    [strand] { $qty ->
        [one] strand
       *[other] strands
    }
    [handful] { $qty ->
        [one] handful
       *[other] handfuls
    }
    [pinch] { $qty ->
        [one] pinch
       *[other] pinches
    }
    [dash] { $qty ->
        [one] dash
       *[other] dashes
    }
    [splash] { $qty ->
        [one] splash
       *[other] splashes
    }
    [knob] { $qty ->
        [one] knob
       *[other] knobs
    }
    [knife-tip] { $qty ->
        [one] knife tip
       *[other] knife tips
    }
    [glass] { $qty ->
        [one] glass
       *[other] glasses
    }
    [sheet] { $qty ->
        [one] sheet
       *[other] sheets
    }
    [pair] { $qty ->
        [one] pair
       *[other] pairs
    }
    [inch] { $qty ->
        [one] inch
       *[other] inches
    }
    [foot] { $qty ->
        [one] foot
       *[other] feet
    }
    [yard] { $qty ->
        [one] yard
       *[other] yards
    }
   *[other] { $unit }
}
