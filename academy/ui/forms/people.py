"""Choosing one of the people found, and the words they are looked for by."""

from collections.abc import Sequence
from typing import Any, Protocol

from django import forms

from academy.ui.forms.base import PortalFormMixin


class Found(Protocol):
    """Somebody to choose: who she is, and what helps to tell her from her namesakes."""

    @property
    def person(self) -> Any: ...

    @property
    def work(self) -> str: ...


class PersonSearch(forms.Form):
    """Words of a name to look for, sent by GET."""

    q = forms.CharField(required=False, max_length=80)

    @property
    def asked(self) -> str:
        """What is looked for; nothing where it is too long for a name."""
        return str(self.cleaned_data["q"]) if self.is_valid() else ""


class PersonChoice(PortalFormMixin):
    """For forms whose `person` is one of those found: `class AskForm(PersonChoice, PortalForm)`."""

    def __init__(self, *args: Any, colleagues: Sequence[Found], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person: Any = self.fields["person"]
        person.choices = [(str(each.person.pk), each.person.full_name) for each in colleagues]
        person.hints = {str(each.person.pk): each.work for each in colleagues if each.work}
        self.people = {str(each.person.pk): each.person for each in colleagues}

    @property
    def chosen_person(self) -> Any:
        """The person herself, once the form is valid."""
        return self.people[self.cleaned_data["person"]]
