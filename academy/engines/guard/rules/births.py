"""Dates of birth: a date beside words that make it one. Other dates are left alone, for entries are full of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from academy.engines.guard.choices import HitKind
from academy.engines.guard.rules.hits import Hit, hit

_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DATE = re.compile(
    r"(?<![\d/.\-])(?:"
    r"\d{1,2}([/.\-])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2} \d{1,2} \d{4}"
    r"|(?:18|19|20)\d{2}([/.\-])\d{1,2}\2\d{1,2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ \-]{_MONTHS}\.?(?:,?[ \-](?:(?:18|19|20)\d{{2}}|['’]?\d{{2}}(?![\d:])))?"
    rf"|{_MONTHS}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:18|19|20)\d{{2}})?"
    r")(?![\d/\-])(?!\.\d)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:born|d\.o\.b\.?|d ?o ?b|dates?[ -]of[ -]birth|birth[ -]?da(?:y|te)|b\.)(?![a-z])", re.IGNORECASE | re.ASCII
)
_AGE = re.compile(
    r"\b(?:aged:? \d{1,3}|age: ?\d{1,3}|\d{1,3} years old|\d{1,3}[ -]year[ -]old)\b", re.IGNORECASE | re.ASCII
)
_AFTER, _BEFORE, _BESIDE = 60, 40, 4

_LINKS = (
    "on|is|was|of|the|as|in|given|recorded|being|at|his|her|their|my|our|a|an|s|day|date|birth|monday|tuesday|wednesday"
    "|thursday|friday|saturday|sunday|which|falls|who|whose|when|she|he|they|hospital|home|dob|i|e"
)
_LINKED = re.compile(rf"(?:[\s:=?,(\[*\-–—'’\"“”/]|(?:{_LINKS})(?![^\W\d_]))*", re.IGNORECASE)
# A place between “born in” and “on” is named with a capital letter.
_PLACE = re.compile(r"\b(?:in|at) (?:[A-Z][a-z'’]{1,20}[ ,]{1,2}){1,3}")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d{2}(?!\d)")


def births_in(text: str) -> Iterator[Hit]:
    """Dates linked to a word for birth on either side, and full dates that stand right beside an age."""
    dates = list(_DATE.finditer(text))
    if not dates:
        return
    starts, ends = [found.start() for found in dates], [found.end() for found in dates]
    for label in _LABEL.finditer(text):
        after = bisect_left(starts, label.end())
        if after < len(dates) and _is_linked(text[label.end() : starts[after]], within=_AFTER):
            yield hit(HitKind.BIRTH_DATE, text, start=starts[after], end=ends[after])
        before = bisect_left(starts, label.start()) - 1
        if before >= 0 and _is_linked(text[ends[before] : label.start()], within=_BEFORE):
            yield hit(HitKind.BIRTH_DATE, text, start=starts[before], end=ends[before])
    for age in _AGE.finditer(text):
        after = bisect_left(starts, age.end())
        for place in (after, bisect_left(starts, age.start()) - 1):
            if 0 <= place < len(dates) and _is_beside(text, age, dates[place]):
                yield hit(HitKind.BIRTH_DATE, text, start=starts[place], end=ends[place])


def _is_linked(between: str, *, within: int) -> bool:
    return len(between) <= within and bool(_LINKED.fullmatch(_PLACE.sub(" ", between)))


def _is_beside(text: str, age: re.Match[str], day: re.Match[str]) -> bool:
    """“(84, 03/04/1942)”: nothing but marks between, and a year from which somebody of that age is alive."""
    between = text[age.end() : day.start()] if day.start() >= age.end() else text[day.end() : age.start()]
    year = _YEAR.search(day[0])
    if year is None or len(between) > _BESIDE or re.search(r"[^\W_]|\.", between):
        return False
    return 2015 <= int(year[0]) + int(re.sub(r"\D", "", age[0])) <= 2045
