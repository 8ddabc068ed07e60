"""Who can be given cases of a panel to review, with what each has already; and which cases want reviewers."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from academy.identity.models import Person
from academy.people.selectors.whereabouts import reaches_on
from panels.choices.cases import CaseKind, CaseState
from panels.choices.judging import STANDING, TO_DO, AssignmentState
from panels.choices.panels import MemberSort, Seat
from panels.models import Assignment, Case, Member
from panels.querysets.cases import CaseQuerySet
from panels.rules.assigning import BOTH_SERVICES, Reviewer, Wanted
from panels.rules.policy import PanelRules
from panels.rules.ties import people_not_judging
from panels.selectors.benches import judged, ties_kept
from panels.selectors.fresh import used_among
from panels.selectors.policies import rules_of


@dataclass(frozen=True)
class Bench:
    """Those who judge on a panel on a day: as the rules read them, and who they are. `chairs` are asked by hand only:
    who chairs compares what others wrote."""

    reviewers: dict[int, Reviewer]
    people: dict[int, Person]
    chairs: frozenset[int]

    @property
    def proposed(self) -> list[Reviewer]:
        return [each for pk, each in self.reviewers.items() if pk not in self.chairs]


def bench_of(
    panel_id: int | None, *, sitting_id: int | None, rules: PanelRules, on: date, among: Collection[int] | None = None
) -> Bench:
    """Who judges on the panel on the day, `among` these where only they are asked about, and still belongs where it
    sits. Her load is what she has to review now, whatever the sitting, and what she has handed in for this one. Two
    queries."""
    there = reaches_on(on, person="person_id", organisation="panel__organisation_id")
    held = Member.objects.judging().held_on(on).filter(there, panel_id=panel_id)
    held = held if among is None else held.filter(person_id__in=among)
    seats = list(held.select_related("person").order_by("person__family_name", "person__given_name", "person_id", "pk"))
    loads = _loads({seat.person_id for seat in seats}, sitting_id=sitting_id)
    by_person: dict[int, list[Member]] = {}
    for seat in seats:
        by_person.setdefault(seat.person_id, []).append(seat)
    return Bench(
        reviewers={pk: _reviewer(hers, load=loads.get(pk, 0), most=rules.max_load) for pk, hers in by_person.items()},
        people={seat.person_id: seat.person for seat in seats},
        chairs=frozenset(seat.person_id for seat in seats if seat.seat == Seat.CHAIR),
    )


def wanting(cases: CaseQuerySet) -> CaseQuerySet:
    """Of these cases those that are given to reviewers: accepted or in review, and no post by interview."""
    return cases.in_state(CaseState.ACCEPTED, CaseState.IN_REVIEW).exclude(kind=CaseKind.APPOINTMENT)


def wanted_of(cases: Iterable[Case]) -> dict[int, Wanted]:
    """What each case wants by the policy it began under, which is read beside it, with those who have it to review
    already. One query."""
    rows = list(cases)
    rules = {case.pk: rules_of(case.policy) for case in rows}
    given = Assignment.objects.reviews().standing().filter(case__in=rows).order_by().values_list("case_id", "person_id")
    already: dict[int, set[int]] = {case.pk: set() for case in rows}
    for case_id, person_id in given:
        already[case_id].add(person_id)
    return {
        case.pk: Wanted(
            case_id=case.pk,
            reviewers=rules[case.pk].reviewers,
            service=case.service,
            pathway=case.pathway,
            needs_mix=rules[case.pk].reviewer_mix,
            already=frozenset(already[case.pk]),
        )
        for case in rows
    }


def barred_from(cases: Collection[Case], *, but: Collection[int] = ()) -> dict[int, frozenset[int]]:
    """For each case, whom nobody proposes for it: its candidate, whoever is tied or whose tie is open, and whoever
    declined it or had it taken off her; after an appeal was upheld also who had a part in the decision before. Three
    queries, and two more where there are such cases."""
    kept, used = ties_kept(cases), used_among(cases)
    over = Assignment.objects.reviews().filter(case__in=cases).exclude(state__in=STANDING).order_by()
    ended: dict[int, set[int]] = {}
    for case_id, person_id in over.values_list("case_id", "person_id"):
        ended.setdefault(case_id, set()).add(person_id)
    return {
        case.pk: frozenset().union(
            people_not_judging(map(judged, kept[case.pk])),
            ended.get(case.pk, ()),
            used.get(case.pk, ()),
            [case.person_id],
        )
        for case in cases
    }


def _loads(people: Collection[int], *, sitting_id: int | None) -> dict[int, int]:
    counted = Q(state__in=TO_DO)
    if sitting_id is not None:
        counted |= Q(state=AssignmentState.DONE, case__sitting_id=sitting_id)
    rows = Assignment.objects.reviews().filter(counted, person_id__in=people).order_by().values("person_id")
    return {row["person_id"]: row["cases"] for row in rows.annotate(cases=Count("pk"))}


def _reviewer(seats: list[Member], *, load: int, most: int) -> Reviewer:
    """Somebody with all her seats taken together; a seat for no service in particular speaks for both."""
    services = frozenset[str]().union(*({seat.service} if seat.service else BOTH_SERVICES for seat in seats))
    return Reviewer(
        person_id=seats[0].person_id,
        sort=MemberSort(seats[0].sort),
        services=services,
        expertise=frozenset(code for seat in seats for code in seat.expertise),
        load=load,
        most=most,
    )
