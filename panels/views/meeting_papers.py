"""A meeting on paper: ordering its pack or its minutes, and what was made before."""

from typing import Any

from academy.engines.access.form_pages import FormPage
from academy.engines.documents.selectors.documents import documents_of, documents_of_under_way
from academy.engines.documents.services.documents import order
from academy.engines.jobs.models import Job
from panels.choices.panels import MeetingPaper, MeetingState
from panels.documents import OF_MEETING
from panels.forms.meeting_papers import MeetingPaperForm
from panels.selectors.board import title_of
from panels.views.meetings import BoardDoor


class MeetingPapers(BoardDoor, FormPage):
    """What the actor had made of the meeting, and a form for another. Minutes are there once it is closed."""

    template_name = "panels/meeting/papers.html"
    form_class = MeetingPaperForm
    title = "Papers"

    def form_arguments(self) -> dict[str, Any]:
        closed = self.meeting.state == MeetingState.CLOSED
        there = [each for each in MeetingPaper if closed or each != MeetingPaper.MINUTES]
        return {"offered": [(each.value, str(each.label)) for each in there]}

    def read(self) -> dict[str, Any]:
        names = [kind.name for kind in OF_MEETING.values()]
        return {
            "caption": title_of(self.meeting),
            "made": documents_of(self.actor, names, self.meeting.pk),
            "under_way": documents_of_under_way(self.actor, names, self.meeting.pk),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: MeetingPaperForm) -> Job:
        kind = OF_MEETING[MeetingPaper(form.cleaned_data["paper"])]
        return order(kind=kind, by=self.actor, at=self.now, choices={}, subject=self.meeting)
