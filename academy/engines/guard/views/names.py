"""A writer's own pseudonyms: the only page that shows whom they mean, and only to her."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.guard.names_form import NamesForm
from academy.engines.guard.selectors.keys import Key, key_of
from academy.engines.guard.services.keys import empty_key, keep_key

TITLE = "My pseudonyms"


@method_decorator(never_cache, name="dispatch")
class Names(FormPage):
    """The lines, to be added, changed and removed. Kept by no browser and no proxy."""

    permission = "guard.key.write"
    section = "guard"
    template_name = "guard/names.html"
    form_class = NamesForm
    title = TITLE
    done_message = "Your pseudonyms are kept."

    @cached_property
    def key(self) -> Key:
        return key_of(self.actor)

    def form_arguments(self) -> dict[str, Any]:
        return {"key": self.key}

    def read(self) -> dict[str, Any]:
        return {"key": self.key, "crumbs": [(TITLE, "")]}

    def act(self, form: NamesForm) -> Model:
        return keep_key(aliases=form.aliases, seen=form.seen_at, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("guard:names")


class EmptyNames(Act):
    """Forgets the writer's list."""

    permission = "guard.key.write"
    done_message = "Your list is empty. Nobody can bring it back."

    def act(self) -> Model:
        return empty_key(by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("guard:names")
