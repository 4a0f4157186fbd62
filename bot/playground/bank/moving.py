"""Money after the payment: refunds, accounts, transfers and their reversals, the balance."""

from stripe.params import (
    AccountCreateParams,
    RefundCreateParams,
    TransferCreateParams,
    TransferReversalCreateParams,
)

from bot.playground.bank.desk import Bank, Json
from bot.playground.bank.errors import bad_request, missing
from bot.playground.bank.params import checked

__all__ = ["balance", "create_account", "create_refund", "create_transfer", "listed", "reverse_transfer"]


def create_refund(bank: Bank, fields: Json) -> Json:
    """Never more than is left of the charge. Source: docs.stripe.com/api/refunds."""
    params = checked(RefundCreateParams, fields, ("amount", "charge", "payment_intent", "reason", "metadata"))
    charge = _charge(bank, params)
    left = charge["amount"] - charge["amount_refunded"]
    amount = params.get("amount", left)
    if left == 0:
        raise bad_request(f"Charge {charge['id']} has already been refunded.", code="charge_already_refunded")
    if amount < 1:
        raise bad_request("Invalid positive integer", code="parameter_invalid_integer", param="amount")
    if amount > left:
        raise bad_request(
            f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", param="amount"
        )
    refund = bank.new(
        "re",
        "refund",
        amount=amount,
        charge=charge["id"],
        currency=charge["currency"],
        metadata=params.get("metadata", {}),
        payment_intent=charge["payment_intent"],
        reason=params.get("reason"),
        status="succeeded",
    )
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount"]
    bank.store.put(charge)
    bank.announce("refund.created", refund)
    bank.announce("charge.refunded", charge)
    return refund


def create_account(bank: Bank, fields: Json) -> Json:
    """A connected account, ready to receive. Source: docs.stripe.com/api/accounts."""
    params = checked(
        AccountCreateParams,
        fields,
        ("type", "country", "email", "metadata", "business_profile", "business_type", "capabilities"),
    )
    return bank.new(
        "acct",
        "account",
        business_profile=params.get("business_profile"),
        charges_enabled=True,
        country=params.get("country", "DE"),
        details_submitted=True,
        email=params.get("email"),
        metadata=params.get("metadata", {}),
        payouts_enabled=True,
        type=params.get("type", "express"),
    )


def create_transfer(bank: Bank, fields: Json) -> Json:
    """To a connected account, from one charge or from the balance. Source: docs.stripe.com/api/transfers."""
    params = checked(
        TransferCreateParams,
        fields,
        (
            "amount",
            "currency",
            "destination",
            "description",
            "metadata",
            "source_transaction",
            "transfer_group",
        ),
    )
    bank.get("account", params["destination"])
    amount, currency = params.get("amount", 0), params["currency"]
    if amount < 1:
        raise bad_request("Invalid positive integer", code="parameter_invalid_integer", param="amount")
    source = params.get("source_transaction")
    group = params.get("transfer_group")
    if source is not None:
        charge = bank.get("charge", source)
        if not charge["paid"] or charge["currency"] != currency:
            raise bad_request("The charge cannot be the source of this transfer.", param="source_transaction")
        moved = sum(_kept(transfer) for transfer in bank.store.every("transfer", source_transaction=source))
        if moved + amount > charge["amount"]:
            raise bad_request(
                f"Transfers from this charge ({moved} + {amount}) exceed its amount ({charge['amount']}).",
                code="transfer_source_balance_parameters_mismatch",
                param="amount",
            )
        group = group or charge["transfer_group"]
    elif amount > _available(bank).get(currency, 0):
        raise bad_request("You have insufficient available funds.", code="balance_insufficient")
    transfer = bank.new(
        "tr",
        "transfer",
        amount=amount,
        amount_reversed=0,
        currency=currency,
        description=params.get("description"),
        destination=params["destination"],
        metadata=params.get("metadata", {}),
        reversed=False,
        source_transaction=source,
        transfer_group=group,
    )
    bank.announce("transfer.created", transfer)
    return transfer


def reverse_transfer(bank: Bank, number: str, fields: Json) -> Json:
    params = checked(TransferReversalCreateParams, fields, ("amount", "description", "metadata"))
    transfer = bank.get("transfer", number)
    left = _kept(transfer)
    amount = params.get("amount", left)
    if not 1 <= amount <= left:
        raise bad_request(
            f"Reversal amount ({amount}) is greater than unreversed amount on transfer ({left})",
            param="amount",
        )
    reversal = bank.new(
        "trr",
        "transfer_reversal",
        amount=amount,
        currency=transfer["currency"],
        metadata=params.get("metadata", {}),
        transfer=number,
    )
    transfer["amount_reversed"] += amount
    transfer["reversed"] = transfer["amount_reversed"] == transfer["amount"]
    bank.store.put(transfer)
    bank.announce("transfer.reversed", transfer)
    return reversal


def balance(bank: Bank) -> Json:
    """Charges less refunds and transfers; everything is available at once."""
    available = [
        {"amount": amount, "currency": currency, "source_types": {"card": amount}}
        for currency, amount in sorted(_available(bank).items())
    ]
    return {"object": "balance", "available": available, "pending": [], "livemode": False}


def listed(url: str, objects: list[Json], *, limit: str = "10", starting_after: str = "") -> Json:
    """A page of a list as Stripe gives it, the newest first. Source: docs.stripe.com/api/pagination."""
    if not limit.isdecimal() or not 1 <= int(limit) <= 100:
        raise bad_request("A limit is a number from 1 to 100.", code="parameter_invalid", param="limit")
    newest = objects[::-1]
    numbers = [one["id"] for one in newest]
    if starting_after:
        if starting_after not in numbers:
            raise missing(starting_after.partition("_")[0], starting_after)
        newest = newest[numbers.index(starting_after) + 1 :]
    page = newest[: int(limit)]
    return {"object": "list", "url": url, "has_more": len(page) < len(newest), "data": page}


def _charge(bank: Bank, params: Json) -> Json:
    if ("charge" in params) == ("payment_intent" in params):
        raise bad_request("One of the following params should be provided: charge, payment_intent.")
    if "charge" in params:
        charge = bank.get("charge", params["charge"])
    else:
        intent = bank.get("payment_intent", params["payment_intent"])
        if intent["status"] != "succeeded":
            raise bad_request("This PaymentIntent does not have a successful charge to refund.")
        charge = bank.get("charge", intent["latest_charge"])
    if not charge["paid"]:
        raise bad_request(f"Charge {charge['id']} was not paid.", code="charge_not_refundable")
    return charge


def _kept(transfer: Json) -> int:
    return int(transfer["amount"] - transfer["amount_reversed"])


def _available(bank: Bank) -> dict[str, int]:
    sums: dict[str, int] = {}
    for charge in bank.store.every("charge", paid=True):
        left = charge["amount"] - charge["amount_refunded"]
        sums[charge["currency"]] = sums.get(charge["currency"], 0) + left
    for transfer in bank.store.every("transfer"):
        sums[transfer["currency"]] = sums.get(transfer["currency"], 0) - _kept(transfer)
    return sums
