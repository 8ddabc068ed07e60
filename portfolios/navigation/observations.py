"""Where the unsent words of an observation lead back to: the observer's, and the practitioner's reflection."""

from collections.abc import Callable

from django.urls import reverse

from academy.engines.drafts.declarations import DraftForm, declare
from academy.engines.drafts.rules import Payload
from portfolios.choices.drafts import JUDGE_FORM, OBSERVE_FORM, REFLECT_FORM

SEEN = {
    "happened_on": "Day",
    "seen": "What I saw",
    "strengths": "What was done well",
    "to_develop": "What could be developed",
}
REFLECTED = {"reflection": "What I take from it"}
JUDGED = {"reason": "Why"}


def _reading(fields: dict[str, str]) -> Callable[[Payload], dict[str, str]]:
    """The words alone, as the writer knows them."""

    def read(payload: Payload) -> dict[str, str]:
        said = {words: ", ".join(payload.get(field, ())) for field, words in fields.items()}
        return {words: text for words, text in said.items() if text}

    return read


def _leading(url_name: str) -> Callable[[str], str]:
    def url_for(key: str) -> str:
        return reverse(f"portfolios:{url_name}", args=[key])

    return url_for


declare(
    DraftForm(OBSERVE_FORM, "What you saw when you observed", _leading("write-observation"), _reading(SEEN)),
    DraftForm(
        REFLECT_FORM, "Your reflection on an observation", _leading("reflect-on-observation"), _reading(REFLECTED)
    ),
    DraftForm(JUDGE_FORM, "What you make of an observation", _leading("judge-observation"), _reading(JUDGED)),
)
