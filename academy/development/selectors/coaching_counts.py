"""Coaching by counts for the academy: places per kind and area, and uptake. Never who, and never with whom."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q, QuerySet, Sum

from academy.development.choices.coaching import TAKING_A_PLACE, CoachArea, CoachKind, EndedBecause, MatchState
from academy.development.models import CoachMatch, CoachProfile
from academy.development.rules.coaching import FEW
from academy.identity.actor import Actor

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Line:
    """One line of counts: what it counts, and the numbers as they may be read."""

    words: str
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Lines of counts under their heading."""

    heading: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def rows(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each line with its numbers, each beside the heading of its column."""
        return [(line.words, list(zip(self.columns[1:], line.numbers, strict=True))) for line in self.lines]


def counts_for(actor: Actor) -> list[Table]:
    """Listed coaches of the organisation with their places per kind and area, what was asked in the last twelve months,
    and why coaching ended. Numbers of people from 1 to 4 are told as “fewer than 5”, so that nobody is found by
    counting."""
    coaches = CoachProfile.objects.filter(organisation_id=actor.organisation_id, listed=True)
    matches = CoachMatch.objects.filter(organisation_id=actor.organisation_id)
    year = matches.filter(asked_at__date__gt=actor.on - YEAR)
    return [
        Table("Coaches and mentors", ("Kind", "Listed", "Places", "Places taken"), _kinds(coaches, matches)),
        Table("What it is about", ("For what", "Coaches who name it", "Requests in a year"), _areas(coaches, year)),
        Table("Uptake in a year", ("What", "Number"), _uptake(year)),
        Table("Why coaching ended in a year", ("Reason", "Number"), _endings(matches, actor)),
    ]


def told(number: int) -> str:
    """A number of people as it may be read: from 1 to 4 it is hidden."""
    return f"fewer than {FEW}" if 0 < number < FEW else str(number)


def _kinds(coaches: QuerySet[CoachProfile], matches: QuerySet[CoachMatch]) -> tuple[Line, ...]:
    rows = coaches.order_by().values("kind").annotate(coaches=Count("pk"), places=Sum("capacity"))
    found = {row["kind"]: row for row in rows}
    taking = matches.filter(state__in=TAKING_A_PLACE).order_by().values("profile__kind").annotate(number=Count("pk"))
    taken = {row["profile__kind"]: row["number"] for row in taking}
    nothing = {"coaches": 0, "places": 0}
    return tuple(
        Line(str(kind.label), (str(row["coaches"]), str(row["places"]), told(taken.get(kind.value, 0))))
        for kind in CoachKind
        for row in (found.get(kind.value, nothing),)
    )


def _areas(coaches: QuerySet[CoachProfile], year: QuerySet[CoachMatch]) -> tuple[Line, ...]:
    offered = dict(coaches.order_by().values_list("areas__area").annotate(number=Count("pk")))
    asked = dict(year.order_by().values_list("area").annotate(number=Count("pk")))
    return tuple(
        Line(str(area.label), (str(offered.get(area.value, 0)), told(asked.get(area.value, 0)))) for area in CoachArea
    )


def _uptake(year: QuerySet[CoachMatch]) -> tuple[Line, ...]:
    begun = Q(state__in=[MatchState.RUNNING, MatchState.ENDED])
    found = year.aggregate(
        asked=Count("pk"),
        people=Count("person", distinct=True),
        begun=Count("pk", filter=begun),
        declined=Count("pk", filter=Q(state=MatchState.DECLINED)),
        withdrawn=Count("pk", filter=Q(state=MatchState.WITHDRAWN)),
    )
    words = {
        "asked": "Requests",
        "people": "People who asked",
        "begun": "Coaching begun",
        "declined": "Declined by the coach",
        "withdrawn": "Taken back",
    }
    return tuple(Line(say, (told(found[name]),)) for name, say in words.items())


def _endings(matches: QuerySet[CoachMatch], actor: Actor) -> tuple[Line, ...]:
    ended = matches.filter(state=MatchState.ENDED, ended_on__gt=actor.on - YEAR)
    found = dict(ended.order_by().values_list("ended_because").annotate(number=Count("pk")))
    return tuple(Line(str(why.label), (told(found.get(why.value, 0)),)) for why in EndedBecause)
