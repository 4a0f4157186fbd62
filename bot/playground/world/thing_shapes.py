"""Shapes of tools, of things for house and sewing, and of clothes."""

from bot.playground.world.goods_shapes import PAPER, SOIL, STEEL, WOOD
from bot.playground.world.pen import Pen


def screws(pen: Pen) -> None:
    for x, y in ((150, 120), (236, 96), (322, 120)):
        pen.box(x - 26, y, x + 42, y + 26, STEEL, 10)
        pen.shape((x - 6, y + 26), (x + 22, y + 26), (x + 18, y + 210), (x + 8, y + 250), (x - 2, y + 210),
                  fill=STEEL)  # fmt: skip
        for step in range(7):
            pen.line((x - 10, y + 60 + step * 24), (x + 26, y + 50 + step * 24), width=5)


def small_parts(pen: Pen) -> None:
    for step, (x, y) in enumerate(((140, 130), (270, 110), (330, 230), (190, 250), (110, 280), (290, 310))):
        pen.ellipse(x, y, x + 84, y + 84, pen.light if step % 2 else None)
        for dx in (28, 48):
            pen.ellipse(x + dx, y + 36, x + dx + 10, y + 46, pen.dark)


def needles(pen: Pen) -> None:
    for step in range(6):
        x = 146 + step * 44
        pen.line((x, 120), (x + 4, 384), width=6, fill=STEEL)
        pen.ellipse(x - 14, 96, x + 14, 124, pen.light if step % 2 else None)


def hammer(pen: Pen) -> None:
    pen.shape((232, 150), (276, 150), (284, 388), (226, 388), fill=WOOD)
    pen.shape((140, 96), (330, 96), (376, 140), (330, 160), (140, 160), fill=STEEL)
    pen.box(222, 300, 290, 388, None, 10)


def saw(pen: Pen) -> None:
    pen.shape((96, 250), (330, 160), (350, 230), (110, 300), fill=STEEL)
    for step in range(9):
        x, y = 118 + step * 25, 300 - step * 8
        pen.shape((x, y), (x + 20, y - 6), (x + 14, y + 14), fill=STEEL)
    pen.box(320, 140, 424, 262, None, 30)
    pen.box(350, 172, 396, 230, PAPER, 18)


def drill(pen: Pen) -> None:
    pen.box(140, 120, 340, 214, None, 24)
    pen.box(90, 140, 146, 194, STEEL, 6)
    pen.line((40, 167), (92, 167), width=12, fill=STEEL)
    pen.shape((250, 210), (330, 210), (352, 330), (280, 330))
    pen.box(248, 324, 384, 386, pen.dark, 10)
    pen.line((250, 236), (238, 262), width=12)


def brush(pen: Pen) -> None:
    pen.box(236, 60, 276, 210, WOOD, 18)
    pen.box(186, 200, 326, 264, STEEL, 4)
    pen.shape((190, 264), (322, 264), (334, 370), (256, 388), (178, 370))
    for x in (216, 246, 276, 302):
        pen.line((x, 276), (x, 356), width=3, fill=pen.light)


def roller(pen: Pen) -> None:
    pen.box(100, 96, 352, 180, None, 24)
    pen.line((352, 138), (406, 138), (406, 236), (256, 236), (256, 300), width=10, fill=STEEL)
    pen.box(234, 290, 278, 390, pen.dark, 16)


def driver(pen: Pen) -> None:
    pen.box(214, 76, 298, 220, None, 30)
    pen.box(244, 216, 268, 350, STEEL)
    pen.shape((238, 346), (274, 346), (264, 388), (248, 388), fill=STEEL)
    pen.line((238, 100), (238, 200), width=5, fill=pen.light)


def ruler(pen: Pen) -> None:
    pen.shape((90, 290), (380, 130), (424, 206), (134, 366))
    for step in range(9):
        x, y = 112 + step * 31, 278 - step * 17
        pen.line((x, y), (x + (22 if step % 2 else 14), y + (36 if step % 2 else 24)), width=4)


def square(pen: Pen) -> None:
    pen.shape((130, 90), (190, 90), (190, 320), (400, 320), (400, 384), (130, 384))
    for step in range(5):
        pen.line((190, 130 + step * 40), (166, 130 + step * 40))


