"""An appeal by its pages: made, given to people who hear it, answered."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.views import Page
from academy.engines.documents.selectors.documents import documents_of, documents_of_under_way
from academy.engines.documents.services.documents import order
from academy.engines.drafts.pages import Autosaved
from academy.engines.guard.pages import GuardedPage
from academy.engines.jobs.models import Job
from academy.identity.models import Person
from panels.choices.drafts import ANSWER_FORM, APPEAL_FORM
from panels.choices.outcomes import AppealState
from panels.choices.papers import Paper
from panels.documents import KINDS
from panels.forms.appeals import AnswerForm, AppealForm, HearerForm, StandDownForm
from panels.models import Appeal, Case
from panels.models.appeal import Hearer
from panels.selectors.appeals import BESIDE, to_name
from panels.selectors.policies import rules_of
from panels.selectors.sections.appeal import told_of
from panels.services.appeals import ANSWER, KEEP, OPEN, answer, name_hearer, open_appeal, stand_down, withdraw_appeal
from panels.views.case_forms import CaseForm
from panels.views.doors import CaseDoor

SEE = "panels.appeal.see"
TITLE = "Appeal"
CASES = (*BESIDE, "decision__case__organisation", "decision__case__panel", "decision__case__sitting")


class AppealAgainst(GuardedPage, CaseDoor, Autosaved):
    """The candidate's words; they save themselves while she writes."""

    permission = OPEN
    template_name = "panels/appeals/write.html"
    form_class = AppealForm
    draft_form = APPEAL_FORM
    title = "Appeal against the decision"
    done_message = "Sent. The academy lead names people who had no part in the decision to hear it."

    def form_arguments(self) -> dict[str, Any]:
        return {**super().form_arguments(), "grounds": rules_of(self.case.policy).appeal.grounds}

    def read(self) -> dict[str, Any]:
        page = self.case.get_absolute_url()
        about = rules_of(self.case.policy).appeal.words
        return {**self.of_case(), "about": about, "cancel_url": page, "crumbs": [*self.crumbs, (TITLE, "")]}

    def save(self, form: AppealForm) -> Appeal:
        said = {"ground": form.cleaned_data["ground"], "words": form.cleaned_data["words"]}
        return open_appeal(case=self.case, **said, by=self.actor, at=self.now)


class AppealDoor(CaseDoor):
    """A view of one appeal, found through what the actor may know of."""

    thing: Any

    def load(self) -> Any:
        return self.find(Appeal.objects.visible_to(self.actor).select_related(*CASES), pk=self.kwargs["pk"])

    @property
    def appeal(self) -> Appeal:
        found: Appeal = self.thing
        return found

    @property
    def case(self) -> Case:
        found: Case = self.appeal.decision.case
        return found

    def next_page(self, made: Model | None = None) -> str:
        """The appeal, or where panels are opened if she does not see it any more."""
        still = Appeal.objects.visible_to(self.actor).filter(pk=self.appeal.pk).exists()
        return self.appeal.get_absolute_url() if still else reverse("panels:home")

    def of_appeal(self, title: str) -> dict[str, Any]:
        """What every page of an appeal shows."""
        page = self.appeal.get_absolute_url()
        crumbs = [*self.crumbs, (TITLE, page), (title, "")]
        return {**self.of_case(), "appeal": self.appeal, "cancel_url": page, "crumbs": crumbs}


class AppealPage(AppealDoor, Page):
    """How it stands, in her words and those of the answer; and what whoever looks can do."""

    template_name = "panels/appeals/appeal.html"

    def read(self) -> dict[str, Any]:
        kinds, pk, is_answered = [Paper.ANSWER.kind], self.appeal.pk, self.appeal.state == AppealState.CLOSED
        return {
            **self.of_case(),
            "title": TITLE,
            "part": told_of(self.appeal, actor=self.actor, sees=self.sees),
            "made": documents_of(self.actor, kinds, pk) if is_answered else [],
            "under_way": documents_of_under_way(self.actor, kinds, pk) if is_answered else [],
            "crumbs": [*self.crumbs, (TITLE, "")],
        }


class PrintAnswer(AppealDoor, Act):
    """The answer as a PDF, made while one goes on."""

    permission = SEE
    done_message = "Your PDF is being made."
    job: Job

    def act(self) -> Job:
        self.job = order(kind=KINDS[Paper.ANSWER], by=self.actor, at=self.now, choices={}, subject=self.appeal)
        return self.job

    def next_page(self, made: Model | None = None) -> str:
        job = getattr(self, "job", None)
        return job.get_absolute_url() if job is not None else super().next_page(made)


class NameHearer(AppealDoor, CaseForm):
    """Who hears it, of those who are fresh to the case."""

    permission = KEEP
    form_class = HearerForm
    title = "Name who hears the appeal"
    intro = "Only people who had no part in the decision and whom nothing ties to the candidate stand here."
    done_message = "Named. Once all are named they are told."

    @cached_property
    def people(self) -> list[Person]:
        return to_name(self.appeal, on=self.today)

    def form_arguments(self) -> dict[str, Any]:
        return {"people": self.people}

    def read(self) -> dict[str, Any]:
        return self.of_appeal(self.title)

    def act(self, form: HearerForm) -> Hearer:
        return name_hearer(appeal=self.appeal, person=form.chosen, by=self.actor, at=self.now)


class StandDown(AppealDoor, CaseForm):
    """Somebody cannot hear it."""

    permission = KEEP
    form_class = StandDownForm
    title = "Take the appeal off somebody"
    intro = "Name somebody else in her place. She is told."
    done_message = "Taken off her."

    def load(self) -> Any:
        seen = Hearer.objects.visible_to(self.actor).standing()
        cases = (f"appeal__{name}" for name in CASES)
        return self.find(seen.select_related("person", *cases), pk=self.kwargs["pk"])

    @property
    def appeal(self) -> Appeal:
        found: Appeal = self.thing.appeal
        return found

    def read(self) -> dict[str, Any]:
        return self.of_appeal(self.title)

    def act(self, form: StandDownForm) -> Hearer:
        return stand_down(hearer=self.thing, because=form.cleaned_data["because"], by=self.actor, at=self.now)


class WithdrawAppeal(AppealDoor, Act):
    """The candidate takes it back."""

    permission = OPEN
    done_message = "Your appeal is withdrawn. The decision stands."

    def act(self) -> Model:
        return withdraw_appeal(appeal=self.appeal, by=self.actor, at=self.now)


class AnswerAppeal(GuardedPage, AppealDoor, Autosaved):
    """One of those who hear it writes the answer for all of them."""

    permission = ANSWER
    template_name = "panels/appeals/write.html"
    form_class = AnswerForm
    draft_form = ANSWER_FORM
    title = "Answer the appeal"
    done_message = "Answered. The candidate and the academy lead are told."

    def read(self) -> dict[str, Any]:
        about = (
            "Write it for all who hear it, once you agree. Upheld, the case is judged and decided again by new people."
        )
        return {**self.of_appeal(self.title), "about": about}

    def save(self, form: AnswerForm) -> Appeal:
        said = {"outcome": form.cleaned_data["outcome"], "words": form.cleaned_data["outcome_words"]}
        return answer(appeal=self.appeal, **said, by=self.actor, at=self.now)
