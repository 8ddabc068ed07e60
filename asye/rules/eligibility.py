"""Whether somebody's year can start on a day, what has to be said for it, and whether a grant is paid. Pure.

Eligibility and the grant are two questions: a year can be supported for which nothing is paid (D1-04, D2-02).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from academy.engines.requirements.dates import months_later
from academy.engines.workflow.decisions import Decision
from academy.people.choices import Regulator
from academy.people.rules.decisions import first_refusal, refused
from academy.people.rules.registrations import RegistrationFacts, is_registered_on
from academy.people.rules.spans import in_words
from academy.ui.states import Shape, State
from academy.ui.wording import within
from asye.choices.enrolments import ASSESSING, Role
from asye.rules.clock import Hours, Running
from asye.rules.described import pounds
from asye.rules.documents_seen import listed, seen_among, unseen_among
from asye.rules.parts_of_policy import Grant
from asye.rules.policy import AsyeRules
from asye.rules.timetable import timetable

MOST_AHEAD = timedelta(weeks=52)


class Holds(Enum):
    """How one of the conditions stands."""

    MET = ("Yes", Shape.MET)
    NOTED = ("To be noted", Shape.AGEING)
    REFUSED = ("No", Shape.NOT_YET)

    @property
    def state(self) -> State:
        return State(*self.value)


@dataclass(frozen=True, kw_only=True)
class Start:
    """What is known and said of somebody whose year is to start. `knowledge_current` and `agency_agreement` are what is
    noted where it has to be; `supervised` says whether her line manager is a registered social worker; `documents` are
    codes of what was seen."""

    starts_on: date
    qualified_on: date
    fte: Decimal
    registered: tuple[RegistrationFacts, ...] = ()
    contract_on: date | None = None
    is_agency: bool = False
    knowledge_current: str = ""
    agency_agreement: str = ""
    is_supervised: bool = True
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Condition:
    """One thing that was looked at: how it stands, the sentence that says why, and the answer it is about."""

    holds: Holds
    says: str
    field: str | None = None


@dataclass(frozen=True)
class GrantSaid:
    """Whether a grant is paid, in a sentence; `grant` is there where something can be claimed."""

    says: str
    grant: Grant | None = None


def conditions(start: Start, rules: AsyeRules, *, on: date) -> list[Condition]:
    """Everything that was looked at, each with its sentence: registration, days, time since qualifying, hours, agency,
    supervision. What is refused keeps the year from starting; what is to be noted does not."""
    return [
        _registration(start, on),
        *_days(start, on),
        _time_since(start, rules),
        _hours(start, rules),
        *_agency(start),
        *_supervision(start),
        *_documents(start, rules),
    ]


def can_start(start: Start, rules: AsyeRules, *, on: date) -> Decision:
    """May the year start like this? Refuses with the first condition that does not hold."""
    found = (each for each in conditions(start, rules, on=on) if each.holds is Holds.REFUSED)
    return first_refusal(*(refused(each.says, each.field) for each in found))


def grant_for(start: Start, rules: AsyeRules) -> GrantSaid:
    """What the employer is paid for the year, or why nothing (D1-85, D2-02)."""
    grant = rules.grant_for(start.starts_on)
    if grant is None:
        return GrantSaid(f"No grant is known for years that start on {in_words(start.starts_on)}.")
    last = months_later(start.qualified_on, 12 * grant.within_years)
    if start.starts_on > last:
        return GrantSaid(
            f"No grant {grant.year}: it is paid to those who start within {grant.within_years} years of qualifying, "
            f"here up to {in_words(last)}. The employer can support the year all the same."
        )
    if not grant.parts:
        return GrantSaid(f"The grant {grant.year} is paid by {grant.body}; its amounts are not settled yet.")
    parts = [f"{pounds(amount)} {within(part.label)}" for part, amount in grant.parts.items()]
    closes = f" Completion is claimed by {in_words(grant.closes_on)} at the latest." if grant.closes_on else ""
    return GrantSaid(f"Grant {grant.year}, {grant.body}: {' and '.join(parts)}.{closes}", grant)


def roles_needed(rules: AsyeRules) -> tuple[Role, ...]:
    """The parts that are given when a year begins, by what the policy asks of whom: assessor or practice assessor, line
    manager, co-ordinator; in the order of the roles."""
    asked = {*rules.attends, *rules.agreement_signs, *rules.consents, rules.recommends, Role.MANAGER, Role.COORDINATOR}
    return tuple(role for role in Role if role in asked and role != Role.NQSW)


def can_assess(role: Role, name: str, *, registered: tuple[RegistrationFacts, ...], on: date) -> Decision:
    """May somebody be given a part on that day? Whoever assesses is a registered social worker (D1-11)."""
    if role not in ASSESSING or is_registered_on(on, registered, regulator=Regulator.SWE):
        return first_refusal()
    return refused(
        f"{name} has no live registration with Social Work England entered here on {in_words(on)}, and whoever "
        "assesses needs one. Choose somebody else, or ask human resources to enter it.",
        role.value,
    )


def _registration(start: Start, on: date) -> Condition:
    mine = [each for each in start.registered if each.regulator == Regulator.SWE]
    if is_registered_on(start.starts_on, mine, regulator=Regulator.SWE):
        return Condition(Holds.MET, f"Registered with Social Work England on {in_words(start.starts_on)}.")
    if not mine:
        says = "No registration with Social Work England is entered. Ask human resources to enter it first."
        return Condition(Holds.REFUSED, says, "starts_on")
    first = min(each.span.from_on for each in mine)
    if start.starts_on < first:
        says = f"She is registered from {in_words(first)}. The year starts on that day or a later one."
        return Condition(Holds.REFUSED, says, "starts_on")
    if start.starts_on > on and is_registered_on(on, mine, regulator=Regulator.SWE):
        says = "Her registration is live today and runs out before the start. Note the renewal when it is made."
        return Condition(Holds.NOTED, says, "starts_on")
    says = f"Her registration was not live on {in_words(start.starts_on)}. Ask human resources to enter the renewal."
    return Condition(Holds.REFUSED, says, "starts_on")


def _days(start: Start, on: date) -> Iterator[Condition]:
    if start.contract_on is not None and start.starts_on < start.contract_on:
        says = f"Her contract begins on {in_words(start.contract_on)}. The year starts on that day or a later one."
        yield Condition(Holds.REFUSED, says, "starts_on")
    if start.starts_on > on + MOST_AHEAD:
        yield Condition(Holds.REFUSED, "Enrol her within a year of the start.", "starts_on")


def _time_since(start: Start, rules: AsyeRules) -> Condition:
    said = in_words(start.qualified_on)
    if start.qualified_on > start.starts_on:
        return Condition(Holds.REFUSED, f"She qualified on {said}. The year starts afterwards.", "qualified_on")
    if start.starts_on <= months_later(start.qualified_on, 12 * rules.normal_years):
        return Condition(Holds.MET, f"Qualified on {said}, at most {rules.normal_years} years before the start.")
    is_later = start.starts_on > months_later(start.qualified_on, 12 * rules.noted_years)
    longer = rules.noted_years if is_later else rules.normal_years
    what = "why the year is supported all the same" if is_later else "why her knowledge is current"
    ago = f"Qualified on {said}, more than {longer} years before the start"
    if start.knowledge_current.strip():
        return Condition(Holds.MET, f"{ago}. Noted: {start.knowledge_current.strip().rstrip('.')}.")
    return Condition(Holds.REFUSED, f"{ago}. Note {what}.", "knowledge_current")


def _hours(start: Start, rules: AsyeRules) -> Condition:
    hours = (Hours(start.starts_on, start.fte),)
    running = Running(start.starts_on, rules.weeks, rules.ceiling_years, hours)
    found = timetable(running, rules)
    says = f"At {_share(start.fte)} FTE the year ends on {in_words(found.end_on)}"
    if not found.is_over_ceiling and start.fte >= rules.warn_below_fte:
        return Condition(Holds.MET, f"{says}.")
    return Condition(
        Holds.NOTED,
        f"{says}, and it is to be complete by {in_words(found.ceiling_on)}. Below {_share(rules.warn_below_fte)} FTE "
        "the time does not suffice: agree with her how it will.",
        "fte",
    )


def _agency(start: Start) -> Iterator[Condition]:
    if start.is_agency and start.agency_agreement.strip():
        yield Condition(Holds.MET, "An agency employs her, and who gives support and assessment is written down.")
    elif start.is_agency:
        says = "Write who gives support and assessment: the agency, or you where she works."
        yield Condition(Holds.REFUSED, says, "agency_agreement")


def _supervision(start: Start) -> Iterator[Condition]:
    if not start.is_supervised:
        says = (
            "Her line manager is not entered as a registered social worker. Name a professional supervisor as well: a "
            "newly qualified social worker is supervised by a qualified one."
        )
        yield Condition(Holds.NOTED, says, Role.SUPERVISOR.value)


def _documents(start: Start, rules: AsyeRules) -> Iterator[Condition]:
    """They are asked for before an appointment (D1-06); the year begins without them, and the record says so."""
    seen, unseen = seen_among(rules, start.documents), unseen_among(rules, start.documents)
    if unseen:
        says = f"Not seen yet: {listed(unseen)}. Note it on her record once it is there."
        yield Condition(Holds.NOTED, says, "documents")
    elif seen:
        yield Condition(Holds.MET, f"Seen: {listed(seen)}.")


def _share(fte: Decimal) -> str:
    return f"{fte:.2f}".rstrip("0").rstrip(".")
