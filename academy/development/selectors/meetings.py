"""The two meetings of an appraisal year, of one person or of many: what is asked, by when, and how each stands."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Min

from academy.development.models import Appraisal, AppraisalPolicy, Goal
from academy.development.rules.appraisal_years import AppraisalTerms, Duty, duties_of, year_of
from academy.development.selectors.appraisal_policies import PolicyInForce, appraisal_policy_for
from academy.identity.actor import Actor
from academy.people.models import Absence, Post, Terms
from academy.people.querysets import holds_on
from academy.people.rules.spans import Span
from academy.ui.states import Shape, State

SOON_DAYS = 30


@dataclass(frozen=True)
class Meeting:
    """One meeting of somebody's year: the duty, what it is called, and the appraisal once it is begun."""

    duty: Duty
    called: str
    appraisal: Appraisal | None
    on: date

    @property
    def kind(self) -> str:
        return self.duty.kind

    @property
    def due_on(self) -> date:
        return self.duty.due_on

    @property
    def is_signed(self) -> bool:
        return self.appraisal is not None and self.appraisal.is_signed

    @property
    def is_begun(self) -> bool:
        return self.appraisal is not None

    @property
    def has_own_signature(self) -> bool:
        return self.appraisal is not None and self.appraisal.own_signed_at is not None

    @property
    def is_overdue(self) -> bool:
        return not self.is_signed and self.due_on < self.on

    @property
    def is_near(self) -> bool:
        """Is it due within a month, or past its day, and not signed?"""
        return not self.is_signed and (self.due_on - self.on).days <= SOON_DAYS

    @property
    def state(self) -> State:
        """Signed, begun, late, or not begun yet: a word and a shape."""
        if self.is_overdue:
            return State("Overdue", Shape.LATE)
        if self.appraisal is not None:
            return self.appraisal.standing.state
        return State("Not begun", Shape.NOT_YET)


@dataclass(frozen=True)
class Year:
    """An appraisal year of an organisation, with the meetings of some people by their ids. `found` says under what."""

    year_on: date
    found: PolicyInForce
    meetings: dict[int, tuple[Meeting, ...]]

    @property
    def terms(self) -> AppraisalTerms:
        return self.found.terms

    def of(self, person_id: int) -> tuple[Meeting, ...]:
        """The meetings asked of one person, the one due first being first; none for who has no post there."""
        return self.meetings.get(person_id, ())


def year_with(people: Collection[int], organisation_id: int | None, *, on: date, years_back: int = 0) -> Year | None:
    """The appraisal year of the day (or of so many years before) in an organisation, for these people.

    None where no policy holds. Four queries, however many people.
    """
    found = appraisal_policy_for(organisation_id, on)
    if found is None:
        return None
    year_on = year_of(on, found.terms.year_starts)
    year_on = year_on.replace(year=year_on.year - years_back)
    joined = _joined(people, organisation_id, on)
    away = absences_of(list(joined), since=year_on)
    begun = _begun(list(joined), organisation_id, year_on)
    meetings = {}
    for person_id, joined_on in joined.items():
        duties = duties_of(found.terms, joined_on=joined_on, absences=away[person_id], on=on, year_on=year_on)
        meetings[person_id] = tuple(
            Meeting(duty, found.terms.called(duty.kind), begun.get((person_id, duty.kind)), on) for duty in duties
        )
    return Year(year_on, found, meetings)


def own_year(actor: Actor) -> Year | None:
    """One's own year in the organisation acted in; None for who belongs nowhere."""
    if actor.person_id is None or actor.organisation_id is None:
        return None
    return year_with([actor.person_id], actor.organisation_id, on=actor.on)


def duty_and_policy(
    person_id: int, organisation_id: int, kind: str, *, on: date
) -> tuple[Duty, AppraisalPolicy] | None:
    """What is asked of somebody this year for one meeting, and the policy that asks; None where nothing is."""
    year = year_with([person_id], organisation_id, on=on)
    found = _of_kind(year, person_id, kind)
    return (found.duty, year.found.policy) if year and found else None


def meeting_asked(person_id: int, actor: Actor, *, kind: str) -> Meeting | None:
    """One meeting of somebody's year where the actor acts; None where it is not asked of her."""
    return _of_kind(year_with([person_id], actor.organisation_id, on=actor.on), person_id, kind)


def earlier_meetings(person_id: int | None, actor: Actor, *, but: Collection[int] = ()) -> list[Appraisal]:
    """Meetings of before that the actor may see, newest first; without cancelled ones and those named."""
    found = Appraisal.objects.visible_to(actor).standing().filter(person_id=person_id).exclude(pk__in=but)
    return list(found.select_related("policy", "manager").order_by("-due_on", "-pk"))


def unreviewed_goals(appraisal: Appraisal) -> list[Goal]:
    """Open goals of hers, set before the meeting was begun or in it, that are not reviewed at it; one query."""
    open_goals = Goal.objects.open().filter(
        person_id=appraisal.person_id, organisation_id=appraisal.organisation_id, set_at__lte=appraisal.begun_at
    )
    return list(open_goals.exclude(reviews__appraisal=appraisal).order_by("due_on", "pk"))


def managed_in(actor: Actor, organisation_id: int | None) -> frozenset[int]:
    """Ids of those she manages who have a post in the organisation on her day; one query."""
    if not actor.manages:
        return frozenset()
    posts = Post.objects.filter(holds_on(actor.on), organisation_id=organisation_id, person_id__in=actor.manages)
    return frozenset(posts.order_by().values_list("person_id", flat=True))


def manager_in(person_id: int, organisation_id: int, on: date) -> int | None:
    """Id of her line manager there on the day: of the primary post that began first, when several name one."""
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=person_id)
    there = held.filter(post__organisation_id=organisation_id, line_manager__isnull=False)
    ordered = there.order_by("-post__is_primary", "post__from_on", "post_id")
    return ordered.values_list("line_manager_id", flat=True).first()


def absences_of(people: Collection[int], *, since: date) -> dict[int, list[Span]]:
    """Absences of these people that end on the day or later; empty for who has none. One query."""
    found: dict[int, list[Span]] = defaultdict(list)
    rows = Absence.objects.filter(person_id__in=people).exclude(until_on__lt=since)
    for person_id, from_on, until_on in rows.order_by("from_on", "pk").values_list("person_id", "from_on", "until_on"):
        found[person_id].append(Span(from_on, until_on))
    return found


def _of_kind(year: Year | None, person_id: int, kind: str) -> Meeting | None:
    meetings = year.of(person_id) if year else ()
    return next((meeting for meeting in meetings if meeting.kind == kind), None)


def _joined(people: Collection[int], organisation_id: int | None, on: date) -> dict[int, date]:
    """The first day of the present employment of those who have a post there on the day."""
    posts = Post.objects.filter(holds_on(on), organisation_id=organisation_id, person_id__in=people)
    return dict(
        posts.order_by().values_list("person_id").annotate(joined=Min("from_on")).values_list("person_id", "joined")
    )


def _begun(people: Collection[int], organisation_id: int | None, year_on: date) -> dict[tuple[int, str], Appraisal]:
    rows = Appraisal.objects.standing().filter(person_id__in=people, organisation_id=organisation_id, year_on=year_on)
    return {(row.person_id, row.kind): row for row in rows}
