"""One review as its page shows it to somebody: what she may read of it, what is missing, and what she can do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.ui.wording import beginning
from asye.choices.enrolments import ASSESSING, SUPPORTING, UNDER_WAY, Role
from asye.choices.year import ReviewState
from asye.models import Concern, Part, PlanGoal, Review, ReviewAddendum, ReviewPart
from asye.rules.reviews import CONCERN, EVIDENCE, MEETING, PARTS, PLAN, PROGRESS, RESULTS, Gap, plan_made_at, stage_of
from asye.selectors.citing import Titled, titles_of
from asye.selectors.parts import roles_of
from asye.selectors.policies import rules_of
from asye.selectors.reviews import before, gaps_of, handed_over, own_roles, plan_made
from asye.selectors.signing import Names, names_under

RUNNING = frozenset({*SUPPORTING, Role.COORDINATOR})
CITING = frozenset({Role.NQSW, *ASSESSING})


@dataclass(frozen=True)
class Section:
    """A part of the review as one reader sees it: the text only once it is done, or where it is her own."""

    pk: int
    role: Role
    person: Person | None
    came: bool | None
    text: str
    is_done: bool
    is_mine: bool

    @property
    def words(self) -> str:
        return beginning(self.role.label)


@dataclass(frozen=True)
class Missing:
    """A gap, and where the reader mends it; nowhere where it is for somebody else."""

    gap: Gap
    url: str


@dataclass(frozen=True)
class May:
    """What the reader can do with the review now."""

    run: bool = False
    assess: bool = False
    cite: bool = False
    plan: bool = False
    write: bool = False
    sign: bool = False
    reopen: bool = False
    add: bool = False
    waive: bool = False
    hold: bool = False


@dataclass(frozen=True, kw_only=True)
class ReviewPage:
    """Everything of one review."""

    stage: int
    sections: tuple[Section, ...]
    missing: tuple[Missing, ...]
    names: Names
    cited: Sequence[Titled]
    results: Sequence[PlanGoal]
    plan_title: str
    goals: Sequence[PlanGoal]
    handed_over: Sequence[Part]
    concerns: Sequence[Concern]
    addenda: Sequence[ReviewAddendum]
    may: May


def page_of(review: Review, actor: Actor) -> ReviewPage:
    """A review as the actor may read it on her day. A number of queries that does not grow with what stands in it."""
    rules, on = rules_of(review.enrolment.policy), actor.on
    roles, own = roles_of(actor, review.enrolment), own_roles(actor, review.enrolment)
    names = names_under(review, rules.attends, enrolment=review.enrolment, on=on)
    sections = tuple(section_of(each, actor, own) for each in review.parts.select_related("person").order_by("pk"))
    made, plan = plan_made_at(rules, review.milestone.code), plan_made(review, rules)
    gaps = gaps_of(review, on=on) if review.state == ReviewState.WRITING else ()
    mine = {section.role.value: section.pk for section in sections if section.is_mine}
    return ReviewPage(
        stage=stage_of(rules, review.milestone.code),
        sections=sections,
        missing=tuple(Missing(gap, _where(gap, review, roles=roles, mine=mine)) for gap in gaps),
        names=names,
        cited=titles_of(review),
        results=list(before(review, rules)),
        plan_title=made[1] if made else "",
        goals=list(plan.goals.order_by("by_on", "pk")) if plan else [],
        handed_over=handed_over(review),
        concerns=list(review.concerns.order_by("raised_at", "pk")),
        addenda=list(review.addenda.select_related("written_by").order_by("written_at", "pk")),
        may=may_of(review, roles, names),
    )


def section_of(part: ReviewPart, actor: Actor, own: frozenset[str]) -> Section:
    """A part as the actor may read it: the unfinished words of somebody else are not in it."""
    is_mine = part.role in own and part.person_id == actor.person_id
    return Section(
        pk=part.pk,
        role=Role(part.role),
        person=part.person,
        came=part.came,
        text=part.text if part.done_at is not None or is_mine else "",
        is_done=part.done_at is not None,
        is_mine=part.role in own,
    )


def may_of(review: Review, roles: frozenset[str], names: Names) -> May:
    """What somebody with these parts in the year can do with it as it stands."""
    state, is_running = review.state, review.enrolment.state in UNDER_WAY
    is_written = state == ReviewState.WRITING and is_running
    runs = not roles.isdisjoint(RUNNING)
    return May(
        run=is_written and runs,
        assess=is_written and not roles.isdisjoint(ASSESSING),
        cite=is_written and not roles.isdisjoint(CITING),
        plan=is_written and bool(roles),
        write=is_written,
        sign=state == ReviewState.SIGNING and _has_to_sign(names, roles),
        reopen=state == ReviewState.SIGNING and bool(roles),
        add=state == ReviewState.LOCKED and bool(roles),
        waive=state == ReviewState.SCHEDULED and runs and is_running and review.milestone.is_optional,
        hold=state in (ReviewState.SCHEDULED, ReviewState.WAIVED) and runs and is_running,
    )


def _has_to_sign(names: Names, roles: frozenset[str]) -> bool:
    return any(seat.role in roles and seat.signature is None for seat in names.seats)


def _where(gap: Gap, review: Review, *, roles: frozenset[str], mine: Mapping[str, int]) -> str:
    """The page on which the reader mends it; `mine` are the parts she writes, by role."""
    if gap.role:
        return reverse("asye:write-part", args=[mine[gap.role]]) if gap.role in mine else ""
    if gap.mends == PARTS:
        return review.enrolment.get_absolute_url()
    if roles.isdisjoint(WHO[gap.mends]):
        return ""
    about = review.enrolment_id if gap.mends == CONCERN else review.pk
    return reverse(f"asye:{gap.mends}", args=[about])


WHO: Mapping[str, frozenset[Role]] = {
    MEETING: RUNNING,
    PROGRESS: frozenset(ASSESSING),
    EVIDENCE: CITING,
    RESULTS: frozenset(Role),
    PLAN: frozenset(Role),
    CONCERN: RUNNING,
}
