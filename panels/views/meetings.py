"""The meeting: its board for everybody with a seat, what the room sees on the wall, and the acts of who holds it."""

from collections.abc import Sequence
from typing import Any, cast

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.identity.models import Person, User
from panels.choices.panels import MeetingState
from panels.forms.meetings import OpenAgainForm
from panels.models import Case
from panels.selectors.agenda_items import can_come_on, cases_at_table
from panels.selectors.ahead import Ahead, cases_ahead
from panels.selectors.board import Board, board_of, title_of
from panels.selectors.called import called_to
from panels.selectors.outbox import has_to_tell
from panels.selectors.rooms import people_of
from panels.selectors.wording import about
from panels.services import agenda, meetings, presence
from panels.services.releasing import OUTBOX
from panels.views.deciding import Writing, writing_beside
from panels.views.doors import PANELS, MeetingDoor, ReadByPanel

SEE, RUN = "panels.meeting.see", "panels.meeting.run"


class BoardDoor(MeetingDoor):
    """A view of the board of a meeting."""

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        here = self.meeting
        return [(PANELS, reverse("panels:home")), (title_of(here), here.get_absolute_url())]


class BoardPage(ReadByPanel, BoardDoor, Page):
    """The board as its reader may see it. Reading the case on the table is reading somebody's record."""

    template_name = "panels/meeting/board.html"

    @cached_property
    def board(self) -> Board:
        return board_of(self.meeting, self.actor, now=self.now)

    def person_read(self) -> int | None:
        return self.board.table.item.case.person_id if self.board.table else None

    @property
    def outbox_url(self) -> str:
        """Where what was decided here is told, for who may tell it and while something waits."""
        meeting = self.meeting
        is_over = meeting.state == MeetingState.CLOSED
        waits = is_over and allows(OUTBOX, self.actor, meeting) and has_to_tell(meeting)
        return reverse("panels:outbox", args=[meeting.pk]) if waits else ""

    @property
    def writing(self) -> Writing | None:
        """The discussion as whoever chairs or clerks the case writes it, with the case beside it."""
        table = self.board.table
        if table is None or not table.runs:
            return None
        return writing_beside(table.item, writer=cast(User, self.request.user), actor=self.actor)

    @property
    def ahead(self) -> Sequence[Ahead]:
        return cases_ahead(self.meeting, self.actor)

    def read(self) -> dict[str, Any]:
        return {
            "title": title_of(self.meeting),
            "meeting": self.meeting,
            "board": self.board,
            "ahead": self.ahead,
            "writing": self.writing,
            "outbox_url": self.outbox_url,
            "crumbs": [*self.crumbs[:-1], (title_of(self.meeting), "")],
        }


class LivePart(BoardPage):
    """What of the board changes while it is open, without the frame of a page; a script asks for it."""

    template_name = "panels/meeting/_live.html"
    ahead = ()
    writing = None
    outbox_url = ""

    def person_read(self) -> int | None:
        """The page it belongs to was read already."""
        return None


class Wall(BoardPage):
    """For the wall of the room: the clock, the agenda and the quorum, large, and nothing anybody wrote. What somebody
    in the room may not know of is blank."""

    template_name = "panels/meeting/wall.html"
    ahead = ()
    writing = None
    outbox_url = ""

    @cached_property
    def board(self) -> Board:
        return board_of(self.meeting, self.actor, now=self.now, on_wall=True)

    def person_read(self) -> int | None:
        """It shows nobody's record."""
        return None


class LiveWall(Wall):
    """What of the wall changes while it is shown."""

    template_name = "panels/meeting/_live.html"


class Agenda(BoardDoor, Page):
    """The agenda while it is made: what can come on it, and what stands on it in which order."""

    template_name = "panels/meeting/agenda.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Agenda",
            "caption": title_of(self.meeting),
            "meeting": self.meeting,
            "board": board_of(self.meeting, self.actor, now=self.now),
            "waiting": self._waiting(),
            "crumbs": [*self.crumbs, ("Agenda", "")],
        }

    def _waiting(self) -> list[tuple[Case, str]]:
        cases = can_come_on(self.meeting, self.actor)
        names = called_to(self.actor, cases)
        return [(case, f"{names[case.pk]}, {about(case)}") for case in cases]


class MeetingAct(BoardDoor, Act):
    """A button of the board."""

    permission = RUN

    def next_page(self) -> str:
        return self.meeting.get_absolute_url()


class OpenMeeting(MeetingAct):
    done_message = "The meeting is open."

    def act(self) -> Model:
        return meetings.open_meeting(meeting=self.meeting, by=self.actor, at=self.now)


class CloseMeeting(MeetingAct):
    done_message = "The meeting is closed. Its minutes can be made now."

    def act(self) -> Model:
        return meetings.close_meeting(meeting=self.meeting, by=self.actor, at=self.now)


class TellAgenda(MeetingAct):
    done_message = "Everybody with a seat is told that the agenda stands."

    def act(self) -> Model:
        return agenda.tell_agenda(meeting=self.meeting, by=self.actor, at=self.now)


class OpenAgain(BoardDoor, FormPage):
    permission = RUN
    form_class = OpenAgainForm
    title = "Open the meeting again"
    done_message = "The meeting is open again."

    def read(self) -> dict[str, Any]:
        return {
            "caption": title_of(self.meeting),
            "cancel_url": self.meeting.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: OpenAgainForm) -> Model:
        said = form.cleaned_data["note"]
        return meetings.open_again(meeting=self.meeting, note=said, by=self.actor, at=self.now)


class Arrive(MeetingAct):
    """Somebody with a seat comes into the room; of herself everybody with a seat notes it."""

    permission = SEE
    done_message = "Noted."

    @cached_property
    def person(self) -> Person:
        found: Person = self.find(people_of(self.meeting), pk=self.kwargs["person"])
        return found

    def act(self) -> Model:
        return presence.arrive(meeting=self.meeting, person=self.person, by=self.actor, at=self.now)


class Leave(Arrive):
    def act(self) -> Model:
        return presence.leave(meeting=self.meeting, person=self.person, by=self.actor, at=self.now)


class PutOn(MeetingAct):
    """A case comes on the agenda; it is found among those the actor sees by a part on the panel."""

    permission = SEE
    done_message = "It is on the agenda."

    def act(self) -> Model:
        case = self.find(cases_at_table(self.meeting, self.actor), pk=self.kwargs["case"])
        return agenda.put_on(case=case, meeting=self.meeting, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("panels:agenda", args=[self.meeting.pk])
