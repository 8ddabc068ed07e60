"""How years are grouped in the equality report by what the record holds: hours, time since qualifying, route, grade."""

from collections.abc import Mapping, Sequence

from academy.people.choices.leaving import QualifyingRoute
from academy.people.models import QualifyingSupport
from academy.people.rules.compared import Grouping
from academy.people.selectors.began import began_with, by_grade
from asye.choices.year import ChangeKind, ChangeState, MilestoneKind
from asye.models import Change, Enrolment, Milestone
from asye.rules.equality import HOURS, QUALIFIED, Year, hours, qualified

NO_ROUTE = "Without an employer's support, or not noted"


def groupings(years: Sequence[Enrolment], known: Mapping[int, Year]) -> list[Grouping]:
    """Every way, for these years. Two queries."""
    return [
        Grouping("Hours at the start", HOURS, [hours(known[each.pk]) for each in years]),
        Grouping("Qualified before the start", QUALIFIED, [qualified(known[each.pk]) for each in years]),
        _routes(years),
        _grades(years),
    ]


def counted(years: Sequence[Enrolment]) -> dict[int, Year]:
    """By the id of the year: what is counted of it. Two queries."""
    pks = [each.pk for each in years]
    ends = dict(
        Milestone.objects.filter(enrolment_id__in=pks, kind=MilestoneKind.END)
        .order_by("pk")
        .values_list("enrolment_id", "due_on")
    )
    changed: dict[str, set[int]] = {}
    agreed = Change.objects.filter(enrolment_id__in=pks, state=ChangeState.AGREED)
    for kind, pk in agreed.order_by().values_list("kind", "enrolment_id"):
        changed.setdefault(kind, set()).add(pk)
    return {
        each.pk: Year(
            state=each.state,
            outcome=each.outcome,
            starts_on=each.starts_on,
            qualified_on=each.qualified_on,
            fte=each.fte,
            ends_on=ends.get(each.pk),
            is_extended=each.pk in changed.get(ChangeKind.EXTENSION, ()),
            is_paused=each.pk in changed.get(ChangeKind.PAUSE, ()),
        )
        for each in years
    }


def _routes(years: Sequence[Enrolment]) -> Grouping:
    """How an employer helped her to qualify, as far as the portal knows."""
    people = {each.person_id for each in years}
    helped = QualifyingSupport.objects.filter(person_id__in=people, qualified_on__isnull=False)
    rows = dict(helped.order_by("qualified_on", "pk").values_list("person_id", "route"))
    words = [*(str(each.label) for each in QualifyingRoute), NO_ROUTE]
    codes = [*QualifyingRoute.values, ""]
    return Grouping("Route to qualifying", words, [codes.index(rows.get(each.person_id, "")) for each in years])


def _grades(years: Sequence[Enrolment]) -> Grouping:
    """The grade she held with that employer on the first day of the year."""
    days = {each.person_id: each.starts_on for each in years}
    began = began_with(days, organisations={each.organisation_id for each in years})
    return by_grade([each.person_id for each in years], began)
