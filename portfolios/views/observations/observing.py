"""The observer's pages of an observation, signed in: writing, declining, judging."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.drafts.pages import Autosaved
from academy.engines.guard.pages import GuardedPage
from portfolios.choices.drafts import JUDGE_FORM, OBSERVE_FORM
from portfolios.choices.evidence import EvidenceState
from portfolios.forms.observations import DeclineForm, JudgeForm, SeenForm
from portfolios.selectors.observations import day_to_suggest
from portfolios.services.observing import Judged, Seen, decline, judge, observe
from portfolios.views.observations.doors import ObservationForm

ANSWER = "portfolios.evidence.answer"


class WriteSeen(GuardedPage, Autosaved, ObservationForm):
    """What was seen, on which day, and that the people present agreed. It saves itself while it is written."""

    permission = ANSWER
    states = (EvidenceState.ASKED,)
    template_name = "portfolios/observation_write.html"
    form_class = SeenForm
    draft_form = OBSERVE_FORM
    title = "Write what you saw"
    done_message = "Sent. You are asked for your judgement once there is a reflection."

    @property
    def initial(self) -> dict[str, Any]:
        return {"happened_on": day_to_suggest(self.thing, on=self.today), **super().initial}

    def read(self) -> dict[str, Any]:
        return {
            **super().read(),
            "reader": f"{self.thing.person.short_name} reads it once you press “Send what I saw”",
            "decline_url": reverse("portfolios:decline-observation", args=[self.thing.pk]),
        }

    def save(self, form: SeenForm) -> Model:
        return observe(evidence=self.thing, seen=Seen(**form.cleaned_data), by=self.actor, at=self.now)


class DeclineObservation(ObservationForm):
    """Say that one cannot."""

    permission = ANSWER
    states = (EvidenceState.ASKED,)
    form_class = DeclineForm
    title = "I cannot do this"
    done_message = "Thank you for saying so. They are told and can ask somebody else."

    def act(self, form: DeclineForm) -> Model:
        return decline(evidence=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        """The piece is for its practitioner alone again."""
        return reverse("desk:home")


class JudgeObservation(GuardedPage, Autosaved, ObservationForm):
    """What the observer makes of it, after the reflection."""

    permission = ANSWER
    states = (EvidenceState.REFLECTED,)
    template_name = "portfolios/observation_write.html"
    form_class = JudgeForm
    draft_form = JUDGE_FORM
    title = "Say what you make of it"
    done_message = "Sent. The observation is complete."

    def read(self) -> dict[str, Any]:
        return {
            **super().read(),
            "reader": f"{self.thing.person.short_name} reads it once you press “Send my judgement”",
        }

    def save(self, form: JudgeForm) -> Model:
        return judge(evidence=self.thing, judged=Judged(**form.cleaned_data), by=self.actor, at=self.now)
