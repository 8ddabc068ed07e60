"""What every form of the portal has: GOV.UK markup, one primary button, refusals shown where they belong."""

from dataclasses import dataclass
from typing import Any, Protocol

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Layout
from django import forms


class Refusal(Protocol):
    """An expected refusal of a command: a sentence for a person and, if it is about one answer, that field's name."""

    reason: str
    field: str | None


@dataclass(frozen=True)
class Button:
    """A second way to send a form: the name it posts under and its words."""

    name: str
    words: str


class PortalFormMixin(forms.BaseForm):
    """For forms drawn by `layouts/form.html` or `{% portal_form form %}`.

    A form may set `submit_words`, `submit_is_warning` (for what cannot be undone), `other_buttons`, `layout` (a crispy
    Layout), `label_size` and `marks_optional` (False where nearly everything may be left out).
    """

    submit_words = "Save"
    submit_is_warning = False
    other_buttons: tuple[Button, ...] = ()
    layout: Layout | None = None
    label_size = "s"
    marks_optional = True
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    @property
    def helper(self) -> FormHelper:
        """How crispy-forms draws the fields; form tag, token and buttons are the component's."""
        helper = FormHelper(self)
        if self.layout is not None:
            helper.layout = self.layout
        helper.form_tag = False
        helper.disable_csrf = True
        helper.label_size = helper.legend_size = self.label_size
        return helper

    def add_refusal(self, refused: Refusal) -> None:
        """Show a command's refusal next to its field or, when it is about the whole, in the summary only."""
        field = getattr(refused, "field", None)
        self.add_error(field if field in self.fields else None, refused.reason)


class PortalForm(PortalFormMixin, forms.Form):
    """A form of questions."""


class PortalModelForm(PortalFormMixin, forms.ModelForm):
    """A form over a record; saving is a command's work, so `save()` is not called on it."""


class FilterForm(PortalFormMixin, forms.Form):
    """Filters above a list, sent by GET: nothing is required, and a wrong value filters nothing."""

    submit_words = "Filter"
    marks_optional = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False

    @property
    def chosen(self) -> dict[str, Any]:
        """What is asked for: the valid answers that are not empty."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "", [])}
