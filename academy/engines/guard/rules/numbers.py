"""NHS numbers and National Insurance numbers."""

import re
from collections.abc import Iterator

from academy.engines.guard.choices import HitKind
from academy.engines.guard.rules.hits import Hit, hit

_TEN_FIGURES = re.compile(r"(?<![\d.£$€+])\d{3}([ .\-\u00a0]?)\d{3}\1\d{4}(?!\d)(?![.\-/]\d)", re.ASCII)
# Where it is called so, it may be in any groups.
_CALLED_SO = re.compile(r"\bNHS\b[^\d\n]{0,20}(\d(?:[ .\-\u00a0]?\d){9})(?!\d)", re.ASCII)
# The numbers of books are checked by the same sum: ISBN-10 is NHS's modulus 11.
_BOOK = re.compile(r"\bISBN(?:-1[03])?[\s:=]{0,3}$", re.IGNORECASE)
_BEFORE = 12

# HM Revenue and Customs, NIM39110: no letter is D, F, I, Q, U or V, the second is not O, some pairs are never given.
_INSURANCE = re.compile(
    r"(?<![^\W_])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"[ \-\u00a0]?\d(?:[ \-\u00a0]?\d){5}[ \-\u00a0]?[A-D](?![^\W_])",
    re.IGNORECASE,
)


def nhs_numbers_in(text: str) -> Iterator[Hit]:
    """Ten figures, together or as 3-3-4, whose last one checks the others (NHS data dictionary, modulus 11)."""
    for found in _CALLED_SO.finditer(text):
        if is_nhs_number(_figures(found[1])):
            yield hit(HitKind.NHS_NUMBER, text, start=found.start(1), end=found.end(1))
    for found in _TEN_FIGURES.finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if is_nhs_number(_figures(found[0])) and not _BOOK.search(before):
            yield hit(HitKind.NHS_NUMBER, text, start=found.start(), end=found.end())


def _figures(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def is_nhs_number(figures: str) -> bool:
    """Does the tenth figure check the nine before it? Ten equal figures are nobody's number."""
    if len(set(figures)) == 1:
        return False
    total = sum(int(figure) * weight for figure, weight in zip(figures[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == int(figures[9])


def insurance_numbers_in(text: str) -> Iterator[Hit]:
    """Two letters that are given out, six figures in any of the usual groups, and a letter from A to D."""
    for found in _INSURANCE.finditer(text):
        yield hit(HitKind.INSURANCE_NUMBER, text, start=found.start(), end=found.end())
