"""Asking for learning outside the offer: writing, handing in, and seeing where a request is."""

import uuid
from typing import Any, cast
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door, Page
from academy.engines.drafts.selectors.words import KeptWords, words_for
from academy.engines.drafts.services.drafts import delete as forget_draft
from academy.identity.models import User
from academy.training.choices import REQUEST_FORM
from academy.training.forms.requests import AnswerForm, RequestForm, WithdrawForm, of_course, stored, typed
from academy.training.models import TrainingRequest
from academy.training.rules.requests import cost_words, support_words
from academy.training.selectors.outside_courses import outside_course, outside_courses
from academy.training.selectors.policies import terms_for
from academy.training.selectors.request_links import goal_shown, links_of
from academy.training.selectors.requests import (
    open_question,
    own_requests,
    request_written_in,
    whereabouts_of,
    who_looks_again,
    with_steps,
)
from academy.training.services.giving_up import give_up
from academy.training.services.requests import answer, hand_in, write

ON_A_PAGE = 20
HERE = ("Training", "/training/")


class RequestDoor(Door):
    """A view of one request, found through what the actor may know of."""

    section = "training"
    thing: TrainingRequest

    def load(self) -> TrainingRequest:
        visible = with_steps(TrainingRequest.objects.visible_to(self.actor))
        found: TrainingRequest = self.find(visible, pk=self.kwargs["pk"])
        return found

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        mine = ("My requests", reverse("training:requests"))
        return [HERE, mine, (self.thing.title, self.thing.get_absolute_url())]


class MyRequests(Page):
    """One's own requests, and where each of them is."""

    permission = "training.request.start"
    section = "training"
    template_name = "training/requests.html"

    def read(self) -> dict[str, Any]:
        page = Paginator(own_requests(self.actor), ON_A_PAGE).get_page(self.request.GET.get("page"))
        rows = whereabouts_of(page.object_list, on=self.today)
        return {"title": "My requests", "crumbs": [HERE, ("My requests", "")], "page": page, "rows": rows}


class NewRequest(Door):
    """Gives a new form its random name, under which its words are saved from the first one on."""

    permission = "training.request.start"

    def get(self, request: HttpRequest) -> HttpResponse:
        address = reverse("training:new-request-form", args=[uuid.uuid4()])
        asked = request.GET.get("course", "")
        return redirect(f"{address}?{urlencode({'course': asked})}" if asked else address)


class WritingPage(FormPage):
    """The form. `written` is the draft that is being changed, None for something new."""

    section = "training"
    template_name = "training/request_write.html"
    form_class = RequestForm
    title = "Ask for learning outside the offer"

    @property
    def written(self) -> TrainingRequest | None:
        return None

    @property
    def token(self) -> uuid.UUID | None:
        return None

    @property
    def key(self) -> str:
        """What the unsent words of this form are kept under."""
        return str(self.written.pk) if self.written else f"new-{self.token}"

    @property
    def writer(self) -> User:
        """The account that writes; who is not signed in does not come this far."""
        return cast(User, self.request.user)

    @cached_property
    def words(self) -> KeptWords | None:
        """What this form saved by itself, or was sent too late."""
        return words_for(user=self.writer, form=REQUEST_FORM, key=self.key)

    def form_arguments(self) -> dict[str, Any]:
        initial = stored(self.written) if self.written else {}
        if self.words is not None and self.words.has_draft:
            initial |= typed(self.words.data)
        return {
            "on": self.today,
            "courses": outside_courses(self.actor),
            "links": links_of(self.actor),
            "handing_in": "leave" not in self.request.POST,
            "initial": initial,
        }

    def read(self) -> dict[str, Any]:
        return {
            "words": self.words,
            "lines": terms_for(self.actor.organisation_id, on=self.today).lines,
            "draft_form": REQUEST_FORM,
            "key": self.key,
            "crumbs": [HERE, ("My requests", reverse("training:requests")), ("Ask", "")],
        }

    def act(self, form: RequestForm) -> Model:
        leaves = "leave" in self.request.POST
        command = write if leaves else hand_in
        made = command(words=form.words, request=self.written, token=self.token, by=self.actor, at=self.now)
        forget_draft(owner=self.writer, form=REQUEST_FORM, key=self.key)
        self.done_message = "Left as a draft. Only you can see it." if leaves else "Sent. You see below who decides."
        return made


