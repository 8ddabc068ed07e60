"""What in the reviews of cases asks for another look, what those who looked said, and who may look."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from academy.identity.models import Person
from academy.people.selectors.whereabouts import reaches_on
from panels.choices.cases import CaseState
from panels.choices.panels import MemberSort
from panels.models import AnotherLook, Case, Member, Review
from panels.rules import disagreement
from panels.rules.disagreement import Drawn, Fired, fired
from panels.rules.ties import people_not_judging
from panels.selectors.benches import judged, ties_kept
from panels.selectors.policies import rules_of
from panels.selectors.reviews import as_judged, looks_held, reviews_held, whole_set


@dataclass(frozen=True)
class Looked:
    """What asks for another look at a case, the looks that were handed in, the last one last, and whether the reviews
    are in and everything that asks for a look has had one."""

    fired: tuple[Fired, ...]
    looks: tuple[AnotherLook, ...]
    are_in: bool

    @property
    def is_settled(self) -> bool:
        seen = {code for look in self.looks for code in look.triggers}
        return self.are_in and disagreement.is_settled(self.fired, seen)


def looked_at(cases: Collection[Case]) -> dict[int, Looked]:
    """For each case what asks for another look and what was said of it. The policy is read beside each case; four
    queries for all."""
    rows = list(cases)
    reviews, looks = reviews_held(rows), looks_held(rows)
    new = _first_cases({review.assignment.person_id for held in reviews.values() for review in held})
    return {
        case.pk: Looked(
            fired=_fired(case, reviews[case.pk], new=new),
            looks=tuple(looks[case.pk]),
            are_in=case.state == CaseState.REVIEWS_IN and bool(reviews[case.pk]),
        )
        for case in rows
    }


def is_settled(case: Case) -> bool:
    """Are the reviews of the case in, and everything that asks for another look looked at, so that it can be put on the
    agenda? Its policy is read beside it. Four queries."""
    return case.pk in settled_among([case])


def settled_among(cases: Collection[Case]) -> frozenset[int]:
    """The ids of those of the cases that are settled; their policies are read beside them. Four queries."""
    return frozenset(pk for pk, looked in looked_at(cases).items() if looked.is_settled)


def able_to_look(case: Case, *, on: date) -> list[Person]:
    """Who has a seat that judges on a panel there and belongs there, and may look again at the case on the day: she did
    not review it, and nothing connects her with the candidate. Three queries."""
    there = reaches_on(on, person="person_id", organisation="panel__organisation_id")
    seats = Member.objects.judging().held_on(on).filter(there, panel__organisation_id=case.organisation_id)
    people = Person.objects.filter(pk__in=seats.exclude(sort=MemberSort.GUEST).values("person_id"))
    reviewers, tied = reviewers_of(case), not_judging(case)
    return [
        who
        for who in people
        if disagreement.can_look(who.pk, candidate_id=case.person_id, reviewers=reviewers, not_judging=tied).allowed
    ]


def reviewers_of(case: Case) -> frozenset[int]:
    """The ids of whoever had this case to review, whatever became of it. One query."""
    return frozenset(case.assignments.reviews().order_by().values_list("person_id", flat=True))


def not_judging(case: Case) -> frozenset[int]:
    """The ids of whoever a tie takes out of the case, or about whose tie the chair has not decided. One query."""
    return people_not_judging(map(judged, ties_kept([case])[case.pk]))


def seed_of(case: Case) -> str:
    """What the share of cases that is looked at again is drawn by: the same for all of a sitting, so that the draw can
    be made again."""
    return f"sitting-{case.sitting_id}"


def _fired(case: Case, reviews: Collection[Review], *, new: dict[int, int]) -> tuple[Fired, ...]:
    is_new = any(new.get(review.assignment.person_id) == case.pk for review in reviews)
    drawn = Drawn(case_id=case.pk, seed=seed_of(case), is_first_time=case.is_first_time or is_new)
    given = [as_judged(each) for each in reviews]
    return fired(given, whole_set(case), triggers=rules_of(case.policy).triggers, drawn=drawn)


def _first_cases(people: Collection[int]) -> dict[int, int]:
    """For each of these people the case she handed in her first review of, whatever became of it. One query."""
    hers = Review.objects.filter(assignment__person_id=OuterRef("pk"), number=1).order_by("submitted_at", "pk")
    rows = Person.objects.filter(pk__in=people).annotate(first=Subquery(hers.values("assignment__case_id")[:1]))
    return dict(rows.order_by().values_list("pk", "first"))
