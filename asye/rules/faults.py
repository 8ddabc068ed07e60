"""What a form lacks, found before anything is kept. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """Something a form lacks, beside which question."""

    field: str
    says: str


def too_long(name: str, most: int) -> Fault:
    """That an answer has more characters than are kept."""
    return Fault(name, f"Use at most {most:,} characters.")
