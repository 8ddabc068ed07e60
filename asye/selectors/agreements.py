"""The support and assessment agreement as a page shows it, a signature fixes it, and what it still lacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from academy.development.selectors.entries import Wanted, own_entries
from academy.development.selectors.reading import Written, read_version
from academy.identity.actor import Actor
from asye.choices.enrolments import Role
from asye.choices.year import AgreementState, MilestoneKind
from asye.models import Agreement, Enrolment, Milestone, PlanGoal
from asye.rules.agreements import TEXTS, Agreed, Missing, missing_for_signing
from asye.rules.policy import AsyeRules
from asye.rules.signing import fingerprint
from asye.selectors.agreed_facts import Facts, agreed_facts
from asye.selectors.policies import rules_of
from asye.selectors.signing import Names, could_sign, holders, names_under

# What the use of her needs reflection is called among the uses of a version, and how many entries are offered for it.
NEEDS = "asye.needs"
MOST_OFFERED = 30
FIGURES = ("session_minutes", "workload_percent", "protected_percent")


@dataclass(frozen=True)
class AgreementPage:
    """All a page of an agreement shows. `sha256` is the fingerprint of what stands now, which is what is signed."""

    agreement: Agreement
    facts: Facts
    needs: Written | None
    texts: tuple[tuple[str, str], ...]
    dates: tuple[Milestone, ...]
    goals: tuple[PlanGoal, ...]
    names: Names
    missing: tuple[Missing, ...]
    sha256: str

    @property
    def is_moved(self) -> bool:
        """Was one of its dates moved?"""
        return any(each.moved_because for each in self.dates)

    @property
    def is_draft(self) -> bool:
        return self.agreement.state == AgreementState.DRAFT

    @property
    def is_signing(self) -> bool:
        return self.agreement.state == AgreementState.SIGNING


def agreement_page(agreement: Agreement, *, on: date) -> AgreementPage:
    """The agreement as it stands on the day; a constant number of queries. It is loaded with enrolment and needs."""
    enrolment = agreement.enrolment
    rules = rules_of(enrolment.policy)
    dates, goals = _dates(enrolment), _goals(enrolment, rules)
    day = timezone.localdate(agreement.signed_at) if agreement.signed_at else on
    held = holders(enrolment, day)
    return AgreementPage(
        agreement=agreement,
        facts=agreed_facts(agreement, held, on=day),
        needs=read_version(agreement.needs) if agreement.needs else None,
        texts=tuple((title, getattr(agreement, name)) for name, title in TEXTS.items()),
        dates=dates,
        goals=goals,
        names=names_under(agreement, rules.agreement_signs, enrolment=enrolment, on=on),
        missing=_missing(agreement, dates, goals, rules=rules, held=held),
        sha256=fingerprint(_content(agreement, dates, goals)),
    )


def can_sign(actor: Actor, agreement: Agreement) -> bool:
    """Does the agreement wait for a signature of the actor's?"""
    if agreement.state != AgreementState.SIGNING:
        return False
    rules = rules_of(agreement.enrolment.policy)
    return bool(could_sign(actor, agreement, rules.agreement_signs, enrolment=agreement.enrolment))


def present_agreement(enrolment: Enrolment) -> Agreement | None:
    """The agreement that is written or signed last; the newest number. One query."""
    found = enrolment.agreements.select_related("enrolment__person", "enrolment__policy", "needs")
    return found.order_by("-number").first()


def entries_for_needs(actor: Actor) -> list[Any]:
    """Her newest kept entries, of which one tells what she needs to learn. One query."""
    return list(own_entries(actor, Wanted()).order_by("-started_on", "-pk")[:MOST_OFFERED])


def _dates(enrolment: Enrolment) -> tuple[Milestone, ...]:
    kinds = (MilestoneKind.AGREEMENT, MilestoneKind.OBSERVATION)
    return tuple(enrolment.milestones.exclude(kind__in=kinds).order_by("due_on", "pk"))


def _goals(enrolment: Enrolment, rules: AsyeRules) -> tuple[PlanGoal, ...]:
    stages = [each.code for each in rules.plans if each.made_with == "agreement"]
    return tuple(PlanGoal.objects.filter(plan__enrolment=enrolment, plan__stage__in=stages).order_by("by_on", "pk"))


def _missing(
    agreement: Agreement, dates: Iterable[Milestone], goals: Iterable[PlanGoal], *, rules: AsyeRules, held: Any
) -> tuple[Missing, ...]:
    asks_plan = any(each.made_with == "agreement" for each in rules.plans)
    agreed = Agreed(
        has_needs=agreement.needs_id is not None,
        met_on=agreement.met_on,
        texts={name: getattr(agreement, name) for name in TEXTS},
        has_dates=bool(tuple(dates)) or not rules.reviews,
        has_plan=bool(tuple(goals)) or not asks_plan,
        vacant=tuple(role for role in rules.agreement_signs if role not in held and role != Role.NQSW),
    )
    return missing_for_signing(agreed)


def _content(agreement: Agreement, dates: Iterable[Milestone], goals: Iterable[PlanGoal]) -> dict[str, Any]:
    """What is signed: needs, promises, dates and goals. A date that moves later has its own record and its own consent,
    so the signature is over the days as they stood at signing: they count as long as it is being signed."""
    return {
        "number": agreement.number,
        "needs": agreement.needs.sha256 if agreement.needs else "",
        "met_on": agreement.met_on,
        "others": agreement.others_present,
        "texts": {name: getattr(agreement, name) for name in TEXTS},
        "figures": {name: str(getattr(agreement, name)) for name in FIGURES},
        "dates": [[each.code, each.due_on.isoformat()] for each in dates],
        "goals": [[each.need, each.how, each.support, each.by_on.isoformat()] for each in goals],
    }
