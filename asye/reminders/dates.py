"""Dates of a year that are no meeting of review: the agreement, observations, the portfolio, the panel, the ceiling.

Each row is told by its year. What is done, or paused, is found no more.
"""

from collections.abc import Callable, Iterator
from functools import partial

from django.db.models import QuerySet
from django.urls import reverse

from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from asye.choices.enrolments import RUNNING, EnrolmentState
from asye.choices.year import MilestoneKind
from asye.models import Milestone
from asye.reminders.audiences import ASSESSORS, COORDINATOR, EVERYBODY, PAIR, WITH_MANAGER
from asye.selectors.awaited import observations_awaited, submissions_awaited

# The panel comes while the year runs, or once its outcome is recommended.
BEFORE_PANEL = (EnrolmentState.ACTIVE, EnrolmentState.RECOMMENDED)


def _of_years(rows: QuerySet[Milestone]) -> Found:
    return Found(rows=rows, subject="enrolment_id", person="enrolment__person_id", due="due_on")


def _to_come(kind: MilestoneKind, states: tuple[EnrolmentState, ...], asked: Asked) -> Iterator[Found]:
    within = Milestone.objects.filter(kind=kind, done_on=None, due_on__range=(asked.first, asked.last))
    yield _of_years(within.filter(enrolment__state__in=states))


def _observations(asked: Asked) -> Iterator[Found]:
    ids = observations_awaited(asked.first, asked.last)
    yield _of_years(Milestone.objects.filter(pk__in=ids))


def _submissions(asked: Asked) -> Iterator[Found]:
    yield _of_years(Milestone.objects.filter(pk__in=submissions_awaited(asked.first, asked.last)))


def _line(says: tuple[str, str, str], told: Told) -> Line:
    """What it is, with whose year it is; what is said of its day up to it; and what afterwards."""
    of, said, after = says
    whose = of.format("your ASYE" if told.is_own else f"{told.about.full_name}’s ASYE")
    words = (said if told.days_left >= 0 else after).format(when(told))
    return Line(f"{whose} {words}", reverse("asye:enrolment", args=[told.subject_id]))


def _dated(
    key: str,
    title: str,
    *,
    find: Callable[[Asked], Iterator[Found]],
    offsets: tuple[Offset, ...],
    says: tuple[str, str, str],
) -> Deadline:
    return Deadline(key=f"asye.{key}", title=title, find=find, offsets=offsets, line=partial(_line, says))


AGREEMENT = _dated(
    "agreement",
    "The agreement of an ASYE",
    find=partial(_to_come, MilestoneKind.AGREEMENT, RUNNING),
    offsets=(Offset(-14, to=PAIR), Offset(-3, to=PAIR), Offset(7, to=WITH_MANAGER), Offset(21, to=EVERYBODY)),
    says=("The agreement of {}", "is to be signed by all by {}.", "was to be signed by all by {}. It is not yet."),
)
OBSERVATION = _dated(
    "observation",
    "A direct observation of an ASYE",
    find=_observations,
    offsets=(Offset(-28, to=PAIR), Offset(-14, to=PAIR), Offset(7, to=WITH_MANAGER), Offset(21, to=EVERYBODY)),
    says=("A direct observation of {}", "is to be made by {}.", "was to be made by {}. None is complete yet."),
)
SUBMISSION = _dated(
    "submission",
    "The portfolio of an ASYE",
    find=_submissions,
    offsets=(Offset(-28, to=PAIR), Offset(-7, to=PAIR), Offset(7, to=WITH_MANAGER), Offset(21, to=EVERYBODY)),
    says=("The portfolio of {}", "is to be handed in by {}.", "was to be handed in by {}. It is not yet."),
)
PANEL = _dated(
    "panel",
    "The panel that looks at an ASYE",
    find=partial(_to_come, MilestoneKind.PANEL, BEFORE_PANEL),
    offsets=(Offset(-28, to=(*PAIR, COORDINATOR)), Offset(-7, to=(*ASSESSORS, COORDINATOR))),
    says=("The panel that looks at {}", "meets on {}.", "met on {}."),
)
CEILING = _dated(
    "ceiling",
    "An ASYE that comes near its ceiling",
    find=partial(_to_come, MilestoneKind.CEILING, RUNNING),
    offsets=(Offset(-90, to=EVERYBODY), Offset(-30, to=EVERYBODY)),
    says=("The last day by which {}", "is to be complete is {}.", "was to be complete was {}."),
)

declare(AGREEMENT, OBSERVATION, SUBMISSION, PANEL, CEILING)
