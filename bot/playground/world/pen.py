"""A pen for simple drawings in three tones, on a square of 512 units."""

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import ImageDraw

__all__ = ["SIDE", "Colour", "Pen", "Point", "shaded"]

SIDE = 512
OUTLINE_WIDTH = 4

Colour = tuple[int, int, int]
Point = tuple[float, float]


def shaded(colour: Colour, factor: float) -> Colour:
    """The colour lighter (`factor` above 1) or darker (below), its hue kept."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    light = light * factor if factor <= 1 else 1 - (1 - light) / factor
    red, green, blue = colorsys.hls_to_rgb(hue, light, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)


@dataclass(frozen=True)
class Pen:
    """Draws in `colour`, its darker and its lighter tone; one unit is `scale` pixels."""

    draw: ImageDraw.ImageDraw
    colour: Colour
    scale: int

    @property
    def dark(self) -> Colour:
        return shaded(self.colour, 0.62)

    @property
    def light(self) -> Colour:
        return shaded(self.colour, 1.7)

    def ellipse(
        self, left: float, top: float, right: float, bottom: float, fill: Colour | None = None
    ) -> None:
        self.draw.ellipse(
            self._scaled((left, top), (right, bottom)),
            fill=fill or self.colour,
            outline=self.dark,
            width=OUTLINE_WIDTH * self.scale,
        )

    def box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        fill: Colour | None = None,
        radius: float = 0,
    ) -> None:
        self.draw.rounded_rectangle(
            self._scaled((left, top), (right, bottom)),
            radius=radius * self.scale,
            fill=fill or self.colour,
            outline=self.dark,
            width=OUTLINE_WIDTH * self.scale,
        )

    def shape(self, *points: Point, fill: Colour | None = None) -> None:
        """A polygon through the points."""
        scaled = self._scaled(*points)
        self.draw.polygon(scaled, fill=fill or self.colour)
        self.draw.line([*scaled, scaled[0], scaled[1]], self.dark, OUTLINE_WIDTH * self.scale, joint="curve")

    def line(self, *points: Point, width: float = OUTLINE_WIDTH, fill: Colour | None = None) -> None:
        self.draw.line(self._scaled(*points), fill or self.dark, round(width * self.scale), joint="curve")

    def arc(
        self,
        box: tuple[float, float, float, float],
        start_degrees: float,
        end_degrees: float,
        width: float = OUTLINE_WIDTH,
        fill: Colour | None = None,
    ) -> None:
        """A part of the ellipse within `box`, clockwise from three o'clock."""
        left, top, right, bottom = box
        self.draw.arc(
            self._scaled((left, top), (right, bottom)),
            start_degrees,
            end_degrees,
            fill=fill or self.dark,
            width=round(width * self.scale),
        )

    def sector(
        self, box: tuple[float, float, float, float], start_degrees: float, end_degrees: float
    ) -> None:
        """A filled part of the ellipse within `box`, with the lines to its middle."""
        left, top, right, bottom = box
        self.draw.pieslice(
            self._scaled((left, top), (right, bottom)),
            start_degrees,
            end_degrees,
            fill=self.colour,
            outline=self.dark,
            width=OUTLINE_WIDTH * self.scale,
        )

    def _scaled(self, *points: Point) -> Sequence[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]
