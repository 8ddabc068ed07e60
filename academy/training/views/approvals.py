"""Deciding on requests: the queue, one request with everything beside it, several at once, and what was decided."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Page
from academy.engines.audit.commands import Refused
from academy.training.forms.requests import DecisionForm, TogetherForm
from academy.training.models import RequestStage
from academy.training.rules.decisions import Made, can_decide
from academy.training.selectors.approvals import (
    Waiting,
    decided_lately,
    first_waiting,
    readable_stages,
    rows_of,
    stands_in_for,
    together,
    waiting_for,
)
from academy.training.selectors.deciding import beside
from academy.training.selectors.requests import whereabouts_of_one
from academy.training.services.decision_links import stage_of
from academy.training.services.decisions import Grounds, approve, approve_several, ask, decline

ON_A_PAGE = 25
HERE = ("Approvals", "/approvals/")
TELL_WHICH = "Choose one of the three: approve, ask or decline."


class Approvals(Page):
    """The oldest decision that waits for the actor; the page without one says so."""

    permission = "training.approvals.see"
    section = "approvals"
    template_name = "training/approvals_none.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        first = first_waiting(self.actor)
        return redirect("training:decide", pk=first) if first else super().get(request, *args, **kwargs)

    def read(self) -> dict[str, Any]:
        lately = decided_lately(self.actor).count()
        return {"title": "Approvals", "stands_in": stands_in_for(self.actor), "lately": lately}


class Decide(FormPage):
    """One request with everything beside it, three buttons, and the queue."""

    permission = "training.stage.decide"
    section = "approvals"
    template_name = "training/approvals.html"
    form_class = DecisionForm
    shows_queue = True
    thing: RequestStage

    def load(self) -> RequestStage:
        found: RequestStage = self.find(readable_stages(self.actor), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int:
        return self.thing.request.person_id

    def form_arguments(self) -> dict[str, Any]:
        request = self.thing.request
        grounds = {"job_role": request.role_relevance or request.need, "benefit": request.benefit or request.need}
        most = {name: text[:1000] for name, text in grounds.items()}
        return {"initial": most}

    def read(self) -> dict[str, Any]:
        rows = waiting_for(self.actor) if self.shows_queue else []
        shown = next((row for row in rows if row.stage.pk == self.thing.pk), None)
        row = shown or rows_of([self.thing], actor=self.actor)[0]
        whereabouts = whereabouts_of_one(self.thing.request_id, on=self.today)
        decided_by = self.thing.decided_by.full_name if self.thing.decided_by else ""
        made = Made(whereabouts.request.state, self.thing.state, decided_by, self.thing.decided_at)
        return {
            "title": "Approvals",
            "thing_pk": self.thing.pk,
            "rows": rows,
            "beside": beside(row, actor=self.actor),
            "whereabouts": whereabouts,
            "can_decide": can_decide(made),
            "can_decline": can_decide(made, is_no=True),
            **self._around(rows),
        }

    def _around(self, rows: list[Waiting]) -> dict[str, Any]:
        if not self.shows_queue:
            return {}
        return {
            "stands_in": stands_in_for(self.actor),
            "together": len(together(rows, on=self.today)),
            "lately": decided_lately(self.actor).count(),
        }

    def act(self, form: DecisionForm) -> Model:
        said, stage = form.cleaned_data, self.thing
        name = self.thing.request.person.short_name
        match self.request.POST.get("decision"):
            case "approve":
                grounds = Grounds(job_role=said["job_role"], benefit=said["benefit"])
                made = approve(stage=stage, grounds=grounds, reason=said["reason"], by=self.actor, at=self.now)
                self.done_message = f"You agreed to what {name} asks for. {name} is told."
            case "ask":
                made = ask(stage=stage, question=said["reason"], by=self.actor, at=self.now)
                self.done_message = f"{name} is asked. The clock stands still until the answer."
            case "decline":
                made = decline(stage=stage, reason=said["reason"], by=self.actor, at=self.now)
                self.done_message = f"Declined. {name} reads your reason and whom to ask to look again."
            case _:
                raise Refused(TELL_WHICH)
        return made

    def next_page(self, made: Model | None) -> str:
        return reverse("training:approvals")


class DecideByMail(Decide):
    """The same by the address in a mail: one request, nothing else. The address grants nothing."""

    shows_queue = False

    def load(self) -> RequestStage:
        pk = stage_of(self.kwargs["token"])
        if pk is None:
            raise Http404
        found: RequestStage = self.find(readable_stages(self.actor), pk=pk)
        return found


class ApproveTogether(FormPage):
    """A yes for several requests at once: those without cost and with cover."""

    permission = "training.approvals.see"
    section = "approvals"
    form_class = TogetherForm
    title = "Approve several together"
    intro = (
        "Here are the requests without cost, with no mandatory training missing and with cover. "
        "Untick those you want to look at first."
    )

    @cached_property
    def rows(self) -> list[Waiting]:
        return together(waiting_for(self.actor), on=self.today)

    def form_arguments(self) -> dict[str, Any]:
        return {"choices": [(str(row.stage.pk), _line(row)) for row in self.rows]}

    def read(self) -> dict[str, Any]:
        return {"crumbs": [HERE, ("Together", "")], "cancel_url": reverse("training:approvals")}

    def act(self, form: TogetherForm) -> None:
        chosen = {int(pk) for pk in form.cleaned_data["stages"]}
        stages = [row.stage for row in self.rows if row.stage.pk in chosen]
        refusals = approve_several(stages=stages, by=self.actor, at=self.now)
        for refusal in refusals:
            messages.warning(self.request, refusal)
        if len(stages) > len(refusals):
            messages.success(self.request, f"{len(stages) - len(refusals)} approved. Everybody is told.")

    def next_page(self, made: Model | None) -> str:
        return reverse("training:approvals")


class DecidedLately(Page):
    """What the actor decided, or had decided for her, in the last thirty days."""

    permission = "training.approvals.see"
    section = "approvals"
    template_name = "training/decided.html"

    def read(self) -> dict[str, Any]:
        page = Paginator(decided_lately(self.actor), ON_A_PAGE).get_page(self.request.GET.get("page"))
        return {"title": "Decided in the last 30 days", "page": page, "crumbs": [HERE, ("Decided", "")]}


def _line(row: Waiting) -> str:
    request = row.stage.request
    return f"{request.person.full_name}: {request.title} ({row.size})"
