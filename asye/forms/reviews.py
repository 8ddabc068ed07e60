"""Forms of reviews: held, not held, a part written, the stage assessed, evidence named, sent, added to."""

from collections.abc import Iterable, Sequence
from typing import Any

from academy.engines.guard.forms import Guarded
from academy.people.rules.spans import in_words
from academy.ui.forms import CheckboxesField, LongTextField, OneChoiceField, PortalForm, WrittenDateField, YesField
from academy.ui.wording import beginning
from asye.choices.enrolments import MOST_REASON, MOST_WORDS, Role
from asye.choices.year import Progress
from asye.rules.reviews import Gap
from asye.selectors.citing import Offer
from asye.services.citing import Chosen
from asye.services.reviews import Meeting

CAME, BECAUSE = "came_", "because_"
CAME_CHOICES = [("yes", "Came"), ("no", "Did not come")]


class HoldForm(PortalForm):
    """The day it was held, and of each whether she came."""

    submit_words = "Save"
    held_on = WrittenDateField(label="On which day was it held?")

    def __init__(self, *args: Any, roles: Iterable[Role], names: dict[Role, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roles = list(roles)
        for role in self.roles:
            label = beginning(role.label)
            called = f"{label}: {names[role]}" if role in names else label
            self.fields[f"{CAME}{role}"] = OneChoiceField(label=called, choices=CAME_CHOICES, inline=True)

    @property
    def meeting(self) -> Meeting:
        said = self.cleaned_data
        return Meeting(
            held_on=said["held_on"], came={role.value: said[f"{CAME}{role}"] == "yes" for role in self.roles}
        )


class WaiveForm(PortalForm):
    """Why it is not needed."""

    submit_words = "It is not held"
    marks_optional = False
    because = LongTextField(
        label="Why is it not needed?",
        rows=3,
        max_length=MOST_REASON,
        help_text="It stands in the record of the year. You can plan it after all.",
    )


class PartForm(Guarded, PortalForm):
    """One's own part; the others read it once it is done."""

    submit_words = "Save"
    marks_optional = False
    guarded = ("text",)
    text = LongTextField(
        label="What do you say about this stage?",
        rows=14,
        required=False,
        max_length=MOST_WORDS,
        help_text="Name nobody who draws on care and support. Nothing about your own health or anybody else’s.",
    )
    is_done = YesField(
        label="It is done: the others can read it", required=False, help_text="Until then only you read it."
    )


class ProgressForm(PortalForm):
    """How she gets on: no number."""

    submit_words = "Save"
    progress = OneChoiceField(
        label="How does she get on, over all the evidence of this stage?",
        choices=Progress.choices,
        help_text="Nothing is worked out from it. Concerns need a plan of support.",
    )


class CiteForm(PortalForm):
    """What the review is to name, of what is left in the year."""

    submit_words = "Name these"
    marks_optional = False
    pieces = CheckboxesField(label="Which evidence speaks for this stage?", required=False)

    def __init__(self, *args: Any, offers: Sequence[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pieces: Any = self.fields["pieces"]
        pieces.choices = [(offer.value, _called(offer)) for offer in offers]

    @property
    def chosen(self) -> Chosen:
        values = [value.partition(":") for value in self.cleaned_data["pieces"]]
        of = {kind: frozenset(int(pk) for each, _, pk in values if each == kind) for kind in ("evidence", "entry")}
        return Chosen(evidence=of["evidence"], entries=of["entry"])


class SendForm(Guarded, PortalForm):
    """For each thing that is missing a reason, which is signed with the review."""

    submit_words = "Send it to be signed"
    marks_optional = False

    def __init__(self, *args: Any, gaps: Iterable[Gap], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [gap.code for gap in gaps if not gap.is_needed]
        self.guarded = tuple(f"{BECAUSE}{code}" for code in self.codes)
        for gap in gaps:
            if not gap.is_needed:
                self.fields[f"{BECAUSE}{gap.code}"] = LongTextField(
                    label=f"{gap.says} Why is it signed without?", rows=2, required=False, max_length=MOST_REASON
                )

    @property
    def because(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"{BECAUSE}{code}"] for code in self.codes}


class AddForm(Guarded, PortalForm):
    """What is added to a review that is locked."""

    submit_words = "Add it"
    marks_optional = False
    guarded = ("words",)
    words = LongTextField(label="What do you add?", rows=5, max_length=MOST_WORDS)


def _called(offer: Offer) -> str:
    day = f", {in_words(offer.on)}" if offer.on else ""
    return f"{offer.title} ({offer.kind_words}{day})"
