"""When an observation can be planned and can have been, and what is said of who observes. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.rules.spans import in_words
from portfolios.choices.evidence import Observer, Setting

# Asking is possible for a visit that has been, and as far ahead as anybody plans.
FARTHEST = timedelta(days=366)
# Awards that make a stage 2 practice educator, by the codes they have here.
STAGE_TWO = ("peps-2", "practice-education-2")


def can_be_planned(day: date, *, on: date) -> Decision:
    """A day within a year of today, ahead or past: an observation may be asked for after it was."""
    if abs(day - on) > FARTHEST:
        return refused("Choose a day within a year of today.")
    return ALLOWED


def can_have_been(day: date, *, on: date) -> Decision:
    """Today or a day of the last year."""
    if day > on:
        return refused("This day is still to come. Write the day on which you observed.")
    return can_be_planned(day, on=on)


def is_not_her_manager(name: str, *, whose: str, day: date) -> str:
    """Why an observation cannot count as the line manager's (S2-76); `whose` as "your" or "Amara’s"."""
    return f"{name} is not {whose} line manager on {in_words(day)}, nor stands in for them."


def called(title: str, setting: str) -> str:
    """What a piece is called: its own title, else where practice was observed."""
    return title.strip() or str(Setting(setting).label)


def called_in_full(title: str, setting: str) -> str:
    """What is observed, with the title where it says more."""
    words = str(Setting(setting).label)
    return words if title == words else f"{words}: {title}"


def doubts(name: str, *, setting: str, relation: str, is_registered: bool, is_stage_two: bool) -> tuple[str, ...]:
    """What the portal does not know of an observer where it matters. It blocks nothing: the register may know better.

    A social worker who observes is to be registered (D1-48); supervision of a student is to be observed by a stage 2
    practice educator (S2-157).
    """
    found = []
    if relation in REGISTERED and not is_registered:
        found.append(f"No live registration of {name} as a social worker is known here.")
    if (setting, relation) == (Setting.STUDENT, Observer.PRACTICE_EDUCATOR) and not is_stage_two:
        found.append(f"No stage 2 award of {name} as a practice educator is known here.")
    return tuple(found)


REGISTERED = (Observer.SOCIAL_WORKER, Observer.ASSESSOR)


def known_of(work: str, *, is_manager: bool, is_registered: bool, is_stage_two: bool) -> str:
    """The line below a colleague's name where an observer is chosen."""
    said: Iterable[str] = (
        work,
        "line manager" if is_manager else "",
        "registered social worker" if is_registered else "no live social work registration known here",
        "stage 2 practice educator" if is_stage_two else "",
    )
    return ", ".join(part for part in said if part)
