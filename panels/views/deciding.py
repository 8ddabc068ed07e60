"""What is written at the table: the discussion and the decision. Both save themselves while they are written."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.utils.functional import SimpleLazyObject, cached_property

from academy.engines.drafts.pages import Autosaved
from academy.engines.drafts.selectors.words import KeptWords, words_for
from academy.engines.guard.pages import GuardedPage
from academy.engines.guard.selectors.keys import known_to
from academy.identity.actor import Actor
from academy.identity.models import User
from panels.choices.drafts import DECISION_FORM, DISCUSSION_FORM
from panels.forms.deciding import DecideForm
from panels.forms.meetings import DiscussionForm
from panels.models import AgendaItem
from panels.rules.deciding import Deciding, can_decide
from panels.selectors.deciding import deciding_of, next_sittings, owners_of
from panels.selectors.discussing import Begun, begun
from panels.selectors.sections.reviews import reviews_shown
from panels.selectors.sight import sees_of
from panels.services.deciding import decide
from panels.services.discussion import Overtaken, keep
from panels.views.items import ItemForm


@dataclass(frozen=True)
class Writing:
    """The discussion of an item as a page lets somebody write it; `overtaken` is what somebody else kept meanwhile."""

    item: AgendaItem
    form: DiscussionForm
    words: KeptWords | None
    overtaken: str

    @property
    def draft_form(self) -> str:
        return DISCUSSION_FORM


def writing_beside(item: AgendaItem, *, writer: User, actor: Actor) -> Writing:
    """The discussion as it is written on a page that shows the item beside it. Four queries at most, before anything is
    asked of the guard."""
    words = words_for(user=writer, form=DISCUSSION_FORM, key=str(item.pk))
    starts = begun(item, words)
    form: Any = DiscussionForm(initial=initial_of(starts))
    form.guard = SimpleLazyObject(lambda: known_to(actor, thing=item.case))
    return Writing(item, form, words, starts.overtaken)


def initial_of(starts: Begun) -> dict[str, Any]:
    """What the form of a discussion shows first."""
    return {"words": starts.words, "begun_from": starts.revision}


class TableForm(GuardedPage, Autosaved, ItemForm):
    """A form about a case, with what its reviewers said beside it for whoever reads that."""

    @property
    def guarded_thing(self) -> Model | None:
        return self.thing.case

    def read(self) -> dict[str, Any]:
        case = self.thing.case
        shown = reviews_shown(case, actor=self.actor, sees=sees_of(self.actor, case))
        return {**super().read(), "shown": shown, "case_url": case.get_absolute_url()}


class Discuss(TableForm):
    """What is discussed, in one text: who writes on from an earlier one sees both, and keeps what is to stand."""

    template_name = "panels/meeting/discussion.html"
    form_class = DiscussionForm
    draft_form = DISCUSSION_FORM
    title = "Discussion"
    done_message = "The discussion is kept."
    overtaken: Overtaken | None = None

    @cached_property
    def begun(self) -> Begun:
        return begun(self.thing, self.words)

    @property
    def initial(self) -> dict[str, Any]:
        return initial_of(self.begun)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        content = super().get_context_data(**kwargs)
        overtaken = self.overtaken.kept if self.overtaken else self.begun.overtaken if self.is_shown else ""
        return {**content, "writing": Writing(self.thing, content["form"], self.words, overtaken)}

    @property
    def is_shown(self) -> bool:
        """Is the page asked for, and nothing sent? What is sent says itself from which text it was begun."""
        return self.request.method != "POST"

    def save(self, form: DiscussionForm) -> Model:
        said = form.cleaned_data
        begun_from = said["begun_from"] or 0
        try:
            return keep(item=self.thing, words=said["words"], revision=begun_from, by=self.actor, at=self.now)
        except Overtaken as overtaken:
            self.overtaken = overtaken
            form.stand_on(overtaken.revision)
            raise

    def _again(self, form: Any) -> HttpResponse:
        response = super()._again(form)
        if self.overtaken is not None:
            response.status_code = 409
        return response


class Decide(TableForm):
    """The decision, with the quorum of the room at this moment."""

    permission = "panels.case.decide"
    template_name = "panels/meeting/decide.html"
    form_class = DecideForm
    draft_form = DECISION_FORM
    title = "Decision of the panel"
    done_message = "Recorded. It is not told: letters are read first, and go together."
    # Of an ASYE no letter goes.
    done_of_asye = "Recorded. It is not told: it goes back to its year with the others of the sitting."

    @cached_property
    def deciding(self) -> Deciding:
        return deciding_of(self.thing, by=self.actor, at=self.now)

    @property
    def initial(self) -> dict[str, Any]:
        """The unsent words, those of the plan among them."""
        return self.words.data.dict() if self.words is not None else {}

    def form_arguments(self) -> dict[str, Any]:
        case = self.thing.case
        return {
            **super().form_arguments(),
            "deciding": self.deciding,
            "sittings": next_sittings(case, actor=self.actor, on=self.today),
            "owners": owners_of(case, called=self.called),
        }

    def read(self) -> dict[str, Any]:
        can = can_decide(self.deciding)
        return {**super().read(), "can": can, "room": self.deciding.room}

    def save(self, form: DecideForm) -> Model:
        if self.thing.case.is_moderation:
            self.done_message = self.done_of_asye
        return decide(item=self.thing, said=form.recorded, by=self.actor, at=self.now)
