"""Shapes of packed goods, of what grows, and of what is cut from stock. They stand on the line y = 385."""

from bot.playground.world.pen import Colour, Pen

PAPER: Colour = (250, 246, 236)
LEAF: Colour = (92, 150, 78)
STEEL: Colour = (176, 184, 190)
SOIL: Colour = (112, 84, 62)
WOOD: Colour = (206, 160, 104)


def pouch(pen: Pen) -> None:
    pen.shape((160, 110), (352, 110), (366, 385), (146, 385))
    pen.shape((160, 110), (352, 110), (340, 78), (172, 78), fill=pen.dark)
    pen.box(182, 190, 330, 310, PAPER, 12)
    pen.ellipse(222, 212, 290, 280, pen.light)


def bottle(pen: Pen) -> None:
    pen.box(236, 60, 276, 120, pen.dark, 8)
    pen.shape((238, 110), (274, 110), (318, 190), (318, 385), (194, 385), (194, 190))
    pen.box(200, 230, 312, 330, PAPER, 6)
    pen.line((214, 200), (214, 225), width=8, fill=pen.light)


def jar(pen: Pen) -> None:
    pen.box(162, 140, 350, 385, None, 34)
    pen.box(170, 96, 342, 146, pen.dark, 10)
    pen.box(176, 210, 336, 320, PAPER, 8)
    pen.ellipse(232, 236, 280, 284, pen.light)


def tin(pen: Pen) -> None:
    pen.box(150, 120, 362, 370, None, 6)
    pen.ellipse(150, 335, 362, 388, None)
    pen.box(152, 170, 360, 320, PAPER)
    pen.ellipse(150, 92, 362, 148, STEEL)
    pen.ellipse(208, 200, 304, 290, None)


def carton(pen: Pen) -> None:
    pen.box(176, 150, 336, 385, PAPER)
    pen.shape((176, 150), (336, 150), (304, 96), (208, 96), fill=pen.light)
    pen.box(208, 72, 304, 98, pen.dark)
    pen.box(176, 240, 336, 330)


def packet(pen: Pen) -> None:
    pen.box(150, 120, 340, 385)
    pen.shape((340, 120), (378, 92), (378, 352), (340, 385), fill=pen.dark)
    pen.shape((150, 120), (188, 92), (378, 92), (340, 120), fill=pen.light)
    pen.box(172, 180, 318, 300, PAPER, 8)


def sachet(pen: Pen) -> None:
    for step in (0, 1, 2):
        left = 130 + step * 52
        pen.box(left, 150 + step * 24, left + 148, 345 + step * 20, pen.light if step < 2 else None, 6)
    pen.box(254, 250, 362, 330, PAPER, 6)


def tub(pen: Pen) -> None:
    pen.shape((140, 190), (372, 190), (344, 380), (168, 380))
    pen.box(128, 160, 384, 198, pen.light, 12)
    pen.ellipse(212, 240, 300, 328, PAPER)


def tube(pen: Pen) -> None:
    pen.shape((176, 90), (336, 90), (300, 340), (212, 340))
    pen.box(216, 340, 296, 385, pen.dark, 6)
    pen.box(206, 160, 306, 240, PAPER, 6)


def wedge(pen: Pen) -> None:
    pen.shape((110, 300), (330, 190), (402, 250), (402, 350), (110, 350))
    pen.shape((110, 300), (330, 190), (402, 250), fill=pen.light)
    for x, y in ((200, 322), (280, 300), (340, 326)):
        pen.ellipse(x, y, x + 26, y + 18, pen.dark)


def brick(pen: Pen) -> None:
    pen.shape((120, 250), (300, 200), (400, 240), (400, 320), (220, 380), (120, 330))
    pen.shape((120, 250), (300, 200), (400, 240), (220, 296), fill=pen.light)
    pen.line((220, 296), (220, 380))


def bar(pen: Pen) -> None:
    pen.box(120, 150, 392, 370, None, 8)
    for x in (188, 256, 324):
        pen.line((x, 152), (x, 368))
    pen.line((122, 260), (390, 260))
    pen.box(120, 250, 392, 372, PAPER, 8)


def eggs(pen: Pen) -> None:
    for x in (130, 216, 302):
        pen.ellipse(x, 196, x + 84, 310)
    pen.shape((104, 282), (408, 282), (388, 380), (124, 380), fill=STEEL)
    for x in (172, 256, 340):
        pen.arc((x - 40, 262, x + 40, 320), 0, 180)


def fruit(pen: Pen) -> None:
    pen.ellipse(136, 130, 376, 380)
    pen.line((256, 146), (266, 92), width=12, fill=SOIL)
    pen.shape((268, 112), (318, 72), (352, 96), (312, 122), fill=LEAF)
    pen.ellipse(180, 176, 216, 224, pen.light)


def berries(pen: Pen) -> None:
    for row, top in enumerate((160, 226, 292)):
        for step in range(3 + row % 2):
            left = 140 + step * 68 - (row % 2) * 32
            pen.ellipse(left, top, left + 82, top + 82, pen.light if (step + row) % 3 == 0 else None)


