"""Telephone numbers as people in the United Kingdom write them."""

import re
from collections.abc import Iterator

from academy.engines.guard.choices import HitKind
from academy.engines.guard.rules.hits import Hit, hit

# Ofcom's National Telephone Numbering Plan: 01 and 02 are places, 07 mobiles. 03, 08 and 09 are organisations' and
# services', never a person's; they are left alone, as 999, 101 and 111 are.
_NATIONAL = re.compile(
    r"(?<![\w£$€+/])(?<!\d[.\-])\(?0"
    r"(?:(?:1[1-9]|2[03489])(?:[ .\-\u00a0)]{0,2}\d){7,8}|7 ?[1-9](?:[ .\-\u00a0]{0,2}\d){8})(?!\d)(?!/\d)",
    re.ASCII,
)
_FROM_ABROAD = re.compile(r"(?<![\w£$€])(?:\+|00(?=44))[1-9](?:[ .\-()\u00a0]{0,2}\d){8,14}(?!\d)", re.ASCII)
# A number without its area code is one only where it is called so.
_LOCAL = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|landline)\b\.?(?: (?:no|number)\b)?[.:]{0,2}[ \u00a0]{0,2}(?:is |was )?"
    r"(\d(?:[ \-]?\d){5,7})(?![\d/])(?![ \-.]\d)",
    re.IGNORECASE | re.ASCII,
)


def telephones_in(text: str) -> Iterator[Hit]:
    """Numbers with their area code, mobiles, numbers from abroad, and what is called a telephone number."""
    for pattern, group in ((_NATIONAL, 0), (_FROM_ABROAD, 0), (_LOCAL, 1)):
        for found in pattern.finditer(text):
            yield hit(HitKind.TELEPHONE, text, start=found.start(group), end=found.end(group))
