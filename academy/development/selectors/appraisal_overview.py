"""Who has had which meeting of the appraisal year, for the academy: days only, never a word (S2-30)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from academy.development.selectors.meetings import Meeting, Year, year_with
from academy.development.selectors.team_plans import people_overseen
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.directory import called, present_terms

NONE_YET, OVERDUE, SIGNED = "none", "overdue", "signed"
SHOWS = {NONE_YET: "not begun", OVERDUE: "overdue", SIGNED: "signed by both"}
MOST_AT_ONCE = 500


@dataclass(frozen=True)
class OverviewRow:
    """One person with where she works, and how a meeting of the year stands: days, never words."""

    person: Person
    work: str
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True)
class Overview:
    """The year where the actor acts, of everybody she sees days of. `kind` is the meeting that is looked at."""

    actor: Actor
    kind: str
    years_back: int = 0

    @property
    def people(self) -> QuerySet[Person]:
        return people_overseen(self.actor)

    def year_of(self, ids: Sequence[int]) -> Year | None:
        return year_with(ids, self.actor.organisation_id, on=self.actor.on, years_back=self.years_back)


def matching(overview: Overview, *, name: str, show: str) -> tuple[list[int], dict[str, int]]:
    """Ids of the people of that name who fit what is to be shown, by name; and how many there are of each.

    Five queries for the first 500 people, and four for each 500 more.
    """
    ids = list(called(overview.people, name).values_list("pk", flat=True))
    fitting: dict[str, list[int]] = {"": [], **{code: [] for code in SHOWS}}
    for start in range(0, len(ids), MOST_AT_ONCE):
        some = ids[start : start + MOST_AT_ONCE]
        year = overview.year_of(some)
        for person_id in some:
            meeting = _looked_at(year, person_id, overview.kind)
            if meeting is not None:
                for code in ("", *_codes(meeting)):
                    fitting[code].append(person_id)
    return fitting.get(show, fitting[""]), {code: len(found) for code, found in fitting.items()}


def rows_of(ids: Sequence[int], overview: Overview) -> list[OverviewRow]:
    """The rows of these people, in the order given; six queries, however many."""
    people = {person.pk: person for person in Person.objects.filter(pk__in=ids)}
    teams = {
        terms.post.person_id: terms.team.name
        for terms in present_terms(overview.actor, ids)
        if terms.post.organisation_id == overview.actor.organisation_id
    }
    year = overview.year_of(ids)
    return [OverviewRow(people[pk], teams.get(pk, ""), year.of(pk) if year else ()) for pk in ids]


def csv_rows(ids: Sequence[int], overview: Overview) -> Iterator[list[str]]:
    """The same as lines of a table: name and team, and for each meeting how it stands and its days."""
    yield ["Name", "Team", "Meeting", "State", "Due by", "Held on", "Signed on"]
    for start in range(0, len(ids), MOST_AT_ONCE):
        for row in rows_of(ids[start : start + MOST_AT_ONCE], overview):
            yield from ([row.person.full_name, row.work, *_cells(meeting)] for meeting in row.meetings)


def _cells(meeting: Meeting) -> list[str]:
    appraisal = meeting.appraisal
    locked_on = timezone.localdate(appraisal.locked_at) if appraisal and appraisal.locked_at else None
    held_on = appraisal.held_on if appraisal else None
    return [meeting.called, str(meeting.state), meeting.due_on.isoformat(), _day(held_on), _day(locked_on)]


def _looked_at(year: Year | None, person_id: int, kind: str) -> Meeting | None:
    return next((meeting for meeting in (year.of(person_id) if year else ()) if meeting.kind == kind), None)


def _codes(meeting: Meeting) -> Iterator[str]:
    if meeting.is_signed:
        yield SIGNED
    if meeting.is_overdue:
        yield OVERDUE
    if not meeting.is_begun:
        yield NONE_YET


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
