"""The signed field that says whose form it is, so that a form sent after its session ended can be kept for her."""

from dataclasses import dataclass

from django.core import signing

SALT = "academy.drafts.owner"
FIELD = "form_owner"
# A page may stand open over a long leave before somebody presses the button.
OLDEST_SECONDS = 90 * 24 * 60 * 60


@dataclass(frozen=True)
class FormOwner:
    """Whose form it is, and which form of what."""

    user_id: int
    form: str
    key: str


def sealed(owner: FormOwner) -> str:
    """The field's value: readable by nobody's browser to any use, and not to be forged."""
    return signing.dumps([owner.user_id, owner.form, owner.key], salt=SALT, compress=True)


def opened(value: str) -> FormOwner | None:
    """The owner a value names; None for one that is forged, spoilt or older than 90 days."""
    try:
        user_id, form, key = signing.loads(value, salt=SALT, max_age=OLDEST_SECONDS)
    except signing.BadSignature:
        return None
    return FormOwner(user_id=user_id, form=form, key=key)
