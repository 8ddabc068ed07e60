"""Where somebody lives or is written to: postcodes and e-mail addresses."""

import re
from collections.abc import Iterator

from academy.engines.guard.choices import HitKind
from academy.engines.guard.rules.hits import Hit, hit

_AREAS = """
AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL
GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX
PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR
WS WV YO ZE
"""
AREAS = frozenset(_AREAS.split())
# A9, A99, AA9, AA99, A9A and AA9A with the letters Royal Mail gives in each place; then a figure and two letters.
_POSTCODE = re.compile(
    r"(?<![^\W_])(?<![-@./][A-Z])([A-PR-UWYZ][A-HK-Y]?)(?:\d{1,2}|\d[ABCDEFGHJKMNPRSTUVWXY])"
    r"([ \u00a0]{0,2}|-)(\d[ABD-HJLNP-UW-Z]{2})(?![^\W_])",
    re.IGNORECASE | re.ASCII,
)
_ORDINALS = frozenset({"1st", "2nd", "3rd"} | {f"{figure}th" for figure in range(10)})

_SIGNS_BEFORE_AT = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_`{|}~-")
_LONGEST_LOCAL = 64
_DOMAIN = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}", re.IGNORECASE)


def postcodes_in(text: str) -> Iterator[Hit]:
    """Whole postcodes of areas that exist, with or without their space. A district alone (BS1) is nobody's address."""
    for found in _POSTCODE.finditer(text):
        if found[1].upper() not in AREAS or (found[2] and found[3] in _ORDINALS):
            continue
        yield hit(HitKind.POSTCODE, text, start=found.start(), end=found.end())


def emails_in(text: str) -> Iterator[Hit]:
    """Addresses around each @, at most 64 signs before it (RFC 5321)."""
    at = text.find("@")
    while at != -1:
        start = _start_of_local(text, at)
        domain = _DOMAIN.match(text, at + 1)
        if start < at and domain:
            end = at + 1 + len(domain[0].rstrip(".-"))
            yield hit(HitKind.EMAIL, text, start=start, end=end)
        at = text.find("@", at + 1)


def _start_of_local(text: str, at: int) -> int:
    start = at
    while start > max(0, at - _LONGEST_LOCAL) and text[start - 1] in _SIGNS_BEFORE_AT:
        start -= 1
    while start < at and text[start] in ".'/":
        start += 1
    return start
