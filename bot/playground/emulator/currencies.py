"""Currencies that Telegram takes payments in, and how an amount is written."""

STARS = "XTR"
_LISTED = """
AED AFN ALL AMD ARS AUD AZN BAM BDT BGN BHD BND BOB BRL BYN CAD CHF CLP CNY COP CRC CZK DKK DOP DZD EGP
ETB EUR GBP GEL GHS GTQ HKD HNL HRK HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KRW KZT LBP LKR MAD
MDL MMK MNT MOP MUR MVR MXN MYR MZN NGN NIO NOK NPR NZD PAB PEN PHP PKR PLN PYG QAR RON RSD RUB SAR SEK
SGD SYP THB TJS TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND YER ZAR
"""
CURRENCIES = frozenset([*_LISTED.split(), STARS])
_DIGITS = {
    **dict.fromkeys(("CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "TND"), 3),
}


def shown_amount(amount: int, currency: str) -> str:
    """An amount in minor units: `6.40 EUR`, `640 JPY`, `12 ⭐`."""
    if currency == STARS:
        return f"{amount} ⭐"
    digits = _DIGITS.get(currency, 2)
    whole, part = divmod(amount, 10**digits)
    return f"{whole}.{part:0{digits}d} {currency}" if digits else f"{whole} {currency}"
