"""Which forms keep drafts: each app declares its own, so that drafts can name them and lead back to them."""

from collections.abc import Callable
from dataclasses import dataclass

from academy.engines.drafts.rules import Payload, as_sent


@dataclass(frozen=True)
class DraftForm:
    """A form whose words are kept while they are written.

    `code` is `app.noun`, `title` is what the person calls it, and `url_for(key)` is the address of its page, where
    `key` is `new-<uuid>` or the id of the thing being changed. `read` gives the words line by line as the person knows
    them: what each field is called, names in place of ids, nothing of what only the page sends along.
    """

    code: str
    title: str
    url_for: Callable[[str], str]
    read: Callable[[Payload], dict[str, str]] = as_sent


_forms: dict[str, DraftForm] = {}


def declare(*forms: DraftForm) -> None:
    """Make forms known; a code declared twice is a bug."""
    for form in forms:
        if form.code in _forms:
            raise RuntimeError(f"Two forms are called {form.code}.")
        _forms[form.code] = form


def form_called(code: str) -> DraftForm | None:
    """The form of this code, or None."""
    return _forms.get(code)
