"""What was told and written down, and what a colleague answers in the portal."""

from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.ui.wording import beginning
from portfolios.choices.evidence import EvidenceState, Giver
from portfolios.forms.feedback_answers import AnswerForm, NoteForm, ToldForm
from portfolios.rules.feedback import Questions, questions_for
from portfolios.selectors.policies import policy_for
from portfolios.services.feedback_answers import answer
from portfolios.services.feedback_told import keep_told
from portfolios.views.feedback.asking import ASK, MINE, PORTFOLIO, AskPage
from portfolios.views.feedback.reading import FeedbackDoor


class Tell(AskPage):
    """What somebody told the practitioner, as she writes it down and reads it back."""

    template_name = "portfolios/feedback/tell.html"
    form_class = ToldForm
    title = "Write down what was said"
    done_message = "Kept. It is part of your evidence now."

    @cached_property
    def giver(self) -> Giver:
        if self.kwargs["giver"] not in Giver.values:
            raise Http404
        return Giver(self.kwargs["giver"])

    def form_arguments(self) -> dict[str, Any]:
        policy = policy_for(self.actor.organisation_id, self.today)
        return {"questions": questions_for(policy, self.giver), "giver": self.giver, "initial": {"on": self.today}}

    def read(self) -> dict[str, Any]:
        return {
            "caption": beginning(self.giver.label),
            "cancel_url": reverse("portfolios:feedback-begin"),
            "crumbs": [PORTFOLIO, MINE, ASK, (self.title, "")],
        }

    def act(self, form: ToldForm) -> Model:
        return keep_told(told=form.told, by=self.actor, at=self.now)


class Answer(FeedbackDoor, FormPage):
    """What a colleague says herself, or writes down of what somebody told her."""

    permission = "portfolios.evidence.answer"
    template_name = "portfolios/feedback/answer.html"
    done_message = "Thank you. It is sent."

    @property
    def is_told(self) -> bool:
        return bool(self.thing.feedback.is_nameless)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answered or called back, there is nothing to write any more."""
        if self.thing.state != EvidenceState.ASKED:
            return HttpResponseRedirect(self.url)
        return super().get(request, *args, **kwargs)

    def make_form(self) -> AnswerForm:
        form_class = NoteForm if self.is_told else AnswerForm
        sent = self.request.POST if self.request.method == "POST" else None
        return form_class(data=sent, questions=questions_asked(self), initial={"on": self.today})

    def read(self) -> dict[str, Any]:
        who = self.thing.person.full_name
        return {
            "title": f"What was said about the work of {who}" if self.is_told else f"How do you see the work of {who}?",
            "caption": self.thing.title,
            "evidence": self.thing,
            "feedback": self.thing.feedback,
            "is_told": self.is_told,
            "cancel_url": self.url,
        }

    def act(self, form: AnswerForm) -> Model:
        return answer(evidence=self.thing, said=form.said, by=self.actor, at=self.now).evidence

    def next_page(self, made: Model | None) -> str:
        return self.url


def questions_asked(page: FeedbackDoor) -> Questions:
    """What is asked of whom the piece is from."""
    policy = policy_for(page.thing.organisation_id, page.today)
    return questions_for(policy, page.thing.feedback.giver)