def bulb(pen: Pen) -> None:
    pen.shape((226, 170), (286, 170), (268, 76), (246, 70))
    pen.ellipse(136, 150, 376, 372)
    for inset in (50, 94):
        pen.arc((136 + inset, 150, 376 - inset, 372), 0, 360)
    pen.line((236, 372), (230, 388))
    pen.line((276, 372), (282, 388))


def long_vegetable(pen: Pen) -> None:
    for offset in (0, 74, 148):
        pen.shape((140 + offset, 130), (196 + offset, 130), (186 + offset, 330), (168 + offset, 385),
                  (150 + offset, 330))  # fmt: skip
        pen.shape((150 + offset, 132), (136 + offset, 74), (168 + offset, 110), (196 + offset, 70),
                  (188 + offset, 132), fill=LEAF)  # fmt: skip


def root(pen: Pen) -> None:
    for left, top in ((120, 230), (250, 236), (184, 140)):
        pen.ellipse(left, top, left + 150, top + 130)
        for x, y in ((40, 40), (90, 70), (60, 96)):
            pen.ellipse(left + x, top + y, left + x + 10, top + y + 7, pen.dark)


def leaves(pen: Pen) -> None:
    for tip in (-120, -60, 0, 60, 120):
        pen.line((256, 384), (256 + tip, 180), width=9)
        x, y = 256 + tip, 160 - (120 - abs(tip)) / 3
        pen.ellipse(x - 44, y - 44, x + 44, y + 56, pen.light if tip % 120 == 0 else None)
        pen.line((x, y - 24), (x, y + 50))
    pen.box(226, 320, 286, 346, PAPER, 8)


def floret(pen: Pen) -> None:
    pen.shape((222, 260), (290, 260), (302, 385), (210, 385), fill=pen.light)
    for x, y in ((130, 180), (180, 116), (250, 110), (296, 180), (214, 190)):
        pen.ellipse(x, y, x + 96, y + 96)


def mushroom(pen: Pen) -> None:
    pen.shape((216, 250), (296, 250), (312, 385), (200, 385), fill=PAPER)
    pen.sector((116, 96, 396, 410), 180, 360)
    pen.ellipse(190, 150, 224, 180, pen.light)


def sticks(pen: Pen) -> None:
    for step in range(9):
        pen.line(
            (168 + step * 22, 90), (148 + step * 27, 385), width=14, fill=pen.light if step % 2 else None
        )
    pen.box(150, 220, 372, 262, PAPER, 6)


def sack(pen: Pen) -> None:
    pen.shape((130, 120), (382, 120), (400, 240), (384, 385), (128, 385), (112, 240))
    pen.box(118, 92, 394, 126, pen.dark, 10)
    pen.box(166, 190, 346, 310, PAPER, 14)
    pen.ellipse(224, 204, 288, 296, LEAF)


def potted(pen: Pen) -> None:
    for tip in (-110, -55, 0, 55, 110):
        pen.line((256, 280), (256 + tip, 130), width=7, fill=LEAF)
        pen.ellipse(240 + tip, 90, 272 + tip, 172)
    pen.shape((166, 260), (346, 260), (322, 385), (190, 385), fill=(190, 104, 70))
    pen.box(154, 240, 358, 276, (204, 120, 84), 6)


def bucket(pen: Pen) -> None:
    pen.arc((136, 60, 376, 300), 180, 360, width=8, fill=STEEL)
    pen.shape((130, 176), (382, 176), (354, 382), (158, 382), fill=PAPER)
    pen.ellipse(130, 148, 382, 204)
    pen.shape((143, 250), (369, 250), (360, 330), (152, 330))


def planks(pen: Pen) -> None:
    for step, fill in enumerate((pen.light, pen.colour, pen.light)):
        y = 190 + step * 66
        pen.shape((70, y), (400, y - 60), (442, y - 40), (112, y + 22), fill=fill)
        pen.shape((70, y), (112, y + 22), (112, y + 60), (70, y + 38), fill=pen.dark)
        pen.shape((112, y + 22), (442, y - 40), (442, y - 2), (112, y + 60))


def panel(pen: Pen) -> None:
    pen.shape((130, 110), (380, 80), (380, 360), (130, 390))
    pen.shape((130, 110), (112, 104), (112, 380), (130, 390), fill=pen.dark)
    for y in (160, 220, 280, 330):
        pen.line((150, y), (360, y - 22), width=3, fill=pen.light)


def cloth(pen: Pen) -> None:
    for step in (2, 1, 0):
        top = 170 + step * 66
        pen.box(112, top, 400, top + 78, pen.light if step == 1 else None, 30)
    pen.line((140, 210), (372, 210), width=3, fill=PAPER)
    pen.line((140, 342), (372, 342), width=3, fill=PAPER)


def roll(pen: Pen) -> None:
    pen.ellipse(130, 120, 382, 372)
    pen.ellipse(186, 176, 326, 316, pen.light)
    pen.ellipse(206, 196, 306, 296, PAPER)
    pen.shape((360, 320), (420, 384), (300, 384), (270, 366))


def spool(pen: Pen) -> None:
    pen.box(184, 140, 328, 356, None, 6)
    for y in range(160, 350, 18):
        pen.line((186, y + 8), (326, y), width=3, fill=pen.light)
    pen.box(160, 104, 352, 144, WOOD, 14)
    pen.box(160, 350, 352, 388, WOOD, 14)
