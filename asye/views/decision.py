"""The employer's decision: what it rests on, deciding, reading it, and the certificate that follows."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from asye.choices.enrolments import EnrolmentState, Outcome
from asye.forms.decision import DecideForm
from asye.models import AsyeCertificate, EmployerDecision, Enrolment
from asye.rules.final import appeal_offered
from asye.selectors.certificate import certificate_of, certificate_paper
from asye.selectors.decision import (
    decision_of,
    decisions_read_by,
    grade_proposed,
    known_of,
    probation_proposed,
    reads_why,
    standing_of,
)
from asye.selectors.grade_step import GradeStep, grade_step_of
from asye.selectors.policies import rules_of
from asye.services.certificates import issue
from asye.services.deciding import decide
from asye.views.doors import YearDoor

TITLE = "The employer’s decision"


class DecisionDoor(Door):
    """A view of a decision: of those who see the year, of who decides, and of human resources once it is decided."""

    permission = "asye.decision.see"
    section = "asye"
    thing: Enrolment

    def load(self) -> Enrolment:
        found: Enrolment = self.find(decisions_read_by(self.actor), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id

    @property
    def url(self) -> str:
        return reverse("asye:decision", args=[self.thing.pk])


class ReadDecision(DecisionDoor, Page):
    """What was decided and what follows; before that, what it will rest on, for who decides."""

    template_name = "asye/decision/decision.html"

    def read(self) -> dict[str, Any]:
        year, decision = self.thing, decision_of(self.thing)
        certificate = certificate_of(year)
        decides = allows("asye.outcome.decide", self.actor, year)
        return {
            "title": TITLE,
            "caption": year.person.full_name,
            "enrolment": year,
            "decision": decision,
            "is_pass": decision is not None and decision.outcome == Outcome.PASS,
            "follows": rules_of(year.policy).on_pass,
            "reads_why": decision is not None and reads_why(self.actor, year),
            "step": grade_step_of(year, on=self.today),
            "standing": standing_of(year) if decides else None,
            "may_decide": decides and year.state == EnrolmentState.MODERATED,
            "certificate": certificate,
            "paper": certificate_paper(year, certificate, self.actor),
            "may_certify": self._may_certify(decision),
            "crumbs": [("Home", reverse("desk:home")), (TITLE, "")],
        }

    def _may_certify(self, decision: EmployerDecision | None) -> bool:
        if decision is None or decision.outcome != Outcome.PASS or self.thing.state != EnrolmentState.DECIDED:
            return False
        return allows("asye.certificate.issue", self.actor, self.thing)


class Decide(DecisionDoor, FormPage):
    """Who decides reads what was recommended and whether moderation confirmed it, and decides."""

    permission = "asye.outcome.decide"
    template_name = "asye/decision/decide.html"
    form_class = DecideForm
    title = "Decide for the employer"
    done_message = "Decided. She, her manager, her assessor, the academy and human resources are told."

    @cached_property
    def step(self) -> GradeStep:
        return grade_step_of(self.thing, on=self.today)

    def form_arguments(self) -> dict[str, Any]:
        initial = {
            "confirmed_on": self.today,
            "probation_until_on": probation_proposed(self.thing),
            "gives_grade": True,
            "grade_from_on": grade_proposed(self.thing, on=self.today),
            "appeal": appeal_offered(rules_of(self.thing.policy).appeal),
        }
        step = self.step.words if self.step.post is not None else ""
        return {"known": known_of(self.thing, on=self.today), "step": step, "initial": initial}

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.person.full_name,
            "enrolment": self.thing,
            "standing": standing_of(self.thing),
            "step": self.step,
            "is_open": self.thing.state == EnrolmentState.MODERATED,
            "follows": rules_of(self.thing.policy).on_pass,
            "cancel_url": self.url,
            "crumbs": [("Home", reverse("desk:home")), (TITLE, self.url), ("Decide", "")],
        }

    def act(self, form: DecideForm) -> EmployerDecision:
        return decide(enrolment=self.thing, decision=form.decision, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.url


class IssueCertificate(YearDoor, Act):
    """Whoever runs the programme issues the certificate."""

    permission = "asye.certificate.issue"
    done_message = "Issued. She is told."

    def act(self) -> AsyeCertificate:
        return issue(enrolment=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("asye:decision", args=[self.thing.pk])
