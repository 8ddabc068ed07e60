"""The practitioner's pages of an observation: moved, taken back, reflected on, withdrawn, a link sent again."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from academy.engines.drafts.pages import Autosaved
from academy.engines.guard.pages import GuardedPage
from portfolios.choices.drafts import REFLECT_FORM
from portfolios.choices.evidence import EvidenceState
from portfolios.forms.observations import CallBackForm, MoveForm, ReflectForm, SendAgainForm, WithdrawForm
from portfolios.services.observation_letters import send_link
from portfolios.services.observations import call_back, move, reflect, withdraw
from portfolios.views.observations.doors import ObservationForm
from portfolios.views.standards import StandardsOffered

CHANGE = "portfolios.evidence.change"


class MoveObservation(ObservationForm):
    """Another day, as long as nothing is written."""

    permission = CHANGE
    states = (EvidenceState.ASKED,)
    form_class = MoveForm
    title = "Move the day"
    done_message = "Moved. The observer is told."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"planned_on": self.thing.observation.planned_on}}

    def act(self, form: MoveForm) -> Model:
        return move(evidence=self.thing, planned_on=form.cleaned_data["planned_on"], by=self.actor, at=self.now)


class Reflect(GuardedPage, Autosaved, StandardsOffered, ObservationForm):
    """What she takes from it. It saves itself; the observer reads it once it is sent."""

    permission = CHANGE
    states = (EvidenceState.ANSWERED,)
    template_name = "portfolios/observation_write.html"
    form_class = ReflectForm
    draft_form = REFLECT_FORM
    title = "Write your reflection"
    done_message = "Sent. The observer now says what they make of it."

    @property
    def mapped(self) -> Iterable[int]:
        return list(self.thing.statements.values_list("pk", flat=True))

    @property
    def initial(self) -> dict[str, Any]:
        return {"statements": [str(pk) for pk in self.mapped], **super().initial}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "reader": "The observer reads it once you press “Send my reflection”"}

    def save(self, form: ReflectForm) -> Model:
        words = form.cleaned_data["reflection"]
        return reflect(evidence=self.thing, words=words, statement_ids=form.statement_ids, by=self.actor, at=self.now)


class WithdrawObservation(ObservationForm):
    """Take the whole piece back."""

    permission = CHANGE
    states = tuple(state for state in EvidenceState if state != EvidenceState.WITHDRAWN)
    form_class = WithdrawForm
    title = "Withdraw this observation"
    intro = "It counts no more and nobody writes in it. What you handed in with it stays as it was handed in."
    done_message = "Withdrawn."

    def act(self, form: WithdrawForm) -> Model:
        return withdraw(evidence=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)


class CallBack(ObservationForm):
    """Take back what one asked, to ask somebody else or for another day."""

    permission = CHANGE
    states = (EvidenceState.ASKED,)
    form_class = CallBackForm
    title = "Take it back"
    intro = "The observer is told and has nothing to do any more. You can ask again, somebody else too."
    done_message = "Taken back. Ask somebody else, or for another day."

    def act(self, form: CallBackForm) -> Model:
        return call_back(evidence=self.thing, by=self.actor, at=self.now)


class SendAgain(ObservationForm):
    """A new link by mail for an observer outside."""

    permission = CHANGE
    states = (EvidenceState.ASKED, EvidenceState.REFLECTED)
    form_class = SendAgainForm
    title = "Send the link again"
    intro = "The observer gets a new link by e-mail. The one before works no more."
    done_message = "A new link is on its way."

    def act(self, form: SendAgainForm) -> Model:
        send_link(evidence=self.thing, by=self.actor, at=self.now)
        return self.thing
