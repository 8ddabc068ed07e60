"""The meetings of many people at once: those of a manager that come near, and those whose day comes for reminders."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Min, OuterRef, QuerySet

from academy.development.choices.plans import MeetingState
from academy.development.models import Appraisal
from academy.development.rules.appraisal_years import Duty, duties_of, year_of
from academy.development.selectors.appraisal_policies import PolicyInForce, appraisal_policies_for
from academy.development.selectors.meetings import Meeting, Year, absences_of
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Post
from academy.people.querysets import holds_on


@dataclass(frozen=True)
class TeamMeeting:
    """One kind of meeting with a manager's people: how many are asked, how many are not signed, and the first day."""

    called: str
    people: int
    unsigned: int
    due_on: date


@dataclass(frozen=True)
class Unsigned:
    """People with a meeting of a kind that is due on a day and not signed by both."""

    kind: str
    due_on: date
    people: QuerySet[Person]


def team_meetings(year: Year, actor: Actor) -> list[TeamMeeting]:
    """Kinds of meeting that are near or past their day with somebody the actor manages."""
    by_kind: dict[str, list[Meeting]] = defaultdict(list)
    for person_id in actor.manages:
        for meeting in year.of(person_id):
            by_kind[meeting.kind].append(meeting)
    return [
        TeamMeeting(
            meetings[0].called,
            len(meetings),
            sum(1 for each in meetings if not each.is_signed),
            min(each.due_on for each in meetings if each.is_near),
        )
        for _, meetings in sorted(by_kind.items())
        if any(each.is_near for each in meetings)
    ]


def unsigned_due(on: date, *, first: date, last: date, kind: str) -> Iterator[Unsigned]:
    """Everybody's meetings of a kind that fall due between two days and are not signed, day by day.

    Two queries to find the organisations and policies, two for each organisation.
    """
    posts = Post.objects.filter(holds_on(on)).order_by()
    employers = list(posts.values_list("organisation_id", flat=True).distinct())
    policies = appraisal_policies_for(employers, on)
    for organisation_id in filter(policies.get, employers):
        found = policies[organisation_id]
        by_day: dict[Duty, list[int]] = defaultdict(list)
        for person_id, duty in _duties(found, organisation_id, on=on, kind=kind):
            if first <= duty.due_on <= last:
                by_day[duty].append(person_id)
        for duty, ids in sorted(by_day.items(), key=lambda item: item[0].due_on):
            yield Unsigned(kind, duty.due_on, _without_signature(ids, organisation_id, duty))


def _duties(found: PolicyInForce, organisation_id: int, *, on: date, kind: str) -> Iterator[tuple[int, Duty]]:
    """The meeting of this year and of the one before, so that a day of late March is still found in April."""
    posts = Post.objects.filter(holds_on(on), organisation_id=organisation_id).order_by()
    joined = dict(posts.values_list("person_id").annotate(joined=Min("from_on")).values_list("person_id", "joined"))
    this_year = year_of(on, found.terms.year_starts)
    years = (this_year.replace(year=this_year.year - 1), this_year)
    away = absences_of(list(joined), since=years[0])
    for person_id, joined_on in joined.items():
        for year_on in years:
            duties = duties_of(found.terms, joined_on=joined_on, absences=away[person_id], on=on, year_on=year_on)
            yield from ((person_id, duty) for duty in duties if duty.kind == kind)


def _without_signature(ids: list[int], organisation_id: int, duty: Duty) -> QuerySet[Person]:
    signed = Appraisal.objects.filter(
        person_id=OuterRef("pk"),
        organisation_id=organisation_id,
        kind=duty.kind,
        year_on=duty.year_on,
        state=MeetingState.SIGNED,
    )
    return Person.objects.filter(~Exists(signed), pk__in=ids)
