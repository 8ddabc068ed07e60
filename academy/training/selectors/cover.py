"""Who is away on the days of requests: by absences, by places with events and by approved learning outside."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone

from academy.people.models import Absence
from academy.training.choices import BookingState, RequestState
from academy.training.models import Booking, EventDay, TrainingRequest
from academy.training.rules.cover import Cover, cover_of, is_all_of_it, working_days
from academy.training.selectors.policies import terms_of
from academy.training.selectors.teams import AskersTeam

Days = Mapping[int, frozenset[date]]
KEPT = (BookingState.HELD, BookingState.OFFERED)


def covers_of(requests: Iterable[TrainingRequest], teams: Mapping[tuple[int, int], AskersTeam]) -> dict[int, Cover]:
    """The cover of each request by its id, in four queries; none without a team or a day.

    Requests come with their policy.
    """
    listed = [each for each in requests if (each.person_id, each.organisation_id) in teams]
    days = _days_of(listed)
    people = frozenset[int]().union(*(teams[each.person_id, each.organisation_id].ids for each in listed))
    all_days = frozenset[date]().union(*days.values())
    away = away_days(people, first=min(all_days), last=max(all_days)) if all_days else {}
    return {each.pk: _cover(each, days[each.pk], away=away, teams=teams) for each in listed if days[each.pk]}


def away_days(people: Collection[int], *, first: date, last: date) -> Days:
    """On which days each of some people is away, from a first to a last day, in three queries."""
    found: dict[int, set[date]] = defaultdict(set)
    for person_id, from_on, until_on in _absent(people, first, last):
        found[person_id] |= working_days(max(from_on, first), min(until_on or last, last))
    for person_id, starts_at in _placed(people, first, last):
        found[person_id].add(timezone.localdate(starts_at))
    for request in _outside(people, first, last):
        span = _span(request)
        if is_all_of_it(request.days, span):
            found[request.person_id] |= span
    return {person_id: frozenset(days) for person_id, days in found.items()}


def _absent(people: Collection[int], first: date, last: date) -> Iterable[tuple[int, date, date | None]]:
    there = Absence.objects.filter(person_id__in=people, from_on__lte=last).exclude(until_on__lt=first)
    return there.order_by().values_list("person_id", "from_on", "until_on")


def _placed(people: Collection[int], first: date, last: date) -> Iterable[tuple[int, datetime]]:
    places = Booking.objects.filter(person_id__in=people, state__in=KEPT, event__ends_on__gte=first)
    days = places.filter(event__starts_on__lte=last, event__days__isnull=False).order_by()
    return days.values_list("person_id", "event__days__starts_at")


def _outside(people: Collection[int], first: date, last: date) -> Iterable[TrainingRequest]:
    agreed = TrainingRequest.objects.filter(person_id__in=people, state=RequestState.APPROVED, event=None)
    return agreed.filter(starts_on__lte=last).exclude(ends_on__lt=first).exclude(days=0)


def _days_of(requests: Collection[TrainingRequest]) -> dict[int, frozenset[date]]:
    """Her days of each request: those of its event, else the working days of its time; one query."""
    of_events: dict[int, set[date]] = defaultdict(set)
    events = {each.event_id for each in requests if each.event_id is not None}
    for event_id, starts_at in EventDay.objects.filter(event_id__in=events).values_list("event_id", "starts_at"):
        of_events[event_id].add(timezone.localdate(starts_at))
    return {each.pk: frozenset(of_events.get(each.event_id or 0, ())) or _span(each) for each in requests}


def _span(request: TrainingRequest) -> frozenset[date]:
    if request.starts_on is None or request.days == 0:
        return frozenset()
    return working_days(request.starts_on, request.ends_on or request.starts_on)


def _cover(
    request: TrainingRequest, days: frozenset[date], *, away: Days, teams: Mapping[tuple[int, int], AskersTeam]
) -> Cover:
    team = teams[request.person_id, request.organisation_id]
    others = {person: away[person] for person in team.ids - {request.person_id} if person in away}
    found = cover_of(days, others, team=len(team.ids), percent=terms_of(request.policy).on_duty_percent)
    return replace(found, is_spread=request.event_id is None and not is_all_of_it(request.days, days))
