"""The offer in words: how somebody takes part, what it takes, and how long having done it counts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from academy.training.choices import LIBRARY_KINDS, Accreditation, Outcome, Promise

# What each stage of the promise means for somebody who looks for learning (S0-10).
PROMISES = {
    Promise.BEGIN: "The ground everybody stands on, and the first months in a job",
    Promise.FLOURISH: "Growing in the job",
    Promise.EXCEL: "Specialising, teaching and leading",
}
IN_FOCUS = "In focus now"
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True)
class Way:
    """How somebody takes part: on the next day it is held, or else in the words of `words`."""

    next_on: date | None = None
    more: int = 0
    words: str = ""


def way_of(*, days: list[date], is_external: bool, kind: str, platform: str) -> Way:
    """How somebody takes part in a course whose coming events begin on `days`, soonest first."""
    if days:
        return Way(next_on=days[0], more=len(days) - 1)
    if is_external:
        return Way(words="Ask for it")
    if platform:
        return Way(words=f"Any time on {platform}")
    return Way(words="Any time" if kind in LIBRARY_KINDS else "No date yet")


def days_words(days: Decimal | None) -> str:
    """The length of a course: half a day, 1 day, 2.5 days; nothing where nobody says."""
    if days is None:
        return ""
    if days == Decimal("0.5"):
        return "Half a day"
    return f"{days.normalize():f} {'day' if days == 1 else 'days'}"


def validity_words(months: int | None) -> str:
    """How long having done it counts: for good, for 1 year, for 18 months."""
    if months is None:
        return "For good"
    if months % MONTHS_OF_A_YEAR:
        return f"For {months} {'month' if months == 1 else 'months'}"
    years = months // MONTHS_OF_A_YEAR
    return f"For {years} {'year' if years == 1 else 'years'}"


def outcome_words(outcome: str) -> str:
    """What somebody has who finished."""
    return "An award" if outcome == Outcome.AWARD else "A completion in your record"


def accreditation_words(standing: str, by: str) -> str:
    """How a course stands with whoever accredits it; nothing where nobody was asked."""
    if standing == Accreditation.NONE:
        return ""
    return f"{Accreditation(standing).label}{f' by {by}' if by else ''}"


def credit_words(credits: int | None, level: int | None) -> str:
    """Academic credit: 30 credits at level 7, or only the one that is known."""
    of_level = f"level {level}" if level else ""
    if not credits:
        return of_level.capitalize()
    return f"{credits} credits at {of_level}" if of_level else f"{credits} credits"
