"""The early signal: read by those who see the year, answered by who co-ordinates it."""

from typing import Any

from django.db.models import Model

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.engines.guard.pages import GuardedPage
from asye.choices.year import SignalState
from asye.forms.weeks import AnswerForm
from asye.models import Signal
from asye.services.signals import answer_signal
from asye.views.doors import to_year

ANSWER = "asye.signal.answer"
TITLE = "A promise that is not kept"


class SignalDoor(Door):
    """A view of one signal, found through what the actor may know of."""

    permission = "asye.enrolment.see"
    section = "asye"
    thing: Signal

    def load(self) -> Signal:
        visible = Signal.objects.visible_to(self.actor)
        found: Signal = self.find(visible.select_related("enrolment__person", "answered_by"), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id

    def shown(self, title: str) -> dict[str, Any]:
        year = self.thing.enrolment
        is_own = year.person_id == self.actor.person_id
        return {
            "title": title,
            "caption": "" if is_own else year.person.full_name,
            "signal": self.thing,
            "crumbs": [to_year(year, self.actor), (title, "")],
        }


class SignalPage(SignalDoor, Page):
    """What was not kept, since when, and what was answered."""

    template_name = "asye/weeks/signal.html"

    def read(self) -> dict[str, Any]:
        is_open = self.thing.state == SignalState.OPEN
        return {**self.shown(TITLE), "may_answer": is_open and allows(ANSWER, self.actor, self.thing)}


class AnswerSignal(GuardedPage, SignalDoor, FormPage):
    """What is done about it."""

    permission = ANSWER
    form_class = AnswerForm
    title = "Say what is done about it"
    done_message = "Answered. She is told."

    def read(self) -> dict[str, Any]:
        return {**self.shown(self.title), "intro": self.thing.words, "cancel_url": self.thing.get_absolute_url()}

    def act(self, form: AnswerForm) -> Model:
        return answer_signal(signal=self.thing, answer=form.cleaned_data["answer"], by=self.actor, at=self.now)
