"""Colleagues named in forms by their names or work e-mail addresses."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from academy.identity.models import Person
from academy.ui.forms import PortalForm

Find = Callable[[str], list[Person]]


class ColleagueForm(PortalForm):
    """A form that names colleagues. `find` finds them by a written name."""

    def __init__(self, *args: Any, find: Find, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.find = find

    def colleague(self, name: str) -> Person:
        """The one colleague of this name. Raises ValidationError for none and for several."""
        found = self.find(name)
        exact = [person for person in found if person.full_name.casefold() == name.casefold()]
        meant = exact if len(exact) == 1 else found
        if len(meant) != 1:
            said = "Several people are" if meant else "Nobody here is"
            raise ValidationError(f"{said} called {name}. Write the work e-mail address.")
        return meant[0]