class WriteNewRequest(WritingPage):
    """Something new. Once it was left or sent, its address leads to the request it became."""

    permission = "training.request.start"

    @property
    def token(self) -> uuid.UUID:
        token: uuid.UUID = self.kwargs["token"]
        return token

    def form_arguments(self) -> dict[str, Any]:
        arguments = super().form_arguments()
        course = outside_course(self.actor, self.request.GET.get("course", ""))
        if course is not None:
            arguments["initial"] = of_course(course) | arguments["initial"]
        return arguments

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._became() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._became(sent=True) or super().post(request, *args, **kwargs)

    def _became(self, *, sent: bool = False) -> HttpResponse | None:
        made = request_written_in(self.token, by=self.actor)
        if made is None or (sent and made.is_draft):
            return None
        return redirect("training:edit-request" if made.is_draft else "training:request", pk=made.pk)


class WriteAgain(RequestDoor, WritingPage):
    """A draft of before."""

    permission = "training.request.write"

    @property
    def written(self) -> TrainingRequest:
        return self.thing

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.thing.is_draft:
            return HttpResponseRedirect(self.thing.get_absolute_url())
        return super().get(request, *args, **kwargs)


class ReadRequest(RequestDoor, Page):
    """A request: what it says, where it is, since when, and with whom; and everything said about it."""

    permission = "training.request.see"
    template_name = "training/request.html"

    def person_read(self) -> int:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        whereabouts = whereabouts_of([self.thing], on=self.today)[0]
        is_own = self.thing.person_id == self.actor.person_id
        no = next((step for step in whereabouts.steps if step.stage.is_declined), None)
        return {
            "title": self.thing.title,
            "whereabouts": whereabouts,
            "is_own": is_own,
            "costs": cost_words((line.kind, line.pounds) for line in self.thing.costs.all()),
            "support": support_words(self.thing.support),
            "goal": goal_shown(self.thing, self.actor),
            "question": open_question(self.thing) if is_own else None,
            "declined": no,
            "looks_again": who_looks_again(no, on=self.today) if no else None,
            "crumbs": [*self.crumbs[:-1], (self.thing.title, "")] if is_own else [],
        }


class AnswerQuestion(RequestDoor, FormPage):
    """The person answers a question; the decision is waited for again."""

    permission = "training.request.write"
    form_class = AnswerForm
    title = "Answer the question"
    done_message = "Answered. The decision is waited for again."

    def read(self) -> dict[str, Any]:
        question = open_question(self.thing)
        asked = f"{question.asked_by.full_name} asks: {question.question}" if question else ""
        return {"intro": asked, "cancel_url": self.thing.get_absolute_url(), "crumbs": [*self.crumbs, ("Answer", "")]}

    def act(self, form: AnswerForm) -> Model:
        return answer(request=self.thing, text=form.cleaned_data["answer"], by=self.actor, at=self.now)


class WithdrawRequest(RequestDoor, FormPage):
    """The person takes her request back; a place with an event goes to the next."""

    permission = "training.request.withdraw"
    form_class = WithdrawForm
    title = "Withdraw this request"
    intro = "Whoever was asked to decide is told. A place that was kept for you goes to the next in the queue."
    done_message = "Withdrawn."

    def read(self) -> dict[str, Any]:
        return {"cancel_url": self.thing.get_absolute_url(), "crumbs": [*self.crumbs, ("Withdraw", "")]}

    def act(self, form: WithdrawForm) -> Model:
        return give_up(request=self.thing, by=self.actor, at=self.now)
