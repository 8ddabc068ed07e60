"""The sign-in forms of django-allauth in our words: `{% load accounts %}`."""

from django import template
from django.forms import BaseForm

from academy.ui.components import Values, component

register = template.Library()

LABELS = {
    "login": "E-mail address",
    "email": "E-mail address",
    "password": "Password",
    "oldpassword": "Present password",
    "password1": "New password",
    "password2": "New password again",
    "code": "Code",
}
HINTS = {
    "password1": "At least 12 characters. Three words that do not belong together work well.",
    "code": "Six figures from your authenticator app, or one of your recovery codes.",
}


@component(register, "components/account_fields.html")
def account_fields(form: BaseForm, code_hint: str = HINTS["code"], email_label: str = LABELS["email"]) -> Values:
    """The fields of one of allauth's forms: labels that stay, in our words, instead of placeholders that vanish."""
    labels, hints = {**LABELS, "email": email_label}, {**HINTS, "code": code_hint}
    for bound in form:
        bound.label = labels.get(bound.name, bound.label)
        bound.help_text = hints.get(bound.name, "")
        bound.field.widget.attrs.pop("placeholder", None)
    return {"form": form}
