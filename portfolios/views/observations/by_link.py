"""The pages behind the links of an observer outside: plain, small, and made for an old phone."""

from typing import Any, ClassVar

from django.db.models import Model
from django.http import Http404
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Page
from academy.engines.guard.pages import GuardedPage
from academy.engines.links.views.opening import LinkPage
from portfolios.choices.evidence import EvidenceState
from portfolios.forms.observations import DeclineForm, JudgeForm, SeenForm
from portfolios.links.observations import JUDGE, OBSERVE
from portfolios.models import Evidence
from portfolios.selectors.observations import day_to_suggest, observations, outline_of
from portfolios.services.observing import Judged, Seen, decline, judge, observe


class LinkedObservation(LinkPage, FormPage):
    """One form about the observation the link is for; sending it uses the link up."""

    template_name = "portfolios/observation_by_link.html"
    state: ClassVar[str] = EvidenceState.ASKED
    thing: Evidence

    def load(self) -> Evidence:
        found = observations().filter(pk=self.link.subject_id, state=self.state).first()
        if found is None:
            raise Http404
        return found

    def read(self) -> dict[str, Any]:
        return {"outline": outline_of(self.thing, on=self.today)}

    def next_page(self, made: Model | None) -> str:
        """Thanks are a page of their own, open to everybody: the link is spent."""
        return reverse("portfolios:observation-thanks")


class WriteByLink(GuardedPage, LinkedObservation):
    purpose = OBSERVE
    form_class = SeenForm
    title = "Write what you saw"

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"happened_on": day_to_suggest(self.thing, on=self.today)}}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "decline_url": reverse("portfolios:decline-by-link", args=[self.thing.pk])}

    def act(self, form: SeenForm) -> Model:
        seen = Seen(**form.cleaned_data)
        return observe(evidence=self.thing, seen=seen, by=self.actor, at=self.now, link=self.link)


class DeclineByLink(LinkedObservation):
    purpose = OBSERVE
    form_class = DeclineForm
    title = "I cannot do this"

    def act(self, form: DeclineForm) -> Model:
        reason = form.cleaned_data["reason"]
        return decline(evidence=self.thing, reason=reason, by=self.actor, at=self.now, link=self.link)


class JudgeByLink(GuardedPage, LinkedObservation):
    purpose = JUDGE
    state = EvidenceState.REFLECTED
    form_class = JudgeForm
    title = "Say what you make of it"

    def act(self, form: JudgeForm) -> Model:
        judged = Judged(**form.cleaned_data)
        return judge(evidence=self.thing, judged=judged, by=self.actor, at=self.now, link=self.link)


class Thanks(Page):
    """What somebody outside sees afterwards. It says nothing about anybody."""

    public = True
    template_name = "portfolios/observation_thanks.html"

    def read(self) -> dict[str, Any]:
        return {"title": "Thank you"}
