"""Where the unsent words of a final report lead back to."""

from typing import Any

from django.urls import reverse

from academy.engines.drafts.declarations import DraftForm, declare
from academy.engines.drafts.rules import Payload
from asye.choices.final import FINAL_FORM

# What each answer is called where unsent words are read line by line.
NAMES = {
    "outcome": "What you recommend",
    "report": "Your final report",
    "strengths": "What she does well",
    "next_steps": "What she learns next",
    "answer": "Your answer to moderation",
    "unforeseen": "Why it could not be foreseen",
    "notice_on": "When she had it in writing",
    "appeal": "How she can appeal",
}


def _url(key: str) -> str:
    return reverse("asye:recommend", args=[key])


def _read(payload: Payload) -> dict[str, str]:
    """The answers by what they are called, then why something is missing."""
    said: dict[str, Any] = {words: ", ".join(payload.get(name, ())) for name, words in NAMES.items()}
    said["Why something is missing"] = " ".join(
        text for name, values in payload.items() if name.startswith("gap_") for text in values
    )
    return {words: text for words, text in said.items() if text.strip()}


declare(DraftForm(code=FINAL_FORM, title="The final report of an ASYE", url_for=_url, read=_read))
