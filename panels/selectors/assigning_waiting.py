"""What waits of giving cases to reviewers: an answer, a tie to be decided, cases nobody has to review yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from panels.choices.cases import UNDECIDED, CaseKind, CaseState
from panels.choices.judging import STANDING, AssignmentKind, AssignmentState
from panels.choices.panels import MemberSort, Seat
from panels.models import Assignment, Case, Meeting, Member, Tie
from panels.rules.visibility import Sight
from panels.selectors.policies import rules_of

BESIDE = ("person", "grade", "vacancy")
ASSIGNS = (Seat.CHAIR, Seat.CLERK)


@dataclass(frozen=True)
class Open:
    """A sitting some cases of which want reviewers: how many."""

    meeting: Meeting
    cases: int


def to_answer(actor: Actor) -> QuerySet[Assignment]:
    """What the actor was asked to review and has not answered, the soonest day first, without cases she is out of. One
    query."""
    mine: QuerySet[Assignment] = Assignment.objects.given_to(actor).reviews().filter(state=AssignmentState.ASKED)
    return mine.select_related(*(f"case__{name}" for name in BESIDE)).order_by("answer_by", "pk")


def ties_to_decide(actor: Actor) -> QuerySet[Tie]:
    """Soft ties that wait for the actor: as chair of the panel those of others, as academy lead those of the chairs,
    the longest open first. One query, and none for whoever neither chairs nor leads."""
    panels, leads = _panels(actor, Seat.CHAIR), actor.organisations_where(RoleCode.ACADEMY_LEAD)
    if not panels and not leads:
        return Tie.objects.none()
    chairs = Member.objects.held_on(actor.on).filter(seat=Seat.CHAIR, panel_id=OuterRef("case__panel_id"))
    of_chair = Q(case__organisation_id__in=leads) & Exists(chairs.filter(person_id=OuterRef("person_id")))
    seen = Case.objects.showing(actor, Sight.TIES).not_away(actor).filter(state__in=UNDECIDED)
    open_ones = Tie.objects.undecided().filter(Q(case__panel_id__in=panels) | of_chair, case__in=seen.values("pk"))
    others: QuerySet[Tie] = open_ones.exclude(person_id=actor.person_id)
    return others.select_related("person", *(f"case__{name}" for name in BESIDE)).order_by("noted_at", "pk")


def to_share_out(actor: Actor) -> list[Open]:
    """Sittings of panels the actor chairs or clerks, some cases of which have fewer reviewers than their policy asks,
    the soonest first. Two queries, and one for whoever does neither."""
    panels = _panels(actor, *ASSIGNS)
    if not panels:
        return []
    seen = Case.objects.showing(actor, Sight.ASSIGNMENTS).not_away(actor).filter(panel_id__in=panels)
    given = seen.in_state(CaseState.ACCEPTED, CaseState.IN_REVIEW).exclude(kind=CaseKind.APPOINTMENT)
    standing = Q(assignments__kind=AssignmentKind.REVIEW, assignments__state__in=STANDING)
    rows = given.filter(sitting__meeting__isnull=False).annotate(having=Count("assignments", filter=standing))
    beside = rows.select_related("policy", "sitting__meeting__sitting").order_by("sitting__on", "sitting_id", "pk")
    return _by_meeting(each for each in beside if getattr(each, "having") < rules_of(each.policy).reviewers)


def _by_meeting(cases: Iterable[Case]) -> list[Open]:
    found: dict[int, Open] = {}
    for case in cases:
        meeting: Meeting = getattr(case.sitting, "meeting")
        before = found.get(meeting.pk)
        found[meeting.pk] = Open(meeting, 1 + (before.cases if before else 0))
    return list(found.values())


def _panels(actor: Actor, *seats: Seat) -> set[int]:
    """The panels on which the actor has one of these seats on her day, as no guest."""
    if actor.person_id is None or actor.lacks_second_factor:
        return set()
    held = Member.objects.held_on(actor.on).filter(person_id=actor.person_id, seat__in=seats)
    return set(held.exclude(sort=MemberSort.GUEST).values_list("panel_id", flat=True))
