"""Locations and venues as calls give them, and when a live location has ended."""

from math import asin, cos, radians, sin, sqrt

from .calls import Call
from .errors import BadRequest
from .spec import Json

LIVE_FOREVER = 0x7FFFFFFF
_LIVE_SECONDS = (60, 86_400)
_HEADINGS = (1, 360)
_GREATEST_RADIUS_METRES = 100_000
_GREATEST_ACCURACY_METRES = 1500
_EARTH_METRES = 6_371_000
_VENUE = ("title", "address", "foursquare_id", "foursquare_type", "google_place_id", "google_place_type")


def place(call: Call) -> Json:
    """The Location object, without its period. Raises BadRequest."""
    latitude, longitude = call.real("latitude"), call.real("longitude")
    if not -90 <= latitude <= 90 or not -180 <= longitude <= 180:
        raise BadRequest("wrong location specified")
    location: Json = {"latitude": latitude, "longitude": longitude}
    if call.values.get("horizontal_accuracy"):
        accuracy = call.real("horizontal_accuracy")
        if not 0 <= accuracy <= _GREATEST_ACCURACY_METRES:
            raise BadRequest("wrong location specified")
        location["horizontal_accuracy"] = accuracy
    heading, radius = call.number("heading"), call.number("proximity_alert_radius")
    if heading:
        if not _HEADINGS[0] <= heading <= _HEADINGS[1]:
            raise BadRequest("wrong live location heading specified")
        location["heading"] = heading
    if radius:
        if not 0 < radius <= _GREATEST_RADIUS_METRES:
            raise BadRequest("wrong live location proximity alert radius specified")
        location["proximity_alert_radius"] = radius
    return location


def live_location(call: Call) -> Json:
    """A location that lives for its `live_period` seconds, if it has one. Raises BadRequest."""
    location, period = place(call), call.number("live_period")
    if not period:
        return {
            name: location[name] for name in location if name not in ("heading", "proximity_alert_radius")
        }
    if not is_live_period(period):
        raise BadRequest("wrong live location period specified")
    return {**location, "live_period": period}


def is_live_period(seconds: int) -> bool:
    return _LIVE_SECONDS[0] <= seconds <= _LIVE_SECONDS[1] or seconds == LIVE_FOREVER


def venue_of(call: Call, location: Json) -> Json:
    return {"location": location} | {name: call.text(name) for name in _VENUE if call.text(name)}


def has_ended(message: Json, now: float) -> bool:
    """Whether the live location of a message can move no more; false for one without an end."""
    period = message["location"]["live_period"]
    return bool(period != LIVE_FOREVER and now > message["date"] + period)


def metres_between(one: Json, other: Json) -> float:
    """The way along the great circle."""
    north, other_north = radians(one["latitude"]), radians(other["latitude"])
    east = radians(other["longitude"] - one["longitude"])
    half = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin(east / 2) ** 2
    return 2 * _EARTH_METRES * asin(sqrt(half))
