"""How a part in a year changes hands, and what about the parts needs attention. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from academy.people.rules.spans import in_words
from asye.choices.enrolments import ASSESSING, Role

DAY = timedelta(days=1)
MOST_AHEAD = timedelta(weeks=13)


@dataclass(frozen=True, kw_only=True)
class Holding:
    """Somebody's part as it is today: whether she still belongs to the employer, and whether she is registered."""

    role: Role
    person_id: int
    name: str
    belongs: bool = True
    is_registered: bool = True


def can_hand_over(*, before: tuple[int, date, str] | None, to: int, from_on: date, because: str, on: date) -> Decision:
    """May the part go to somebody from that day? `before` is who has it now: id, since when, name.

    Refuses who has it already, a day on which the one before has only just begun, one far ahead, and no reason.
    """
    if from_on > on + MOST_AHEAD:
        return refused("Choose a day within the next three months.", "from_on")
    if before is None:
        return ALLOWED
    person_id, since, name = before
    if person_id == to:
        return refused(f"{name} has this part already. Choose somebody else.", "person")
    if from_on <= since:
        return refused(f"{name} has had it since {in_words(since)}. Choose a later first day.", "from_on")
    if not because.strip():
        return refused("Say why it changes hands. It is shown at the next review.", "because")
    return ALLOWED


def remarks(holdings: Collection[Holding]) -> list[str]:
    """What is allowed but good to know: one person in two parts that look at each other's work."""
    parts: dict[int, list[Holding]] = {}
    for each in holdings:
        parts.setdefault(each.person_id, []).append(each)
    return [
        f"{held[0].name} is {' and '.join(each.role.label for each in held)}: a second pair of eyes is missing where "
        "dates and promises are looked at."
        for held in parts.values()
        if Role.COORDINATOR in {each.role for each in held} and {each.role for each in held} & set(ASSESSING)
    ]


def attention(
    holdings: Collection[Holding], *, needed: Collection[Role], line_manager: int | None
) -> Mapping[Role, str]:
    """For each part that needs somebody else: why, in a sentence. `needed` are the parts the policy asks for."""
    held = {each.role: each for each in holdings}
    found: dict[Role, str] = {role: f"Nobody is the {role.label}." for role in needed if role not in held}
    for role, each in held.items():
        if not each.belongs:
            found[role] = f"{each.name}, the {role.label}, does not work here any more."
        elif role in ASSESSING and not each.is_registered:
            found[role] = f"{each.name}, the {role.label}, has no live registration and cannot sign."
    manager = held.get(Role.MANAGER)
    if manager is not None and line_manager not in (None, manager.person_id):
        found[Role.MANAGER] = f"{manager.name} is not her line manager any more."
    if manager is not None and not manager.is_registered and Role.SUPERVISOR not in held:
        found[Role.SUPERVISOR] = "Her line manager is no registered social worker, and nobody else supervises her."
    return found
