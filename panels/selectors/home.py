"""Where panels are opened: what waits for whoever comes, what she has judged, the sittings to come, her own cases."""

from dataclasses import dataclass
from datetime import date

from academy.engines.worklist.selectors.items import waiting_of_app
from academy.engines.worklist.wording import todo
from academy.identity.actor import Actor
from academy.ui.lists import Todo
from panels.choices.cases import LIVE
from panels.choices.judging import AssignmentState
from panels.choices.panels import MeetingState, Seat
from panels.models import Assignment, Meeting, Member, Panel
from panels.selectors.concerned import CONCERNED
from panels.selectors.own_cases import OwnCase, own_cases
from panels.selectors.sitting_cases import title_of

MOST_TO_COME = 6


@dataclass(frozen=True)
class Queue:
    """What she is given to judge and is not over: so many of so many are done, the next is due on a day."""

    done: int
    given: int
    due_on: date | None


@dataclass(frozen=True)
class ToCome:
    """A sitting to come of a panel she knows of. `seat` is what she does there, empty where she only keeps it."""

    meeting: Meeting
    title: str
    seat: str


@dataclass(frozen=True)
class Home:
    """Everything on the page; nothing of it for somebody whom no panel concerns."""

    queue: Queue | None
    to_do: tuple[Todo, ...]
    to_come: tuple[ToCome, ...]
    own: tuple[OwnCase, ...]
    panels: tuple[Panel, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.queue or self.to_do or self.to_come or self.own or self.panels)


def home_of(actor: Actor) -> Home:
    """The page of an actor on her day. Five queries, and those of the worklist of panels."""
    return Home(
        queue=_queue(actor),
        to_do=tuple(todo(item, on=actor.on) for item in waiting_of_app(actor, "panels")),
        to_come=tuple(_to_come(actor)),
        own=tuple(own_cases(actor)),
        panels=tuple(Panel.objects.visible_to(actor).select_related("organisation")),
    )


def count_to_judge(actor: Actor) -> int:
    """How many cases wait for her judgement: none she is out of is counted. One query; none for whom panels do not
    concern but by a role, because nobody judges by a role."""
    return Assignment.objects.given_to(actor).to_do().count() if CONCERNED in actor.marks else 0


def _queue(actor: Actor) -> Queue | None:
    hers = Assignment.objects.given_to(actor).filter(case__state__in=LIVE)
    given = list(hers.standing().order_by("due_on", "pk").values_list("state", "due_on"))
    if not given:
        return None
    open_days = [due_on for state, due_on in given if state != AssignmentState.DONE]
    return Queue(len(given) - len(open_days), len(given), next(iter(open_days), None))


def _to_come(actor: Actor) -> list[ToCome]:
    """Those not held yet, the next first; where she chairs before the others of a day. Two queries."""
    coming = Meeting.objects.visible_to(actor).exclude(state=MeetingState.CLOSED)
    coming = coming.filter(sitting__on__gte=actor.on, sitting__cancelled_at=None).select_related("panel", "sitting")
    rows = list(coming.order_by("sitting__on", "pk")[:MOST_TO_COME])
    held = Member.objects.held_on(actor.on).filter(person_id=actor.person_id).order_by("-seat")
    seats = dict(held.values_list("panel_id", "seat"))
    found = [ToCome(each, title_of(each), _seat(seats.get(each.panel_id))) for each in rows]
    return sorted(found, key=lambda row: (row.meeting.sitting.on, row.seat != str(Seat.CHAIR.label), row.meeting.pk))


def _seat(code: str | None) -> str:
    return str(Seat(code).label) if code else ""
