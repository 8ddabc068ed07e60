"""How far a target of a plan is, that it is done, and the plan on paper."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Page
from academy.engines.documents.services.documents import order
from academy.engines.guard.pages import GuardedPage
from academy.engines.jobs.models import Job
from panels.choices.papers import Paper
from panels.documents import KINDS
from panels.forms.outcomes import DoneForm, ProgressForm
from panels.models import Case, Decision
from panels.models.decision import Target
from panels.selectors.plans import progress_of, targets_to_help_with
from panels.services.plans import KEEP, note_done, note_progress
from panels.services.releasing import latest_of
from panels.views.doors import PANELS, CaseDoor


class TargetForm(GuardedPage, FormPage):
    """A form about a target. Whoever helps with it may have no other part in the case and sees the target alone."""

    permission = KEEP
    section = "panels"
    template_name = "panels/plans/target.html"
    done_message = "Noted."
    other, other_says = "", ""
    thing: Target

    def load(self) -> Target:
        visible = Target.objects.visible_to(self.actor).select_related("decision__case__person")
        found: Target = self.find(visible, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id

    @property
    def case(self) -> Case:
        found: Case = self.thing.decision.case
        return found

    @property
    def back(self) -> str:
        seen = Case.objects.visible_to(self.actor).filter(pk=self.case.pk).exists()
        return self.case.get_absolute_url() if seen else reverse("panels:targets")

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.case.person.full_name,
            "intro": self.thing.words,
            "cancel_url": self.back,
            "target": self.thing,
            "other_url": reverse(self.other, args=[self.thing.pk]),
            "other_says": self.other_says,
            "noted": progress_of([self.thing])[self.thing.pk],
            "crumbs": [(PANELS, reverse("panels:home")), (self.title, "")],
        }

    def next_page(self, made: Model | None) -> str:
        return self.back


class NoteTarget(TargetForm):
    """When a target was done."""

    form_class = DoneForm
    title = "Note a target as done"
    other, other_says = "panels:target-progress", "It is not done: note how far it is"

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"done_on": self.today}}

    def act(self, form: DoneForm) -> Model:
        said = form.cleaned_data
        return note_done(target=self.thing, done_on=said["done_on"], words=said["words"], by=self.actor, at=self.now)


class NoteProgress(TargetForm):
    """How far a target is on a day."""

    form_class = ProgressForm
    title = "Note how far a target is"
    other, other_says = "panels:target", "It is done: note that"

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"on": self.today}}

    def act(self, form: ProgressForm) -> Model:
        said = form.cleaned_data
        return note_progress(target=self.thing, on=said["on"], words=said["words"], by=self.actor, at=self.now)


class TargetsToHelp(Page):
    """Targets of others the actor sees to."""

    permission = "panels.target.help"
    section = "panels"
    template_name = "panels/plans/targets.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Targets you help with",
            "targets": targets_to_help_with(self.actor),
            "crumbs": [(PANELS, reverse("panels:home")), ("Targets you help with", "")],
        }


class PrintPlan(CaseDoor, Act):
    """The plan as it stands, as a PDF."""

    permission = "panels.plan.see"
    done_message = "Your PDF is being made."
    decision: Decision
    job: Job

    def load(self) -> Any:
        found = latest_of(super().load())
        self.decision = self.find(Decision.objects.visible_to(self.actor), pk=found.pk if found else None)
        return self.decision

    @property
    def case(self) -> Case:
        found: Case = self.decision.case
        return found

    def act(self) -> Job:
        self.job = order(kind=KINDS[Paper.PLAN], by=self.actor, at=self.now, choices={}, subject=self.decision)
        return self.job

    def next_page(self) -> str:
        job = getattr(self, "job", None)
        return job.get_absolute_url() if job is not None else self.case.get_absolute_url()
