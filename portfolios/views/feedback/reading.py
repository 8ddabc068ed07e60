"""One's feedback: how far it is, what was said, a name taken out, what one takes from it, withdrawing it."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.engines.audit.commands import Refused
from academy.engines.guard.pages import GuardedPage
from academy.engines.links.services.links import MadeLink
from portfolios.choices.evidence import EvidenceKind, EvidenceState
from portfolios.forms.feedback import MaskForm, ReadForm, WithdrawForm
from portfolios.models import Evidence
from portfolios.selectors.feedback import RELATED, own_observations, rows_of, telling
from portfolios.selectors.pieces import pieces_of
from portfolios.services.feedback_asks import Card, make_again, send_again
from portfolios.services.feedback_reading import Reading, mask, reflect, withdraw
from portfolios.views.feedback.asking import MINE, PORTFOLIO, show_cards, show_link
from portfolios.views.standards import StandardsOffered


class FeedbackDoor(Door):
    """A view of one piece of feedback, found through what the actor may know of."""

    section = "portfolio"
    thing: Evidence

    def load(self) -> Evidence:
        visible = Evidence.objects.visible_to(self.actor).filter(kind=EvidenceKind.FEEDBACK, feedback__isnull=False)
        found: Evidence = self.find(visible.select_related(*RELATED), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int:
        return self.thing.person_id

    @property
    def url(self) -> str:
        return str(self.thing.feedback.get_absolute_url())

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [PORTFOLIO, MINE, (self.thing.title, self.url)]


class ReadFeedback(FeedbackDoor, Page):
    """The page of one piece: for the practitioner all of it, for whom she asked what she was asked."""

    permission = "portfolios.evidence.see"
    template_name = "portfolios/feedback/feedback.html"

    def read(self) -> dict[str, Any]:
        evidence = self.thing
        is_own = evidence.person_id == self.actor.person_id
        is_asked = evidence.state == EvidenceState.ASKED
        return {
            "title": evidence.title,
            "caption": "Feedback" if is_own else f"Feedback on the work of {evidence.person.full_name}",
            "evidence": evidence,
            "feedback": evidence.feedback,
            "is_own": is_own,
            "row": rows_of([evidence])[0],
            "piece": pieces_of([evidence])[evidence.pk] if is_own and evidence.is_complete else None,
            "hits": telling(evidence, self.actor) if is_own else [],
            "is_asked": is_asked,
            "is_draft": evidence.state == EvidenceState.DRAFT,
            "may_answer": is_asked and allows("portfolios.evidence.answer", self.actor, evidence),
            "crumbs": [*self.crumbs[:-1], (evidence.title, "")] if is_own else [],
        }


class MakeAgain(FeedbackDoor, Page):
    """A new card or link: shown in the answer to this press and never again."""

    permission = "portfolios.evidence.change"
    template_name = "portfolios/feedback/again.html"

    def read(self) -> dict[str, Any]:
        what = "card" if self.thing.feedback.is_by_card else "link"
        return {"title": f"A new {what}", "what": what, "back": self.url, "crumbs": [*self.crumbs, ("Again", "")]}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            made = make_again(evidence=self.thing, by=self.actor, at=self.now)
        except Refused as refused:
            return self.render_to_response(self.get_context_data(refusal=refused.reason), status=422)
        if isinstance(made, MadeLink):
            return show_link(self, made, giver=self.thing.feedback.giver_words, back=self.url)
        return show_cards(self, [Card(self.thing, made.code)])


class SendAgain(FeedbackDoor, Act):
    """A new link by mail to who was asked outside."""

    permission = "portfolios.evidence.change"
    done_message = "A new link is on its way. The one before works no more."

    def act(self) -> Model:
        return send_again(evidence=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.url


class OwnFeedbackForm(FeedbackDoor, FormPage):
    """A form on one's own feedback."""

    permission = "portfolios.evidence.change"

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.title,
            "evidence": self.thing,
            "feedback": self.thing.feedback,
            "cancel_url": self.url,
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def next_page(self, made: Model | None) -> str:
        return self.url


class Reflect(GuardedPage, StandardsOffered, OwnFeedbackForm):
    """What one takes from it. Keeping it empty says that one read it."""

    template_name = "portfolios/feedback/reflect.html"
    form_class = ReadForm
    title = "What I take from it"
    done_message = "Kept."

    @cached_property
    def mapped(self) -> list[int]:
        return list(self.thing.statements.values_list("pk", flat=True))

    @property
    def initial(self) -> dict[str, Any]:
        joined = self.thing.feedback.observation_id
        return {
            "reflection": self.thing.reflection,
            "observation": str(joined or ""),
            "statements": [str(pk) for pk in self.mapped],
        }

    def form_arguments(self) -> dict[str, Any]:
        return {**super().form_arguments(), "observations": own_observations(self.actor)}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "piece": pieces_of([self.thing])[self.thing.pk]}

    def act(self, form: ReadForm) -> Model:
        said = form.cleaned_data["reflection"]
        reading = Reading(reflection=said, observation=form.joined, statement_ids=form.statement_ids)
        return reflect(evidence=self.thing, reading=reading, by=self.actor, at=self.now)


class Mask(OwnFeedbackForm):
    """Names and numbers taken out of what was said."""

    template_name = "portfolios/feedback/mask.html"
    form_class = MaskForm
    title = "Take out what tells who somebody is"
    done_message = "Taken out."

    def form_arguments(self) -> dict[str, Any]:
        return {"hits": [(hit.text, hit.why) for hit in telling(self.thing, self.actor)]}

    def act(self, form: MaskForm) -> Model:
        return mask(evidence=self.thing, words=form.chosen, by=self.actor, at=self.now)


class Withdraw(OwnFeedbackForm):
    """Taking it out of one's evidence."""

    form_class = WithdrawForm
    title = "Withdraw this feedback"
    intro = "A card or a link ends. It counts nowhere any more; what was handed in stays as it was."
    done_message = "Withdrawn."

    def act(self, form: WithdrawForm) -> Model:
        return withdraw(evidence=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("portfolios:feedback-mine")
