"""Switches for what goes wrong in the world: too many requests, outages, lost and doubled deliveries.

What a call suffers: `too_many_requests` (429 with `retry_after` seconds), `outage` (502), `internal` (500),
`slow` (`delay_ms` before the answer), `drop` (the connection is cut, nothing is done), `drop_answer` (it is
done, the answer is lost), `blocked` (403, as if the person had blocked the bot), `refuse` (for `seconds`
nobody listens: new connections are refused and open ones cut, those of the control API too).
What updates suffer: `duplicate_update` (a confirmed update comes once more), `reorder_updates` (the first two
of a batch change places), `webhook_lost` (a delivery that does not arrive and is repeated), `webhook_twice`.

A fault happens `count` times (once, if nothing is said), or for `seconds`, or with `count` 0 until it is
taken away. `methods` and `chat_id` narrow it to some calls.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from .errors import ControlError
from .spec import Json, bot_api

CALL_KINDS = ("refuse", "too_many_requests", "outage", "internal", "blocked", "slow", "drop", "drop_answer")
_FIELDS = {"kind", "count", "seconds", "methods", "chat_id", "retry_after", "delay_ms"}
UPDATE_KINDS = ("duplicate_update", "reorder_updates", "webhook_lost", "webhook_twice")


@dataclass
class Fault:
    """`count` times, or until `until` (seconds since the epoch), or, with count 0 and no end, until taken
    away."""

    id: int
    kind: str
    count: int | None = 1
    until: float | None = None
    methods: tuple[str, ...] = ()
    chat_id: int | None = None
    retry_after: int = 3
    delay_ms: int = 1000
    hits: int = 0


class Faults:
    """`hits` counts by kind how often faults have struck since the last reset."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.hits: Counter[str] = Counter()
        self._now = now
        self._faults: list[Fault] = []
        self._last_id = 0
        self.changed: Callable[[], None] = lambda: None
        self.refuse: Callable[[], None] | None = None

    def shown(self) -> list[Json]:
        self._drop_over()
        return [asdict(fault) for fault in self._faults]

    def add(self, body: Json) -> Json:
        """Raises ControlError."""
        kind = body.get("kind")
        if kind not in CALL_KINDS + UPDATE_KINDS:
            raise ControlError(f"no fault of kind {kind!r}; there are {', '.join(CALL_KINDS + UPDATE_KINDS)}")
        unknown = body.keys() - _FIELDS
        if unknown:
            raise ControlError(f"a fault has {', '.join(sorted(_FIELDS))}, and no {min(unknown)}")
        if kind == "refuse" and self.refuse is None:
            raise ControlError("this emulator shares its server with others; use drop", status=409)
        seconds = _number(body, "seconds", float)
        if kind == "refuse" and not seconds:
            raise ControlError("say for how many seconds: nobody could take it away")
        count = _number(body, "count", int) if "count" in body or seconds else 1
        self._last_id += 1
        fault = Fault(
            self._last_id,
            kind,
            count or None,
            self._now() + seconds if seconds else None,
            _methods(body.get("methods")),
            body.get("chat_id"),
            int(_number(body, "retry_after", int, 3)),
            int(_number(body, "delay_ms", int, 1000)),
        )
        self._faults.append(fault)
        self.changed()
        if kind == "refuse" and self.refuse is not None:
            self.refuse()
        return asdict(fault)

    def is_on(self, kind: str) -> bool:
        """Whether such a fault is switched on, without using it up."""
        if self._faults:
            self._drop_over()
        return any(fault.kind == kind for fault in self._faults)

    def remove(self, fault_id: int | None = None) -> None:
        self._faults = [one for one in self._faults if fault_id is not None and one.id != fault_id]
        self.changed()

    def take_for_call(self, method: str, chat_id: object) -> list[Fault]:
        """Faults that hit this call, each used once."""
        if not self._faults:
            return []
        wanted = [kind for kind in CALL_KINDS if any(fault.kind == kind for fault in self._faults)]
        return [fault for fault in (self._take([kind], method, chat_id) for kind in wanted) if fault]

    def take(self, kind: str) -> Fault | None:
        return self._take([kind], None, None) if self._faults else None

    def _take(self, kinds: Iterable[str], method: str | None, chat_id: object) -> Fault | None:
        self._drop_over()
        for fault in self._faults:
            if fault.kind not in kinds or (fault.methods and method not in fault.methods):
                continue
            if fault.chat_id is not None and str(fault.chat_id) != str(chat_id):
                continue
            fault.hits += 1
            self.hits[fault.kind] += 1
            if fault.count is not None:
                fault.count -= 1
                if fault.count == 0:
                    self._faults.remove(fault)
            self.changed()
            return fault
        return None

    def _drop_over(self) -> None:
        now = self._now()
        if any(one.until is not None and one.until <= now for one in self._faults):
            self._faults = [one for one in self._faults if one.until is None or one.until > now]
            self.changed()


def _number(body: Json, name: str, kind: type[int] | type[float], default: int = 0) -> Any:
    value = body.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
        raise ControlError(f"{name} must be a number from 0 on, not {value!r}")
    return kind(value)


def _methods(given: Any) -> tuple[str, ...]:
    if given is None:
        return ()
    if not isinstance(given, list):
        raise ControlError("methods must be a list of names of the Bot API")
    unknown = [name for name in given if bot_api().method(str(name)) is None]
    if unknown:
        raise ControlError(f"the Bot API has no method {', '.join(map(str, unknown))}")
    return tuple(str(name).lower() for name in given)
