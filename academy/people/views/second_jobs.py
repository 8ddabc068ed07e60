"""One's own second jobs: declaring, reading how one stands, withdrawing and ending it; and deciding on another's."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.engines.audit.commands import Refused
from academy.identity.models import Organisation
from academy.people.forms.keeping.dated import SureForm
from academy.people.forms.second_jobs import DeclarationForm, EndedForm, OverLimitForm, PermissionForm
from academy.people.models import SecondJob
from academy.people.rules.second_jobs import can_work
from academy.people.selectors.second_job_deciders import asked_of, deciders_of
from academy.people.selectors.second_job_policies import policy_for, terms_of
from academy.people.selectors.second_jobs import Place, own_jobs, place_of, readable, week_of, week_with
from academy.people.services import second_job_decisions as decisions
from academy.people.services import second_jobs
from academy.people.services.second_jobs import NO_POLICY

OWN = "Second jobs"


def own_crumbs(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [("My record", reverse("people:own")), (OWN, reverse("people:second-jobs")), *steps]


def crumbs_of(job: SecondJob) -> list[tuple[str, str]]:
    """The way back for who decides or keeps it: by the record of the person."""
    return [
        ("People", reverse("people:directory")),
        (job.person.full_name, reverse("people:person", args=[job.person_id])),
        ("Second job", ""),
    ]


class OwnSecondJobs(Page):
    """What she declared, and what her organisation says about second jobs."""

    permission = "people.second_job.own"
    section = "people"
    template_name = "people/second_jobs/own.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": OWN,
            "jobs": own_jobs(self.actor),
            "terms": terms_of(policy_for(self.actor.organisation_id, on=self.today)),
            "declares": self.actor.organisation_id in self.actor.staff_of,
            "crumbs": [("My record", reverse("people:own")), (OWN, "")],
        }


class Declare(FormPage):
    """Her own facts are read back; the first press says what the week comes to and who decides, the second declares."""

    permission = "people.second_job.declare"
    section = "people"
    template_name = "people/second_jobs/declare.html"
    form_class = DeclarationForm
    title = "Declare a second job"
    done_message = "Declared. Who decides has been told, and you hear of the decision."

    @property
    def renews(self) -> SecondJob | None:
        """The job that is declared anew; None for one declared for the first time."""
        return None

    @cached_property
    def organisation(self) -> Organisation:
        return Organisation.objects.get(pk=self.actor.organisation_id)

    @cached_property
    def place(self) -> Place | None:
        return place_of(self.actor.person_id or 0, self.organisation.pk, on=self.today)

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.organisation.name,
            "place": self.place,
            "cancel_url": reverse("people:second-jobs"),
            "crumbs": own_crumbs((self.title, "")),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form()
        if form.is_valid() and self.place is not None:
            says = self._says(form, self.place)
            if form.cleaned_data["seen"] != says["seen"]:
                return self.render_to_response(self.get_context_data(form=form.shown(says["seen"]), says=says))
        return super().post(request, *args, **kwargs)

    def _says(self, form: DeclarationForm, place: Place) -> dict[str, Any]:
        """What is said before she sends: the week, whether it can be allowed, whose permission it needs."""
        declaration = form.declaration
        week = week_of(
            self.actor.person_id or 0,
            declared=declaration.hours,
            terms=place.terms,
            on=max(declaration.from_on, self.today),
            leaving_out=[self.renews.pk] if self.renews else [],
        )
        permitted_by = place.asked.permitted_by
        return {
            "week": week,
            "within": can_work(week),
            "asked": place.asked,
            "people": asked_of(
                self.actor.person_id or 0, self.organisation.pk, permitted_by=permitted_by, on=self.today
            ),
            "in_advance": declaration.from_on > self.today or self.renews is not None,
            "seen": f"{permitted_by} {week.in_all}",
        }

    def act(self, form: DeclarationForm) -> Model:
        if self.place is None:
            raise Refused(NO_POLICY)
        return second_jobs.declare(
            organisation=self.organisation,
            declaration=form.declaration,
            renews=self.renews,
            by=self.actor,
            at=self.now,
        )


class DeclareAgain(Declare):
    """The same for a job that was allowed before; what was declared is read back."""

    permission = "people.second_job.renew"
    title = "Declare it again"
    thing: SecondJob

    def load(self) -> SecondJob:
        found: SecondJob = self.find(readable(self.actor), pk=self.kwargs["pk"])
        return found

    @cached_property
    def organisation(self) -> Organisation:
        found: Organisation = self.thing.organisation
        return found

    @property
    def renews(self) -> SecondJob:
        return self.thing

    def form_arguments(self) -> dict[str, Any]:
        job = self.thing
        known = {"employer": job.employer, "role": job.role, "hours": f"{job.hours.normalize():f}", "words": job.words}
        return {"initial": {**known, "from_on": self.today}}


class OneSecondJob(FormPage):
    """A page about one second job."""

    section = "people"
    thing: SecondJob

    def load(self) -> SecondJob:
        found: SecondJob = self.find(readable(self.actor), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        return {
            "caption": f"{self.thing.role}, {self.thing.employer}",
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": own_crumbs((self.title, "")),
        }


class ShowSecondJob(OneSecondJob):
    """What was declared, who decides or decided, and what can be done now."""

    permission = "people.second_job.see"
    template_name = "people/second_jobs/job.html"
    form_class = SureForm
    http_method_names = ["get"]

    def read(self) -> dict[str, Any]:
        job = self.thing
        is_own = job.person_id == self.actor.person_id
        here = f"{job.role}, {job.employer}"
        return {
            "title": here,
            "caption": f"Second job of {job.person.full_name}",
            "job": job,
            "terms": terms_of(job.policy),
            "is_own": is_own,
            "people": deciders_of(job, on=self.today) if job.is_waiting else [],
            "can_decide": job.is_waiting and allows("people.second_job.decide", self.actor, job),
            "can_end": job.is_allowed and allows("people.second_job.end", self.actor, job),
            "crumbs": own_crumbs((here, "")) if is_own else crumbs_of(job),
        }


class Decide(OneSecondJob):
    """The decision of her line manager or the chief officer, beside what the week comes to."""

    permission = "people.second_job.decide"
    template_name = "people/second_jobs/decide.html"

    @cached_property
    def within(self) -> Any:
        return can_work(week_with(self.thing, on=self.today))

    def make_form(self) -> PermissionForm:
        sent = self.request.POST if self.request.method == "POST" else None
        form_class = PermissionForm if self.within.allowed else OverLimitForm
        return form_class(data=sent, initial={"reason": self.within.reason})

    def read(self) -> dict[str, Any]:
        job = self.thing
        return {
            "title": f"Second job of {job.person.full_name}",
            "job": job,
            "week": week_with(job, on=self.today),
            "within": self.within,
            "terms": terms_of(job.policy),
            "is_open": job.is_waiting,
            "crumbs": crumbs_of(job),
        }

    def act(self, form: PermissionForm) -> Model:
        reason = form.cleaned_data["reason"]
        if "refuse" in self.request.POST or not self.within.allowed:
            self.done_message = "Refused. She is told, and reads your reason."
            return decisions.refuse(job=self.thing, reason=reason, by=self.actor, at=self.now)
        self.done_message = "Allowed. She is told."
        return decisions.allow(job=self.thing, reason=reason, by=self.actor, at=self.now)


class Withdraw(OneSecondJob):
    permission = "people.second_job.withdraw"
    form_class = SureForm
    title = "Withdraw this declaration?"
    intro = "It stays in your list as withdrawn. Declare the job anew if you take it after all."
    done_message = "The declaration is withdrawn."

    def act(self, form: SureForm) -> Model:
        return second_jobs.withdraw(job=self.thing, by=self.actor, at=self.now)


class End(OneSecondJob):
    permission = "people.second_job.end"
    form_class = EndedForm
    title = "This job has ended"
    done_message = "The job has ended. Its hours count no more."

    def act(self, form: EndedForm) -> Model:
        return second_jobs.end(job=self.thing, last_day=form.cleaned_data["last_day"], by=self.actor, at=self.now)
