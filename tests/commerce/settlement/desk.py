"""A settlement desk for tests: one order's payment, a clock that is set by hand, and due work worked off."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID, uuid4

from sqlmodel import Session, col, select

from commerce import due
from commerce.database import Units
from commerce.due import DueState, DueWork
from commerce.events import EventRow
from commerce.settlement import service
from commerce.settlement.ledger import Account, AccountKind, balance
from commerce.settlement.models import SHOP, Payee, Payment, Share
from commerce.settlement.provider import KeyRefused, ProviderDown, SettlementProvider
from commerce.settlement.running import Runner, runners
from commerce.settlement.states import Method, PayeeKind

T = TypeVar("T")
MOST_ROUNDS = 40


@dataclass
class Desk:
    units: Units
    provider: SettlementProvider
    now: datetime
    order_id: UUID = field(default_factory=uuid4)
    person_id: UUID = field(default_factory=uuid4)
    green: Payee = field(default_factory=lambda: Payee(PayeeKind.SELLER, uuid4()))
    tools: Payee = field(default_factory=lambda: Payee(PayeeKind.SELLER, uuid4()))
    bike: Payee = field(default_factory=lambda: Payee(PayeeKind.CARRIER, uuid4()))

    def __post_init__(self) -> None:
        self.runners: dict[str, Runner] = runners(self.provider, self.units, lambda: self.now)

    @property
    def shares(self) -> list[Share]:
        return [Share(self.green, 1500), Share(self.tools, 500), Share(self.bike, 300), Share(SHOP, 50)]

    def request(self, method: Method = Method.CARD, shares: list[Share] | None = None) -> Payment:
        return self.units.run_here(
            lambda session: service.request(
                session,
                self.order_id,
                method,
                self.shares if shares is None else shares,
                "EUR",
                self.now,
                person_id=self.person_id,
                provider=self.provider.name,
            )
        )

    def payment(self) -> Payment:
        payment = self.units.run_here(lambda session: service.current(session, self.order_id))
        assert payment is not None
        return payment

    def told(self) -> list[str]:
        """The kinds of events in the order's history."""

        def read(session: Session) -> list[str]:
            query = select(EventRow).where(EventRow.subject_id == self.order_id).order_by(col(EventRow.seq))
            return [row.kind for row in session.exec(query)]

        return self.units.run_here(read)

    def balance(self, kind: AccountKind, owner: UUID | str | None = "") -> int:
        account = Account(kind, str(owner))
        return self.units.run_here(lambda session: balance(session, account, "EUR"))

    def in_hand(self) -> int:
        return self.balance(AccountKind.PROVIDER, self.provider.name)

    async def work_off(self, only: str | None = None) -> None:
        """Run what is due until nothing is, as the scheduler does; work that meets an outage waits."""
        for _ in range(MOST_ROUNDS):
            waiting = self.units.run_here(lambda session: due.take(session, self.now))
            waiting = [work for work in waiting if only in {None, work.kind}]
            if not waiting:
                return
            for work in waiting:
                await self._run(work)
        raise AssertionError("due work without end")

    async def _run(self, work: DueWork) -> None:
        try:
            await self.runners[work.kind](work)
        except (ProviderDown, KeyRefused) as down:
            words = str(down)
            self.units.run_here(lambda session: due.postpone(session, work.id, self.now, words))
            return
        self.units.run_here(lambda session: due.finish(session, work.id))

    async def later(self, **span: int) -> None:
        """Let time pass, working off what falls due on the way."""
        end = self.now + timedelta(**span)
        for _ in range(MOST_ROUNDS):
            await self.work_off()
            next_at = self.units.run_here(due.next_due)
            if next_at is None or next_at > end:
                break
            self.now = max(self.now, next_at)
        self.now = end
        await self.work_off()

    def given_up(self) -> list[str]:
        def read(session: Session) -> list[str]:
            query = select(DueWork).where(DueWork.state == DueState.GIVEN_UP)
            return [work.kind for work in session.exec(query)]

        return self.units.run_here(read)

    def payment_id(self) -> UUID:
        return self.payment().id

    def share_of(self, payee: Payee) -> UUID:
        """The number of a payee's share of the payment."""
        payment_id = self.payment_id()
        shares = self.units.run_here(lambda session: service.shares_of(session, payment_id))
        return next(share.id for share in shares if share.payee == payee)
