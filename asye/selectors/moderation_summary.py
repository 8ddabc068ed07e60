"""What the records of a half-year hold for the summary of moderation (D1-66): numbers, never a name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from academy.identity.actor import Actor
from academy.people.choices import ServiceKind
from academy.people.querysets import holds_on
from academy.people.selectors.monitoring import LEAST
from asye.choices.enrolments import ASSESSING, EnrolmentState, Programme
from asye.choices.final import Checked
from asye.choices.year import ChangeKind, ChangeState, MilestoneKind
from asye.models import Change, Concern, EmployerDecision, Enrolment, Milestone, Moderation, Part
from asye.rules.moderation_summary import Block, Case, Half, Period, halves, outside, summary
from asye.rules.policy import AsyeRules
from asye.selectors.promises import promises_of, rules_by_policy


@dataclass(frozen=True)
class Summary:
    """A half-year of one programme and service."""

    half: Half
    programme: str
    service: str
    blocks: Sequence[Block]

    @property
    def words(self) -> str:
        return f"{Programme(self.programme).label}, {ServiceKind(self.service).label.lower()}, {self.half.words}"

    @property
    def for_others(self) -> list[Block]:
        """As it may go outside the academy."""
        return outside(self.blocks, least=LEAST)


def programmes_run(actor: Actor, *, within: int | None = None) -> list[tuple[str, str]]:
    """Programme and service of the years the actor runs, each once; `within` one organisation, by its id. One query."""
    rows = _run(actor, within=within).order_by("policy__programme", "policy__service")
    return list(rows.values_list("policy__programme", "policy__service").distinct())


def halves_of(actor: Actor) -> list[Half]:
    """Half-years since the first of these years began, the latest first. One query."""
    first = _run(actor).order_by("starts_on", "pk").values_list("starts_on", flat=True).first()
    return halves(min(first or actor.on, actor.on), on=actor.on)


def summary_of(half: Half, programme: str, service: str, *, actor: Actor, within: int | None = None) -> Summary:
    """The lines of a half-year, of the years the actor runs; `within` one organisation, by its id. A constant number of
    queries."""
    years = _run(actor, within=within).filter(policy__programme=programme, policy__service=service)
    rows = Moderation.objects.filter(recommendation__enrolment__in=years.order_by().values("pk"))
    rows = rows.filter(moderated_on__gte=half.first, moderated_on__lte=half.last).select_related("recommendation")
    moderations = list(rows.order_by("pk"))
    moderated = list(
        years.filter(pk__in={each.recommendation.enrolment_id for each in moderations}).select_related("policy")
    )
    on = min(half.last, actor.on)
    period = Period(
        cases=_cases(moderations),
        kept=_kept(moderated, on=on),
        assessed=_assessed(moderated, on=on),
        **_happened(years, half),
    )
    return Summary(half, programme, service, summary(period, _titles(rules_by_policy(moderated).values())))


def _run(actor: Actor, *, within: int | None = None) -> QuerySet[Enrolment]:
    seen = Enrolment.objects.visible_to(actor)
    rows = seen.filter(pk__in=Enrolment.objects.run_by(actor).order_by().values("pk"))
    return rows if within is None else rows.filter(organisation_id=within)


def _cases(moderations: Sequence[Moderation]) -> list[Case]:
    years = {each.recommendation.enrolment_id for each in moderations}
    days = Milestone.objects.filter(enrolment_id__in=years, kind=MilestoneKind.PANEL).order_by("pk")
    panel = dict(days.values_list("enrolment_id", "due_on"))
    return [
        Case(
            outcome=each.recommendation.outcome,
            result=each.result,
            checks=each.checks,
            tests=each.tests,
            recommended_on=timezone.localdate(each.recommendation.recommended_at),
            moderated_on=each.moderated_on,
            panel_on=panel.get(each.recommendation.enrolment_id),
        )
        for each in moderations
    ]


def _happened(years: QuerySet[Enrolment], half: Half) -> dict[str, Any]:
    """What else happened to any of these years in the half-year. Four queries."""
    theirs = {"enrolment__in": years.order_by().values("pk")}
    decided = EmployerDecision.objects.filter(**theirs, decided_on__gte=half.first, decided_on__lte=half.last)
    agreed = Change.objects.filter(**theirs, **_in("settled_at", half), state=ChangeState.AGREED)
    changes = list(agreed.order_by("pk").values_list("kind", "reason"))
    withdrawn = years.filter(**_in("ended_at", half), state=EnrolmentState.WITHDRAWN)
    return {
        "decided": list(decided.order_by("pk").values_list("outcome", flat=True)),
        "pauses": [reason for kind, reason in changes if kind == ChangeKind.PAUSE],
        "extensions": sum(kind == ChangeKind.EXTENSION for kind, _ in changes),
        "concerns": Concern.objects.filter(**theirs, **_in("raised_at", half)).count(),
        "withdrawn": withdrawn.count(),
    }


def _in(name: str, half: Half) -> dict[str, date]:
    return {f"{name}__date__gte": half.first, f"{name}__date__lte": half.last}


def _kept(years: Sequence[Enrolment], *, on: date) -> dict[str, tuple[int, int]]:
    """The three promises over these years, up to a day."""
    found = promises_of(years, on=on).values()
    said = sum(len(each.answered) for each in found)
    return {
        str(Checked.SUPERVISION.label): (sum(len(each.held) for each in found), sum(len(each.due) for each in found)),
        str(Checked.WORKLOAD.label): (said - sum(len(each.over) for each in found), said),
        str(Checked.PROTECTED.label): (sum(len(each.kept) for each in found), said),
    }


def _assessed(years: Sequence[Enrolment], *, on: date) -> list[int]:
    """How many of these years each assessor had on the day. One query."""
    parts = Part.objects.filter(holds_on(on), enrolment_id__in=[each.pk for each in years], role__in=ASSESSING)
    return sorted(Counter(parts.order_by().values_list("person_id", flat=True)).values())


def _titles(policies: Iterable[AsyeRules]) -> dict[str, str]:
    """The checks of the panel's list by their codes, as these editions have them."""
    rules = list(policies)
    return {
        Checked.AGREEMENT.value: str(Checked.AGREEMENT.label),
        **{point.code: point.title for each in rules for point in each.reviews},
        **{each.value: str(each.label) for each in (Checked.REPORT, Checked.SUPERVISION, Checked.WORKLOAD)},
        Checked.PROTECTED.value: str(Checked.PROTECTED.label),
        **{f"{Checked.EVIDENCE}-{line.code}": line.title for each in rules for line in each.evidence},
        f"{Checked.PLANS}-all": str(Checked.PLANS.label),
        Checked.PORTFOLIO.value: str(Checked.PORTFOLIO.label),
    }
