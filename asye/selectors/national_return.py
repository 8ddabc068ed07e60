"""What is sent to the national body: each year where the actor runs the programme, one row, dates as ISO days."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from academy.identity.actor import Actor
from asye.choices.enrolments import EnrolmentState, Outcome
from asye.choices.year import ChangeKind, ChangeState, MilestoneKind
from asye.models import Change, Enrolment, Milestone
from asye.selectors.registers import swe_numbers

HEADINGS = (
    "Name",
    "Registration number",
    "Employer",
    "Service",
    "Programme",
    "Qualified",
    "Started",
    "FTE at the start",
    "State",
    "Pauses",
    "Ends",
    "Outcome",
    "Decided",
    "Certificate",
)
# A year that ended stays in the return for as long as it may be asked about again.
KEPT = timedelta(days=365)


def return_rows(actor: Actor) -> list[list[str]]:
    """By start and name: the years that have not ended, and those that ended in the last twelve months. Four queries
    for any number of years."""
    years = _years(actor)
    pks = [year.pk for year in years]
    numbers = swe_numbers({year.person_id for year in years}, on=actor.on)
    ends = dict(
        Milestone.objects.filter(enrolment_id__in=pks, kind=MilestoneKind.END)
        .order_by("pk")
        .values_list("enrolment_id", "due_on")
    )
    pauses = _pauses(pks)
    return [
        [
            year.person.full_name,
            numbers.get(year.person_id, ""),
            year.organisation.name,
            year.policy.get_service_display(),
            year.policy.get_programme_display(),
            _day(year.qualified_on),
            _day(year.starts_on),
            str(year.fte),
            str(EnrolmentState(year.state).label),
            "; ".join(pauses[year.pk]),
            _day(ends.get(year.pk)),
            str(Outcome(year.outcome).label) if year.outcome else "",
            _day(year.decision.decided_on) if hasattr(year, "decision") else "",
            year.certificate.number if hasattr(year, "certificate") else "",
        ]
        for year in years
    ]


def _years(actor: Actor) -> list[Enrolment]:
    lately = Q(ended_at__isnull=True) | Q(ended_at__date__gte=actor.on - KEPT)
    seen = Enrolment.objects.visible_to(actor).filter(
        lately, pk__in=Enrolment.objects.run_by(actor).order_by().values("pk")
    )
    rows = seen.select_related("person", "policy", "organisation", "decision", "certificate")
    return sorted(rows, key=lambda year: (year.starts_on, year.person.full_name, year.pk))


def _pauses(years: Iterable[int]) -> defaultdict[int, list[str]]:
    """Days alone: why somebody was away is nobody's business there."""
    agreed = Change.objects.filter(enrolment_id__in=years, kind=ChangeKind.PAUSE, state=ChangeState.AGREED)
    found: defaultdict[int, list[str]] = defaultdict(list)
    for pk, first, last in agreed.order_by("from_on", "pk").values_list("enrolment_id", "from_on", "until_on"):
        found[pk].append(f"{_day(first)} to {_day(last)}")
    return found


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
