"""The end of a year: what is missing, what was recommended, and writing the final report."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.engines.drafts.pages import Autosaved
from academy.engines.guard.pages import GuardedPage
from asye.choices.enrolments import EnrolmentState
from asye.choices.final import FINAL_FORM
from asye.forms.final import FinalReportForm
from asye.models import Enrolment
from asye.rules.assurance import outside_words
from asye.rules.final import Before, appeal_offered
from asye.selectors.final import asks_of, before_of
from asye.selectors.held import checks_of
from asye.selectors.moderation import elsewhere_for, heard_by
from asye.selectors.policies import rules_of
from asye.selectors.recommendations import recommendations_for
from asye.services.recommending import recommend
from asye.views.doors import YearDoor

TITLE = "How the year ends"


class FinalPage(YearDoor, Page):
    """The list that is looked at before a recommendation, each recommendation made, and what the reader may read of
    moderation."""

    template_name = "asye/final/final.html"

    def read(self) -> dict[str, Any]:
        year = self.thing
        may = year.state == EnrolmentState.ACTIVE and allows("asye.final.recommend", self.actor, year)
        return {
            **self.of_year(),
            "title": TITLE,
            "caption": year.person.full_name,
            "checks": checks_of(year, on=self.today),
            "recommendations": recommendations_for(self.actor, year),
            "heard": heard_by(self.actor, year),
            "elsewhere": elsewhere_for(self.actor, year),
            "may_recommend": may,
            "outside": outside_words(rules_of(year.policy).moderation),
            "crumbs": [*self.crumbs, (TITLE, "")],
        }


class RecommendPage(GuardedPage, YearDoor, Autosaved):
    """The final report; it saves itself while it is written."""

    permission = "asye.final.recommend"
    template_name = "asye/final/recommend.html"
    form_class = FinalReportForm
    draft_form = FINAL_FORM
    title = "Final report and recommendation"
    done_message = "Recommended. She can read it now, and moderation is next."

    @cached_property
    def before(self) -> Before:
        return before_of(self.thing, by=self.actor)

    @property
    def initial(self) -> dict[str, Any]:
        """The policy's words on appeals, until others were written; gaps are questions of this year alone."""
        unsent = self.words.data.dict() if self.words is not None and self.words.has_draft else {}
        return {"appeal": appeal_offered(rules_of(self.thing.policy).appeal), **unsent}

    def form_arguments(self) -> dict[str, Any]:
        return {**super().form_arguments(), "before": self.before}

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.person.full_name,
            "before": self.before,
            "asks": asks_of(self.thing),
            "is_open": self.thing.state == EnrolmentState.ACTIVE,
            "cancel_url": self.next_page(),
            "crumbs": [*self.crumbs, (TITLE, self.next_page()), ("Final report", "")],
        }

    def save(self, form: FinalReportForm) -> Enrolment:
        return recommend(enrolment=self.thing, report=form.final_report, by=self.actor, at=self.now).enrolment

    def next_page(self, made: Model | None = None) -> str:
        return reverse("asye:final", args=[self.thing.pk])
