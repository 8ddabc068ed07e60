"""Planning an observation: choosing a colleague or naming somebody outside, for the first time or again."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.selectors.colleagues import Colleague, colleagues_to_choose
from academy.engines.guard.pages import GuardedPage
from academy.ui.forms.people import PersonSearch
from portfolios.choices.evidence import EvidenceState, Observer
from portfolios.forms.observations import ColleaguePlanForm, OutsidePlanForm, PlanForm
from portfolios.models import Evidence
from portfolios.selectors.observations import outline_of, with_standing
from portfolios.selectors.policies import policy_for
from portfolios.services.observations import plan, plan_again
from portfolios.views.observations.doors import SECTION, ObservationForm, way
from portfolios.views.standards import StandardsOffered


class PlanPage(GuardedPage, StandardsOffered):
    """What the pages share that plan an observation; `again` is one that was taken back or declined."""

    permission = "portfolios.evidence.begin"
    section = SECTION
    template_name = "portfolios/observation_plan.html"
    title = "Plan an observation"
    done_message = "Asked. The observer is told, and you find the day on your home page."
    form_class: type[PlanForm]
    other_way: ClassVar[str] = ""

    @property
    def again(self) -> Evidence | None:
        return None

    @property
    def initial(self) -> dict[str, Any]:
        return said_before(self.again) if self.again else {}

    @property
    def relations(self) -> list[str]:
        """Who may observe by the evidence policy."""
        return list(policy_for(self.actor.organisation_id, self.actor.on).observers)

    def form_arguments(self) -> dict[str, Any]:
        return {**super().form_arguments(), "relations": self.relations}

    def read(self) -> dict[str, Any]:
        return {
            "cancel_url": reverse("portfolios:evidence-list"),
            "other_url": self.other_url,
            "crumbs": [*way(is_own=True), (self.title, "")],
        }

    @property
    def other_url(self) -> str:
        """Where somebody outside is named instead of a colleague, or the other way round."""
        return reverse(f"portfolios:{self.other_way}")

    def act(self, form: Any) -> Model:
        made = plan(plan=form.plan, token=form.cleaned_data["token"], by=self.actor, at=self.now)
        self._say_doubts(made)
        return made

    def _say_doubts(self, made: Evidence) -> None:
        """What is not known of the observer is said beside her name, and blocks nothing."""
        for doubt in outline_of(made, on=self.today).doubts:
            messages.warning(self.request, doubt)


class WithColleague(PlanPage):
    """Choose one of the colleagues found; the line manager and the team are there at once."""

    form_class = ColleaguePlanForm
    other_way = "plan-outside-observation"

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague]:
        person_id, organisation_id = self.actor.person_id, self.actor.organisation_id
        if person_id is None or organisation_id is None:
            return []
        place: dict[str, Any] = {"organisation_id": organisation_id, "on": self.actor.on}
        found = colleagues_to_choose(self.asked, near=person_id, **place)
        return with_standing(found, person_id=person_id, **place)

    def form_arguments(self) -> dict[str, Any]:
        return {**super().form_arguments(), "colleagues": self.colleagues}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "searches": True, "asked": self.asked, "colleagues": self.colleagues}


class WithOutsider(PlanPage):
    """Name somebody without an account; she gets a link. She is never the line manager, who has one."""

    form_class = OutsidePlanForm
    other_way = "plan-observation"
    title = "Plan an observation by somebody outside"
    done_message = "Asked. A link to write by is on its way to the observer."

    @property
    def relations(self) -> list[str]:
        return [code for code in super().relations if code != Observer.LINE_MANAGER]


class PlanAgain(ObservationForm, PlanPage):
    """One's own observation that is not asked for now, asked for again."""

    permission = "portfolios.evidence.change"
    states = (EvidenceState.DRAFT,)

    @property
    def again(self) -> Evidence:
        return self.thing

    @property
    def mapped(self) -> Iterable[int]:
        return list(self.thing.statements.values_list("pk", flat=True))

    @property
    def other_url(self) -> str:
        return reverse(f"portfolios:{self.other_way}", args=[self.thing.pk])

    def read(self) -> dict[str, Any]:
        return {**super().read(), "returned_because": self.thing.returned_because}

    def act(self, form: Any) -> Model:
        made = plan_again(evidence=self.thing, plan=form.plan, by=self.actor, at=self.now)
        self._say_doubts(made)
        return made


class AgainWithColleague(PlanAgain, WithColleague):
    other_way = "plan-outside-observation-again"


class AgainWithOutsider(PlanAgain, WithOutsider):
    other_way = "plan-observation-again"


def said_before(evidence: Evidence) -> dict[str, Any]:
    """What the form starts from: the plan as it was."""
    observation = evidence.observation
    return {
        "person": str(observation.observer_id or ""),
        "name": observation.outsider_name,
        "email": observation.outsider_email,
        "registration": observation.outsider_registration,
        "relation": observation.relation,
        "setting": observation.setting,
        "planned_on": observation.planned_on,
        "title": evidence.title,
        "focus": observation.focus,
        "statements": [str(pk) for pk in evidence.statements.values_list("pk", flat=True)],
    }
