"""Where the unsent words of a discussion and of a decision lead back to."""

from django.urls import reverse

from academy.engines.drafts.declarations import DraftForm, declare
from academy.engines.drafts.rules import Payload, as_sent
from panels.choices.drafts import DECISION_FORM, DISCUSSION_FORM
from panels.choices.outcomes import Outcome


def _discussion_url(key: str) -> str:
    return reverse("panels:discussion", args=[int(key)])


def _decision_url(key: str) -> str:
    return reverse("panels:decide", args=[int(key)])


def _discussed(payload: Payload) -> dict[str, str]:
    """The words; from which text they were begun only the page needs to know."""
    return as_sent({name: said for name, said in payload.items() if name == "words"})


def _decided(payload: Payload) -> dict[str, str]:
    """What was written, with the outcome as it is called. Lines of the plan nobody filled are left out."""
    outcomes = dict(Outcome.choices)
    said = {name: values for name, values in payload.items() if any(values)}
    if "outcome" in said:
        said["outcome"] = [str(outcomes.get(value, value)) for value in said["outcome"]]
    return as_sent(said)


declare(
    DraftForm(code=DISCUSSION_FORM, title="What a panel discussed", url_for=_discussion_url, read=_discussed),
    DraftForm(code=DECISION_FORM, title="What a panel decides", url_for=_decision_url, read=_decided),
)
