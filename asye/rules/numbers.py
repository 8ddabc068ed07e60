"""Numbers as they are read: without the noughts a field keeps. Pure."""

from decimal import Decimal


def in_number(number: Decimal) -> str:
    """10, 7.5, 0.6."""
    return f"{number.normalize():f}"


def percent_words(share: Decimal) -> str:
    """A share as it is read: 10%, 7.5%."""
    return f"{in_number(share)}%"
