"""A letter: read, marked as read, changed until it goes, and on paper once it has gone."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.engines.documents.selectors.documents import documents_of, documents_of_under_way
from academy.engines.documents.services.documents import order
from academy.engines.guard.pages import GuardedPage
from academy.engines.jobs.models import Job
from panels.choices.outcomes import LetterState
from panels.choices.papers import Paper
from panels.documents import KINDS
from panels.forms.outcomes import LetterForm
from panels.models import Case
from panels.models.decision import Letter
from panels.rules.letters import can_read
from panels.selectors.letters import is_latest
from panels.services.letters import RELEASE, change, mark_read
from panels.views.doors import CaseDoor

SEE = "panels.letter.see"
TITLE = "Letter from the panel"


class LetterDoor(CaseDoor):
    """A view of one letter, found through what the actor may know of."""

    permission = SEE
    letter: Letter

    def load(self) -> Any:
        beside = ("person", "organisation", "policy", "panel", "sitting", "vacancy", "grade")
        cases = (f"decision__case__{name}" for name in beside)
        visible = Letter.objects.visible_to(self.actor).select_related(*cases, "decision__meeting", "read_by")
        self.letter = self.find(visible, pk=self.kwargs["pk"])
        return self.letter

    @property
    def case(self) -> Case:
        found: Case = self.letter.decision.case
        return found

    @property
    def may_release(self) -> bool:
        return allows(RELEASE, self.actor, self.letter)


class ReadLetter(LetterDoor, Page):
    """The letter; for who answers for it, what she can do with it."""

    template_name = "panels/letters/letter.html"

    def read(self) -> dict[str, Any]:
        letter, is_sent = self.letter, self.letter.state == LetterState.SENT
        may = self.may_release and not is_sent
        paper = Paper.LETTER.kind
        judged = can_read(LetterState(letter.state), is_latest=is_latest(letter), is_own=self.is_own) if may else None
        return {
            **self.of_case(),
            "title": TITLE,
            "letter": letter,
            "is_sent": is_sent,
            "mark": judged,
            "may_change": may,
            "meeting": letter.decision.meeting if may else None,
            "made": documents_of(self.actor, [paper], letter.pk) if is_sent else [],
            "under_way": documents_of_under_way(self.actor, [paper], letter.pk) if is_sent else [],
            "crumbs": [*self.crumbs, ("Letter", "")],
        }


class MarkRead(LetterDoor, Act):
    """Somebody has read it and answers for it."""

    permission = RELEASE
    done_message = "Read. It goes with the others of its sitting."

    def act(self) -> Model:
        return mark_read(letter=self.letter, by=self.actor, at=self.now)

    def next_page(self) -> str:
        meeting = self.letter.decision.meeting_id
        return reverse("panels:outbox", args=[meeting]) if meeting else self.letter.get_absolute_url()


class ChangeLetter(GuardedPage, LetterDoor, FormPage):
    """Other words, until it goes."""

    permission = RELEASE
    form_class = LetterForm
    title = "Change the letter"
    intro = "A letter that was read is to be read once more. The decision itself stays as the panel worded it."
    done_message = "Saved. Read the letter once more before it goes."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"body": self.letter.body}}

    def read(self) -> dict[str, Any]:
        page = self.letter.get_absolute_url()
        crumbs = [*self.crumbs, ("Letter", page), (self.title, "")]
        return {**self.of_case(), "cancel_url": page, "crumbs": crumbs}

    def act(self, form: LetterForm) -> Letter:
        return change(letter=self.letter, body=form.cleaned_data["body"], by=self.actor, at=self.now)


class PrintLetter(LetterDoor, Act):
    """The letter as a PDF, made while one goes on."""

    done_message = "Your PDF is being made."
    job: Job

    def act(self) -> Job:
        self.job = order(kind=KINDS[Paper.LETTER], by=self.actor, at=self.now, choices={}, subject=self.letter)
        return self.job

    def next_page(self) -> str:
        job = getattr(self, "job", None)
        return job.get_absolute_url() if job is not None else self.letter.get_absolute_url()
