"""A form page about one thing that saves itself while it is written; nothing typed is lost."""

from typing import Any, cast

from django.db.models import Model
from django.http import QueryDict
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.drafts.selectors.words import KeptWords, words_for
from academy.engines.drafts.services.drafts import delete as forget_draft
from academy.identity.models import User


def typed(form_class: Any, data: QueryDict) -> dict[str, Any]:
    """What was typed, unjudged, to start a form from."""
    fields = form_class.base_fields
    return {name: data.getlist(name) if name == "statements" else data.get(name, "") for name in fields if name in data}


class Autosaved(FormPage):
    """`draft_form` is the code its words are kept under, by the id of the thing the page is about."""

    draft_form = ""

    @property
    def writer(self) -> User:
        """The account that writes; who is not signed in does not come this far."""
        return cast(User, self.request.user)

    @property
    def key(self) -> str:
        return str(self.kwargs["pk"])

    @cached_property
    def words(self) -> KeptWords | None:
        """What this form saved by itself, or was sent too late."""
        return words_for(user=self.writer, form=self.draft_form, key=self.key)

    @property
    def initial(self) -> dict[str, Any]:
        """The unsent words."""
        if self.words is None or not self.words.has_draft:
            return {}
        return typed(self.form_class, self.words.data)

    def form_arguments(self) -> dict[str, Any]:
        return {**super().form_arguments(), "initial": self.initial}

    def save(self, form: Any) -> Model:
        """Make the one service call; the unsent words are forgotten once it has gone through."""
        raise NotImplementedError

    def act(self, form: Any) -> Model:
        made = self.save(form)
        forget_draft(owner=self.writer, form=self.draft_form, key=self.key)
        return made

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            "words": self.words,
            "draft_form": self.draft_form,
            "key": self.key,
            **super().get_context_data(**kwargs),
        }
