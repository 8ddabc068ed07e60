"""Case audits: asked for, begun by the auditor, graded, sent back, taken back, withdrawn."""

from typing import Any, ClassVar

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.selectors.colleagues import Colleague, colleagues_to_choose
from academy.engines.access.form_pages import FormPage
from academy.engines.guard.pages import GuardedPage
from academy.identity.models import Person
from academy.people.selectors.people import visible_to
from academy.ui.forms.people import PersonSearch
from portfolios.choices.evidence import EvidenceKind, EvidenceState
from portfolios.forms.case_audits import LIVE, PAPER, AskAuditForm, CaseForm, GradeForm, WithdrawAuditForm
from portfolios.forms.pieces import CallBackForm, SendBackForm
from portfolios.models import CaseAudit, Evidence
from portfolios.selectors.case_audits import grades_of
from portfolios.selectors.pieces import pieces_of
from portfolios.services import case_audits
from portfolios.views.evidence import WAY, EvidenceDoor

ABOUT = (
    "A case is audited by a colleague, live beside the open record where you can. An audit by your line manager counts "
    "as hers; anybody else’s is independent."
)


class Choosing(FormPage):
    """Whom to ask: the team is there at once, everybody else is found by name."""

    section = "portfolio"
    template_name = "development/choose_colleague.html"
    form_class = AskAuditForm
    title = "Have a case audited"
    done_message = "Asked. They are told, and you find it on your home page until they answer."

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague]:
        return colleagues_to_choose(
            self.asked, near=self.actor.person_id, organisation_id=self.actor.organisation_id, on=self.actor.on
        )

    def form_arguments(self) -> dict[str, Any]:
        return {"colleagues": self.colleagues}

    def read(self) -> dict[str, Any]:
        return {
            **super().read(),
            "about": ABOUT,
            "asked": self.asked,
            "colleagues": self.colleagues,
            "cancel_url": reverse("portfolios:begin-evidence"),
            "crumbs": [*WAY, (self.title, "")],
        }


class AskAudit(Choosing):
    """Ask a colleague to audit one of one's cases."""

    permission = "portfolios.evidence.begin"

    def act(self, form: AskAuditForm) -> Model:
        given = {"case": form.case, "auditor": form.chosen_person, "token": form.cleaned_data["token"]}
        return case_audits.ask(**given, by=self.actor, at=self.now)


class BeginAuditFor(FormPage):
    """The auditor begins the audit of a colleague's case."""

    permission = "portfolios.audit.begin"
    section = "portfolio"
    form_class = CaseForm
    title = "Audit a case"
    intro = "She is told, and it is among her evidence. You grade it now or later."
    done_message = "Begun. Grade it when you have audited it."
    thing: Person

    def load(self) -> Person:
        person: Person = self.find(visible_to(self.actor), pk=self.kwargs["person"])
        return person

    def read(self) -> dict[str, Any]:
        return {"caption": self.thing.full_name, "cancel_url": reverse("people:person", args=[self.thing.pk])}

    def act(self, form: CaseForm) -> Model:
        given = {"person": self.thing, "case": form.case, "token": form.cleaned_data["token"]}
        return case_audits.begin_for(**given, by=self.actor, at=self.now)


class AuditPage(EvidenceDoor, FormPage):
    """A form about one audit; in another state than the form is for, its page leads to the piece."""

    states: ClassVar[tuple[str, ...]] = ()

    def load(self) -> Evidence:
        found = super().load()
        if found.kind != EvidenceKind.AUDIT:
            raise Http404
        return found

    @property
    def audit(self) -> CaseAudit:
        audit: CaseAudit = self.thing.case_audit
        return audit

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.thing.state not in self.states:
            return HttpResponseRedirect(self.thing.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def read(self) -> dict[str, Any]:
        caption = self.thing.title if self.is_own else f"{self.thing.person.full_name}: {self.thing.title}"
        page = {"caption": caption, "crumbs": [*self.crumbs, (self.title, "")]}
        return {**super().read(), **page, "cancel_url": self.thing.get_absolute_url()}

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()


class AskAuditAgain(AuditPage, Choosing):
    """After it was sent or called back: ask again, or somebody else."""

    permission = "portfolios.evidence.change"
    states = (EvidenceState.DRAFT,)

    def form_arguments(self) -> dict[str, Any]:
        how = LIVE if self.audit.is_live else PAPER
        return {**super().form_arguments(), "initial": {"reference": self.audit.reference, "how": how}}

    def act(self, form: AskAuditForm) -> Model:
        case, auditor = form.case, form.chosen_person
        return case_audits.ask_again(evidence=self.thing, case=case, auditor=auditor, by=self.actor, at=self.now)


class GradeAudit(GuardedPage, AuditPage):
    """The grade on the scale that was frozen with the audit, and why."""

    permission = "portfolios.evidence.answer"
    states = (EvidenceState.ASKED,)
    template_name = "portfolios/evidence/answer.html"
    form_class = GradeForm
    title = "Grade this case"
    intro = "She reads the grade and your comments. The grade counts for her progression as it stands here."
    done_message = "Graded. She is told."

    def person_read(self) -> int:
        return self.thing.person_id

    def form_arguments(self) -> dict[str, Any]:
        how = LIVE if self.audit.is_live else PAPER
        return {
            "grades": grades_of(self.audit, on=self.actor.on),
            "initial": {"audited_on": self.today, "how": how},
        }

    def read(self) -> dict[str, Any]:
        return {**super().read(), "evidence": self.thing, "piece": pieces_of([self.thing])[self.thing.pk]}

    def act(self, form: GradeForm) -> Model:
        return case_audits.grade(evidence=self.thing, verdict=form.verdict, by=self.actor, at=self.now)


class SendBackAudit(AuditPage):
    """The auditor says why she does not audit it."""

    permission = "portfolios.evidence.answer"
    states = (EvidenceState.ASKED,)
    form_class = SendBackForm
    title = "Send it back"
    done_message = "Sent back. She is told, and reads your reason."

    def act(self, form: SendBackForm) -> Model:
        return case_audits.send_back(
            evidence=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now
        )

    def next_page(self, made: Model | None) -> str:
        return reverse("portfolios:evidence-list")


class CallBackAudit(AuditPage):
    """Take back what was asked, to ask somebody else."""

    permission = "portfolios.evidence.change"
    states = (EvidenceState.ASKED,)
    form_class = CallBackForm
    title = "Take back what I asked"
    intro = "The auditor is told and has nothing to do any more. You can ask somebody else."
    done_message = "Taken back."

    def act(self, form: CallBackForm) -> Model:
        return case_audits.call_back(evidence=self.thing, by=self.actor, at=self.now)


class WithdrawAudit(AuditPage):
    """Take an audit out of one's evidence."""

    permission = "portfolios.evidence.change"
    states = (EvidenceState.DRAFT, EvidenceState.ASKED, EvidenceState.COMPLETE)
    form_class = WithdrawAuditForm
    title = "Withdraw it"
    intro = "It counts nowhere any more. What you handed in with it stays as it was handed in."
    done_message = "Withdrawn."

    def act(self, form: WithdrawAuditForm) -> Model:
        return case_audits.withdraw(evidence=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)
