"""Enrolling: whom, what is known of her, whether she is eligible and why, and then her year begins."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Page
from academy.identity.models import Person
from academy.people.selectors.people import visible_to
from asye.choices.enrolments import Programme, Role
from asye.forms.enrolments import CHOSEN, EnrolForm, FindForm, seen_as
from asye.models import AsyePolicy, Enrolment
from asye.rules.eligibility import can_start, conditions, grant_for, roles_needed
from asye.selectors.enrolling import Known, can_be_enrolled, candidates_for, known_of, policy_of
from asye.selectors.policies import rules_of
from asye.services.enrolments import NO_MANAGER, NO_POLICY, NO_POST, Details, enrol, start_of
from asye.views.doors import HOME


class WhomToEnrol(Page):
    """Those in a newly qualified post whose year has not begun; anybody else is looked for by name."""

    permission = "asye.enrolments.enrol"
    section = "asye"
    template_name = "asye/enrolling/whom.html"

    def read(self) -> dict[str, Any]:
        form = FindForm(self.request.GET)
        return {
            "title": "Enrol a newly qualified social worker",
            "asked": form.asked,
            "posts": can_be_enrolled(self.actor, form.asked),
            "crumbs": [HOME, ("Enrol", "")],
        }


class EnrolPerson(FormPage):
    """What is known of her is read back; a few questions; the explanation; then she is enrolled."""

    permission = "asye.enrolment.enrol"
    section = "asye"
    template_name = "asye/enrolling/enrol.html"
    form_class = EnrolForm
    done_message = "Enrolled. She, her manager and her assessor are told."
    thing: Person

    def load(self) -> Person:
        found: Person = self.find(visible_to(self.actor), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.pk

    @cached_property
    def known(self) -> Known:
        return known_of(self.thing.pk, self.actor.organisation_id or 0, on=self.today)

    def policy(self, details: Details | None = None) -> AsyePolicy | None:
        """The edition she would begin under: on the day that was said, else today."""
        starts_on = details.starts_on if details else self.today
        programme = details.programme if details else Programme.ASYE
        return policy_of(self.known, self.actor.organisation_id or 0, starts_on=starts_on, programme=programme)

    def form_arguments(self) -> dict[str, Any]:
        policy = self.policy()
        roles = roles_needed(rules_of(policy)) if policy else (Role.ASSESSOR, Role.COORDINATOR)
        wanted = [role for role in CHOSEN if role in (*roles, Role.SUPERVISOR)]
        manager = self.known.terms.line_manager_id if self.known.terms else None
        here = self.actor.organisation_id or 0
        offered = {
            role: candidates_for(role, here, on=self.today, but=self.thing.pk, manager=manager) for role in wanted
        }
        initial = {"qualified_on": self.known.qualified_on, "coordinator": self.actor.person_id}
        documents = rules_of(policy).documents if policy else ()
        return {
            "known": self.known,
            "roles": roles,
            "offered": offered,
            "documents": documents,
            "initial": initial,
        }

    def read(self) -> dict[str, Any]:
        return {
            "title": f"Enrol {self.thing.full_name}",
            "known": self.known,
            "policy": self.policy(),
            "stops": self._stops(),
            "cancel_url": reverse("asye:enrol"),
            "crumbs": [HOME, ("Enrol", reverse("asye:enrol")), (self.thing.full_name, "")],
        }

    def _stops(self) -> str:
        """What has to be put right before anything can be asked."""
        if self.known.terms is None:
            return NO_POST
        return NO_MANAGER if self.known.terms.line_manager_id is None else ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form()
        if form.is_valid() and self._is_to_be_explained(form):
            return self._explained(form)
        return super().post(request, *args, **kwargs)

    def _is_to_be_explained(self, form: EnrolForm) -> bool:
        return self.policy(form.details) is None or form.cleaned_data["seen"] != seen_as(form.details)

    def _explained(self, form: EnrolForm) -> HttpResponse:
        """The same page with whether she is eligible and why; what was said stays, ready to be sent once more."""
        details = form.details
        policy = self.policy(details)
        if policy is None:
            form.add_error("starts_on", NO_POLICY)
            return self._again(form)
        rules, start = rules_of(policy), start_of(details, self.known)
        may = can_start(start, rules, on=self.today)
        if may.allowed:
            sent: Any = cast(Any, form.data).copy()
            sent["seen"] = seen_as(details)
            form.data = sent
            form.submit_words = "Enrol her"
        else:
            form.add_error(getattr(may, "field", None), may.reason)
        looked_at = conditions(start, rules, on=self.today)
        told = {"conditions": looked_at, "grant": grant_for(start, rules), "is_eligible": may.allowed}
        content = self.get_context_data(form=form, explained=told, edition=policy)
        return self.render_to_response(content, status=200 if may.allowed else 422)

    def act(self, form: EnrolForm) -> Enrolment:
        return enrol(person=self.thing, details=form.details, by=self.actor, at=self.now)
