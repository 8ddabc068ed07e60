"""What a request must say before it can be submitted, and its parts in words (S0-64, S0-66, S2-91, S2-113)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from academy.people.rules.decisions import FieldDecision, refused
from academy.training.choices import MOST_TEXT, AgreedIn, AwardType, CostKind, Support
from academy.ui.wording import beginning


@dataclass(frozen=True, kw_only=True)
class Words:
    """What somebody asks for, in her own words. Costs are pounds by kind, `days` working days away.

    `course_id` is the course of the offer it is, where it is one; `goal_id` and `supervision_id` what it came from.
    """

    title: str = ""
    course_id: int | None = None
    provider: str = ""
    award_type: str = AwardType.NONE
    need: str = ""
    role_relevance: str = ""
    benefit: str = ""
    support: tuple[str, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    days: Decimal | None = None
    agreed_in: str = AgreedIn.NOT_YET
    agreed_on: date | None = None
    goal_id: int | None = None
    supervision_id: int | None = None
    costs: dict[str, Decimal] = field(default_factory=dict)

    @property
    def cost(self) -> Decimal:
        """All lines together."""
        return sum(self.costs.values(), Decimal(0))


def faults(words: Words, *, on: date) -> list[FieldDecision]:
    """What is wrong even with a draft. `on` is the day it is written."""
    found = []
    if not words.title.strip():
        found.append(refused("Say what you ask for.", "title"))
    if words.starts_on and words.ends_on and words.ends_on < words.starts_on:
        found.append(refused("The last day cannot be before the first.", "ends_on"))
    if words.agreed_on and words.agreed_on > on:
        found.append(refused("Write the day you talked it over, not one to come.", "agreed_on"))
    long = (name for name in ("need", "role_relevance", "benefit") if len(getattr(words, name)) > MOST_TEXT)
    found.extend(refused(f"Use at most {MOST_TEXT:,} characters.", name) for name in long)
    return found


def missing_for_submission(words: Words, *, on: date) -> list[FieldDecision]:
    """What a request outside the offer still has to say: both grounds of a decision, provider, dates and days.

    Refuses a first day that has passed: what has been is no longer asked for.
    """
    found = [
        *_unsaid(words, provider="Say who provides it.", need="Say which need it meets."),
        *_unsaid(words, role_relevance="Say how it serves your job.", benefit="Say what your service gains from it."),
    ]
    if words.starts_on is None:
        found.append(refused("Write the first day.", "starts_on"))
    elif words.starts_on < on:
        found.append(refused("It has begun already. Ask before the first day.", "starts_on"))
    if words.days is None:
        found.append(refused("Write how many working days you would be away; 0 if none.", "days"))
    if words.agreed_in != AgreedIn.NOT_YET and words.agreed_on is None:
        found.append(refused("Write the day you talked it over.", "agreed_on"))
    return found


def _unsaid(words: Words, **sentences: str) -> Iterable[FieldDecision]:
    return (refused(said, name) for name, said in sentences.items() if not getattr(words, name).strip())


def cost_words(costs: Iterable[tuple[str, Decimal]]) -> str:
    """The lines of a cost: "Fee £1,350.00, books and materials £100.00"."""
    lines = [f"{CostKind(kind).label.lower()} £{pounds:,.2f}" for kind, pounds in costs]
    joined = ", ".join(lines)
    return beginning(joined)


def support_words(support: Iterable[str]) -> str:
    """The kinds of support asked for, in one line."""
    joined = ", ".join(Support(code).label.lower() for code in support)
    return beginning(joined)
