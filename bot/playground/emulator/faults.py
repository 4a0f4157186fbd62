"""Switches for what goes wrong in the world: too many requests, outages, lost and doubled deliveries."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

from .errors import ControlError
from .spec import Json

CALL_KINDS = ("too_many_requests", "outage", "internal", "slow", "drop", "drop_answer")
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

    def shown(self) -> list[Json]:
        self._drop_over()
        return [asdict(fault) for fault in self._faults]

    def add(self, body: Json) -> Json:
        kind = body.get("kind")
        if kind not in CALL_KINDS + UPDATE_KINDS:
            raise ControlError(f"no fault of kind {kind!r}; there are {', '.join(CALL_KINDS + UPDATE_KINDS)}")
        seconds, count = body.get("seconds"), body.get("count", None if "seconds" in body else 1)
        self._last_id += 1
        fault = Fault(
            self._last_id,
            kind,
            count or None,
            self._now() + float(seconds) if seconds else None,
            tuple(str(method).lower() for method in body.get("methods") or ()),
            body.get("chat_id"),
            int(body.get("retry_after", 3)),
            int(body.get("delay_ms", 1000)),
        )
        self._faults.append(fault)
        self.changed()
        return asdict(fault)

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
        self._faults = [one for one in self._faults if one.until is None or one.until > now]
