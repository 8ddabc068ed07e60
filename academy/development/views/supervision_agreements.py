"""My supervision, whom I supervise, and the agreements about it."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.forms.supervisions import ArrangeForm, PlanForm
from academy.development.models import SupervisionAgreement
from academy.development.rules.supervisions import in_weeks
from academy.development.selectors.colleagues import Colleague, colleagues_to_choose
from academy.development.selectors.supervisions import Kept, agreements_of, agreements_with, kept, sessions_of
from academy.development.services import supervision_agreements, supervisions
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.ui.forms.people import PersonSearch

SECTION = "development"


def way(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    """The way back from a page of supervision."""
    return [MY_DEVELOPMENT, ("Supervision", reverse("development:supervisions")), *steps]


class MySupervision(Page):
    """One's own supervision by strand, and whom one supervises."""

    permission = "development.supervision.list"
    section = SECTION
    template_name = "development/supervisions.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Supervision",
            "crumbs": [MY_DEVELOPMENT, ("Supervision", "")],
            "own": kept(agreements_of(self.actor), on=self.today),
            "given": kept(agreements_with(self.actor), on=self.today),
            "may_oversee": allows("development.supervision.overview", self.actor),
        }


class ArrangeSupervision(FormPage):
    """Arrange supervision with a colleague: one of the team, or found by name."""

    permission = "development.supervision.arrange"
    section = SECTION
    template_name = "development/supervision_arrange.html"
    form_class = ArrangeForm
    title = "Arrange supervision"
    done_message = "Arranged. It begins once it is agreed to."

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague]:
        return colleagues_to_choose(
            self.asked, near=self.actor.person_id, organisation_id=self.actor.organisation_id, on=self.actor.on
        )

    def form_arguments(self) -> dict[str, Any]:
        return {"colleagues": self.colleagues, "initial": {"from_on": self.today}}

    def read(self) -> dict[str, Any]:
        return {
            "asked": self.asked,
            "colleagues": self.colleagues,
            "cancel_url": reverse("development:supervisions"),
            "crumbs": way((self.title, "")),
        }

    def act(self, form: ArrangeForm) -> Model:
        return supervision_agreements.arrange(person=form.chosen_person, terms=form.terms, by=self.actor, at=self.now)


class AgreementDoor(Door):
    """A view of one agreement, found through what the actor may know of."""

    section = SECTION
    thing: SupervisionAgreement

    def load(self) -> SupervisionAgreement:
        visible = SupervisionAgreement.objects.visible_to(self.actor).select_related("person", "supervisor")
        found: SupervisionAgreement = self.find(visible, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        parties = (self.thing.person_id, self.thing.supervisor_id)
        return None if self.actor.person_id in parties else self.thing.person_id

    @cached_property
    def kept(self) -> Kept:
        return kept(SupervisionAgreement.objects.visible_to(self.actor).filter(pk=self.thing.pk), on=self.today)[0]

    @property
    def name(self) -> str:
        strand = f"{self.thing.get_strand_display()} supervision"
        if self.thing.person_id == self.actor.person_id:
            return f"{strand} with {self.thing.supervisor.full_name}"
        return f"{strand} of {self.thing.person.full_name}"


class ReadAgreement(AgreementDoor, Page):
    """What was agreed, how its rhythm is kept, and its sessions by their days."""

    permission = "development.agreement.see"
    template_name = "development/supervision_agreement.html"

    def read(self) -> dict[str, Any]:
        row, actor = self.thing, self.actor
        goes_on = row.until_on is None
        may_end = goes_on and allows("development.agreement.end", actor, row)
        return {
            "title": self.name,
            "agreement": row,
            "kept": self.kept,
            "sessions": sessions_of(row),
            "is_party": actor.person_id in (row.person_id, row.supervisor_id),
            "may_agree": goes_on and row.agreed_at is None and allows("development.agreement.agree", actor, row),
            "may_end": may_end,
            "may_plan": may_end and row.agreed_at is not None and self.kept.planned is None,
            "crumbs": way((self.name, "")),
        }


class PlanSession(AgreementDoor, FormPage):
    """Plan the next session; the day suggested is that of the rhythm."""

    permission = "development.agreement.end"
    form_class = PlanForm
    title = "Plan the next session"
    done_message = "Planned. Both of you see it."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"planned_on": self.kept.suggested_on}}

    def read(self) -> dict[str, Any]:
        page = self.thing.get_absolute_url()
        crumbs = way((self.thing.get_strand_display(), page), (self.title, ""))
        return {"caption": self.name, "cancel_url": page, "crumbs": crumbs, "intro": self.why}

    @property
    def why(self) -> str:
        """Where the suggested day comes from."""
        weeks = in_weeks(self.thing.every_weeks)
        paused = f", {self.kept.rhythm.pauses}" if self.kept.rhythm.pauses else ""
        return f"The day suggested follows your rhythm, every {weeks}{paused}."

    def act(self, form: PlanForm) -> Model:
        return supervisions.plan(
            agreement=self.thing, planned_on=form.cleaned_data["planned_on"], by=self.actor, at=self.now
        )

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()


class AgreementAct(AgreementDoor, Act):
    """A button on the page of an agreement."""

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class AgreeToSupervision(AgreementAct):
    permission = "development.agreement.agree"
    done_message = "Agreed. Plan the first session now, or leave it to your supervisor."

    def act(self) -> Model:
        return supervision_agreements.agree(agreement=self.thing, by=self.actor, at=self.now)


class EndAgreement(AgreementAct):
    permission = "development.agreement.end"
    done_message = "Ended today. What was held stays with both of you."

    def act(self) -> Model:
        return supervision_agreements.end(agreement=self.thing, by=self.actor, at=self.now)
