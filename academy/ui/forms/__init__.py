"""Forms: the only importer of crispy-forms. Everything an app needs for a form is a name of this package."""

from crispy_forms_gds.layout import HTML, Div, Field, Fieldset, Layout

from academy.ui.forms.base import Button, FilterForm, PortalForm, PortalModelForm
from academy.ui.forms.choosing import OneOfForm
from academy.ui.forms.dates import DateField, WrittenDateField, written_date
from academy.ui.forms.fields import (
    CheckboxesField,
    DocumentField,
    LongTextField,
    OneChoiceField,
    ShortTextField,
    YesField,
)

__all__ = [
    "HTML",
    "Button",
    "CheckboxesField",
    "DateField",
    "Div",
    "DocumentField",
    "Field",
    "Fieldset",
    "FilterForm",
    "Layout",
    "LongTextField",
    "OneChoiceField",
    "OneOfForm",
    "PortalForm",
    "PortalModelForm",
    "ShortTextField",
    "WrittenDateField",
    "YesField",
    "written_date",
]
