"""Which terms of coaching hold for an organisation on a day, and what they say."""

from dataclasses import dataclass
from datetime import date

from academy.development.models import CoachingTerms, CoachMatch


@dataclass(frozen=True)
class Part:
    """One part of the terms under its heading."""

    heading: str
    words: tuple[str, ...]


def terms_for(organisation_id: int, on: date) -> CoachingTerms | None:
    """The organisation's own terms in force, else those for all; the newest where two hold. None where nothing was
    loaded. One query."""
    found: CoachingTerms | None = CoachingTerms.objects.holding_for(organisation_id, on=on).first()
    return found


def terms_of(match: CoachMatch, on: date) -> CoachingTerms | None:
    """The terms the match was signed under, else those it would be signed under today."""
    return match.terms if match.terms_id else terms_for(match.organisation_id, on)


def parts_of(terms: CoachingTerms) -> list[Part]:
    """What the terms say, part by part."""
    return [Part(each["heading"], tuple(each["words"])) for each in terms.content["parts"]]
