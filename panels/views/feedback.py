"""Feedback on an outcome: who is named for it, writing it, and reading it."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.drafts.pages import Autosaved
from academy.engines.guard.pages import GuardedPage
from panels.choices.drafts import FEEDBACK_FORM
from panels.choices.panels import MemberSort
from panels.forms.outcomes import FeedbackForm, GiverForm
from panels.models import Case, Decision, Feedback
from panels.selectors.feedback_givers import candidates_for, sorts_asked
from panels.selectors.wording import about
from panels.services.feedback import GIVE, give, name
from panels.services.letters import RELEASE
from panels.services.releasing import latest_of
from panels.views.case_forms import CaseForm
from panels.views.doors import PANELS


class NameGiver(CaseForm):
    """Who gives feedback, where nobody was found or it should be another."""

    permission = RELEASE
    form_class = GiverForm
    title = "Name who gives feedback"
    intro = (
        "She is asked once the decision is told. A letter nobody has put other words into names her from now on, and "
        "is to be read once more; into another write her name yourself."
    )
    done_message = "Named."

    @cached_property
    def sorts(self) -> tuple[MemberSort, ...]:
        decision: Decision | None = latest_of(self.case)
        return sorts_asked(decision) if decision is not None else ()

    def form_arguments(self) -> dict[str, Any]:
        return {"sorts": self.sorts, "people": candidates_for(self.case, on=self.today)}

    def act(self, form: GiverForm) -> Feedback:
        return name(case=self.case, **form.named, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        decision = latest_of(self.case)
        waits = decision is not None and decision.meeting_id and self.case.released_at is None
        return reverse("panels:outbox", args=[decision.meeting_id]) if decision and waits else super().next_page(made)


class GiveFeedback(GuardedPage, Autosaved):
    """What the candidate was told, and a place to write; it saves itself while it is written. Whoever is named may have
    no other part in the case, so the page shows no more of it than the candidate was told."""

    permission = GIVE
    section = "panels"
    template_name = "panels/feedback/give.html"
    form_class = FeedbackForm
    draft_form = FEEDBACK_FORM
    title = "Give feedback"
    done_message = "Given. She is told that it is there."
    thing: Feedback

    def load(self) -> Feedback:
        beside = ("case__person", "case__grade", "case__vacancy", "case__policy")
        visible = Feedback.objects.visible_to(self.actor).select_related(*beside)
        found: Feedback = self.find(visible, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.case.person_id

    @property
    def case(self) -> Case:
        found: Case = self.thing.case
        return found

    def read(self) -> dict[str, Any]:
        seen = Case.objects.visible_to(self.actor).filter(pk=self.case.pk).exists()
        home = reverse("panels:home")
        return {
            "caption": f"{self.case.person.full_name}: {about(self.case)}",
            "feedback": self.thing,
            "decision": latest_of(self.case),
            "cancel_url": self.case.get_absolute_url() if seen else home,
            "crumbs": [(PANELS, home), (self.title, "")],
        }

    def save(self, form: FeedbackForm) -> Feedback:
        return give(feedback=self.thing, words=form.cleaned_data["words"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()
