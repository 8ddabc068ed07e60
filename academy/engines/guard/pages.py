"""A form page whose form is guarded: it is told what the guard knows, and keeps what was overruled."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.utils.functional import SimpleLazyObject

from academy.engines.access.form_pages import FormPage
from academy.engines.guard.selectors.keys import known_to
from academy.engines.guard.services.overrules import note_overrules


class GuardedPage(FormPage):
    """Before the other bases of a page whose `form_class` is `Guarded`.

    What the guard knows is read when it looks, not when the page is shown. `guarded_thing` is what is written in; while
    there is none, what was overruled belongs to what is made.
    """

    @property
    def guarded_thing(self) -> Model | None:
        return self.thing

    def make_form(self) -> Any:
        form = super().make_form()
        form.guard = SimpleLazyObject(lambda: known_to(self.actor, thing=self.guarded_thing))
        return form

    def after(self, form: Any, made: Model | None) -> None:
        super().after(form, made)
        thing = self.guarded_thing or made
        if thing is not None:
            note_overrules(thing=thing, overruled=form.overruled, by=self.actor, at=self.now)
        for sentence in form.unread:
            messages.warning(self.request, sentence)
