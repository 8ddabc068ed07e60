"""`{% load drafts %}`: what a form that keeps its words puts into its page."""

import secrets
from typing import Any

from django import template

from academy.engines.drafts.owner_field import FormOwner, sealed
from academy.engines.drafts.selectors.words import KeptWords

register = template.Library()


@register.inclusion_tag("drafts/_owner_field.html", takes_context=True)
def owner_field(context: dict[str, Any], *, form: str, key: str, revision: int = 0) -> dict[str, Any]:
    """Hidden fields inside the form: whose it is, which revision it began from, and a name for this tab."""
    user_id = context["request"].user.pk
    return {
        "owner": sealed(FormOwner(user_id, form, key)),
        "revision": revision,
        "tab": secrets.token_hex(8),
    }


@register.inclusion_tag("drafts/_kept_words.html", takes_context=True)
def kept_words(context: dict[str, Any], words: KeptWords | None) -> dict[str, Any]:
    """Above the form: words that came too late are offered back, and a second text can be compared."""
    return {"words": words, "csrf_token": context.get("csrf_token")}