def box_of_tools(pen: Pen) -> None:
    pen.arc((186, 110, 326, 250), 180, 360, width=16)
    pen.box(104, 180, 408, 380, None, 18)
    pen.line((106, 256), (406, 256), width=6)
    pen.box(226, 238, 286, 282, STEEL, 8)


def ladder(pen: Pen) -> None:
    for y in (130, 196, 262, 328):
        pen.line((200 - (y - 130) / 6, y), (312 + (y - 130) / 6, y), width=14, fill=pen.light)
    pen.line((204, 80), (146, 388), width=14)
    pen.line((308, 80), (366, 388), width=14)


def knife(pen: Pen) -> None:
    pen.shape((232, 60), (290, 130), (290, 270), (232, 270), fill=STEEL)
    pen.box(226, 264, 296, 388, None, 18)
    for y in (296, 328, 358):
        pen.ellipse(254, y, 268, y + 14, PAPER)


def spoon(pen: Pen) -> None:
    pen.ellipse(196, 60, 316, 210)
    pen.box(242, 200, 270, 388, None, 12)
    pen.ellipse(222, 90, 260, 160, pen.light)


def pan(pen: Pen) -> None:
    pen.box(320, 214, 464, 246, pen.dark, 14)
    pen.ellipse(80, 110, 352, 370)
    pen.ellipse(112, 142, 320, 338, pen.light)


def rolling_pin(pen: Pen) -> None:
    for left, right in ((50, 120), (392, 462)):
        pen.box(left, 244, right, 276, pen.dark, 14)
    pen.box(112, 210, 400, 310, None, 34)
    pen.line((150, 236), (362, 236), width=5, fill=pen.light)


def bowl(pen: Pen) -> None:
    pen.sector((106, 60, 406, 384), 0, 180)
    pen.ellipse(106, 184, 406, 256, pen.light)


def iron(pen: Pen) -> None:
    pen.arc((170, 110, 350, 290), 180, 350, width=22)
    pen.shape((90, 330), (180, 220), (400, 220), (420, 330))
    pen.box(84, 330, 426, 366, STEEL, 8)


def scissors(pen: Pen) -> None:
    pen.shape((190, 70), (222, 70), (290, 260), (262, 274), fill=STEEL)
    pen.shape((322, 70), (290, 70), (222, 260), (250, 274), fill=STEEL)
    for left in (150, 264):
        pen.ellipse(left, 256, left + 98, 386)
        pen.ellipse(left + 26, 286, left + 72, 356, PAPER)


def zipper(pen: Pen) -> None:
    pen.box(196, 70, 316, 388)
    for y in range(90, 380, 20):
        pen.line((236, y), (262, y), width=8, fill=STEEL)
        pen.line((250, y + 10), (276, y + 10), width=8, fill=STEEL)
    pen.box(238, 150, 274, 210, WOOD, 8)


def bracket(pen: Pen) -> None:
    pen.shape((150, 90), (206, 90), (206, 320), (400, 320), (400, 376), (150, 376))
    for x, y in ((166, 120), (166, 210), (280, 336), (350, 336)):
        pen.ellipse(x, y, x + 24, y + 24, PAPER)


def wheel(pen: Pen) -> None:
    pen.box(160, 84, 352, 116, STEEL, 6)
    pen.shape((200, 116), (312, 116), (290, 280), (222, 280), fill=STEEL)
    pen.ellipse(166, 200, 346, 384)
    pen.ellipse(226, 262, 286, 322, pen.light)


def glasses(pen: Pen) -> None:
    for left in (90, 276):
        pen.box(left, 180, left + 146, 300, pen.light, 40)
    pen.line((236, 226), (276, 226), width=12)
    pen.line((90, 214), (60, 190), width=10)
    pen.line((422, 214), (452, 190), width=10)


def glove(pen: Pen) -> None:
    for step, top in enumerate((130, 96, 90, 120)):
        left = 176 + step * 46
        pen.box(left, top, left + 44, 280, None, 22)
    pen.box(176, 220, 360, 340, None, 30)
    pen.shape((176, 250), (120, 200), (104, 236), (180, 320))
    pen.box(184, 330, 352, 386, pen.dark, 8)


def lamp_sized_box(pen: Pen) -> None:
    pen.box(140, 110, 372, 384, None, 20)
    pen.box(172, 150, 340, 240, PAPER, 10)
    for x in (190, 244, 298):
        pen.ellipse(x, 290, x + 28, 318, pen.light)


