"""What an agreement must say before it is signed, and the words a policy gives it to begin with (D1-20, D1-21)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from asye.choices.enrolments import Role
from asye.rules.numbers import percent_words
from asye.rules.parts_of_policy import Rhythm
from asye.rules.policy import AsyeRules

# The texts of an agreement, as a form and a reader call them, in the order they are agreed.
TEXTS = {
    "background": "Background, and what helps her learn",
    "supervision": "Supervision",
    "workload": "How work is agreed and allocated",
    "protected": "Protected development time",
    "nqsw_does": "What the newly qualified social worker does",
    "assessor_does": "What the assessor does",
    "manager_does": "What the line manager does",
    "coordinator_does": "What the co-ordinator does",
}
# Under which of them stands what a policy says a part answers for; whoever assesses has one text.
DOES = {
    Role.NQSW: "nqsw_does",
    Role.ASSESSOR: "assessor_does",
    Role.PRACTICE_ASSESSOR: "assessor_does",
    Role.MANAGER: "manager_does",
    Role.SUPERVISOR: "manager_does",
    Role.COORDINATOR: "coordinator_does",
}


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """How far an agreement is: the texts by name, the day of the meeting, and what else it rests on."""

    has_needs: bool
    met_on: date | None
    texts: Mapping[str, str]
    has_dates: bool
    has_plan: bool
    vacant: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Missing:
    """One thing that is missing, in a sentence, and where it is mended: needs, words, dates, plan or parts."""

    where: str
    says: str


def missing_for_signing(agreed: Agreed) -> tuple[Missing, ...]:
    """What is still to be done before all sign: needs come first, then the meeting and every promise (D1-20, D1-21)."""
    found: list[Missing] = []
    if not agreed.has_needs:
        found.append(Missing("needs", "Her reflection on what she needs to learn is not handed in; it comes first."))
    if agreed.met_on is None:
        found.append(Missing("words", "The day of the agreement meeting is not entered."))
    found += [
        Missing("words", f"“{title}” is empty.")
        for name, title in TEXTS.items()
        if not agreed.texts.get(name, "").strip()
    ]
    if not agreed.has_dates:
        found.append(Missing("dates", "The dates of the reviews and of the panel are not set."))
    if not agreed.has_plan:
        found.append(Missing("plan", "The first development plan has no goal yet."))
    found += [Missing("parts", f"Nobody is the {role.label} yet, who signs it.") for role in agreed.vacant]
    return tuple(found)


def first_words(rules: AsyeRules) -> dict[str, str]:
    """The texts a policy gives an agreement to begin with; who writes it changes them to what is really agreed."""
    return {
        "supervision": f"{rhythm_in_words(rules.supervision)} Each session is protected and about "
        f"{rules.session_minutes} minutes long; it is reflective and not only about cases."
        if rules.supervision
        else "",
        "protected": f"{percent_words(rules.protected_percent)} of working time, pro rata for part time, beside the "
        "lighter workload.",
        **_duties(rules),
    }


def _duties(rules: AsyeRules) -> dict[str, str]:
    """What the policy says each answers for, by the text it stands under."""
    texts: dict[str, list[str]] = {}
    for role, words in rules.duties.items():
        texts.setdefault(DOES[role], []).append(words)
    return {name: "\n".join(said) for name, said in texts.items()}


def rhythm_in_words(rhythms: Iterable[Rhythm]) -> str:
    """Supervision over the year as a person says it: weekly until the end of week 6, then every 2 weeks …"""
    said = [_stretch(each) for each in rhythms]
    return f"{', then '.join(said).capitalize()}." if said else ""


def agreed_workload(rules: AsyeRules) -> int:
    """The share of a colleague's work the year comes to in the end, in per cent (D1-34)."""
    return max(each.percent for each in rules.workload)


def _stretch(rhythm: Rhythm) -> str:
    often = "weekly" if rhythm.every_weeks == 1 else f"every {rhythm.every_weeks} weeks"
    if rhythm.until_week is not None:
        return f"{often} until the end of week {rhythm.until_week}"
    if rhythm.until_month is not None:
        return f"{often} until the end of month {rhythm.until_month}"
    return often