def shirt(pen: Pen) -> None:
    pen.shape((196, 92), (316, 92), (372, 124), (432, 236), (376, 264), (352, 220), (352, 388), (160, 388),
              (160, 220), (136, 264), (80, 236), (140, 124))  # fmt: skip
    pen.shape((206, 92), (306, 92), (256, 160), fill=PAPER)
    pen.line((256, 160), (256, 386), width=3)
    for y in (200, 250, 300, 350):
        pen.ellipse(260, y, 270, y + 10, PAPER)


def coat(pen: Pen) -> None:
    pen.shape((196, 70), (316, 70), (380, 110), (424, 290), (376, 304), (352, 220), (366, 390), (146, 390),
              (160, 220), (136, 304), (88, 290), (132, 110))  # fmt: skip
    pen.shape((200, 70), (256, 180), (312, 70), (276, 70), (256, 110), (236, 70), fill=pen.light)
    pen.line((256, 180), (256, 388))
    pen.box(158, 236, 354, 262, pen.dark, 4)


def trousers(pen: Pen) -> None:
    pen.shape((176, 76), (336, 76), (362, 390), (284, 390), (256, 190), (228, 390), (150, 390))
    pen.box(172, 70, 340, 104, pen.dark, 6)
    pen.line((256, 104), (256, 190), width=3)


def dress(pen: Pen) -> None:
    pen.line((218, 70), (214, 130), width=12)
    pen.line((294, 70), (298, 130), width=12)
    pen.shape((200, 120), (312, 120), (300, 210), (390, 386), (122, 386), (212, 210))
    pen.box(208, 200, 304, 226, pen.light, 6)


def skirt(pen: Pen) -> None:
    pen.shape((186, 120), (326, 120), (400, 380), (112, 380))
    pen.box(182, 100, 330, 134, pen.dark, 8)
    for x in (160, 208, 256, 304, 352):
        pen.line((256 + (x - 256) / 2, 136), (x, 378), width=3)


def shoe(pen: Pen) -> None:
    pen.shape((96, 200), (176, 180), (226, 240), (360, 282), (424, 330), (424, 350), (96, 350))
    pen.box(84, 340, 434, 380, PAPER, 14)
    for step in range(4):
        x = 222 + step * 34
        pen.line((x, 240 + step * 12), (x + 18, 214 + step * 14), width=7, fill=PAPER)


def boot(pen: Pen) -> None:
    pen.shape((160, 90), (280, 90), (284, 250), (390, 296), (410, 350), (160, 350))
    pen.box(150, 346, 420, 384, SOIL, 8)
    pen.shape((226, 120), (262, 120), (262, 230), (226, 230), fill=pen.light)


def sock(pen: Pen) -> None:
    for offset in (60, 0):
        pen.shape((170 + offset, 90), (270 + offset, 90), (270 + offset, 250), (360 + offset, 320),
                  (344 + offset, 372), (270 + offset, 380), (170 + offset, 290))  # fmt: skip
        pen.box(164 + offset, 84, 276 + offset, 124, pen.light, 8)


def hat(pen: Pen) -> None:
    pen.ellipse(60, 270, 452, 374)
    pen.box(156, 120, 356, 330, None, 70)
    pen.box(154, 272, 358, 312, pen.dark, 8)


def handbag(pen: Pen) -> None:
    pen.arc((176, 70, 336, 300), 180, 360, width=16)
    pen.shape((120, 190), (392, 190), (414, 386), (98, 386))
    pen.line((126, 230), (386, 230), width=4, fill=pen.light)
    pen.ellipse(240, 216, 272, 248, PAPER)


def umbrella(pen: Pen) -> None:
    pen.line((256, 90), (256, 350), width=10, fill=SOIL)
    pen.arc((206, 320, 262, 388), 0, 180, width=10, fill=SOIL)
    pen.sector((86, 96, 426, 400), 180, 360)
    for x in (142, 256, 370):
        pen.ellipse(x - 57, 224, x + 57, 272, pen.light)


def belt(pen: Pen) -> None:
    pen.arc((96, 120, 416, 370), 20, 340, width=44, fill=pen.colour)
    pen.box(350, 196, 430, 296, STEEL, 8)
    pen.box(368, 218, 412, 274, PAPER, 4)
