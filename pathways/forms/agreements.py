"""Asking that something counts, deciding about it, and noting it for somebody."""

from academy.ui.forms import LongTextField, OneChoiceField, PortalForm
from pathways.choices import MOST_REASON, MOST_WORDS

AGREE, DECLINE = "agree", "decline"


class AskForm(PortalForm):
    """What is to count, in words."""

    submit_words = "Ask for it to count"
    words = LongTextField(
        label="What is to count?",
        rows=5,
        required=False,
        max_length=MOST_WORDS,
        help_text="Which course or work it is, where and when, and how much, such as credits.",
    )


class DecideForm(PortalForm):
    """Does it count, and on what grounds?"""

    marks_optional = False
    submit_words = "Keep this answer"
    outcome = OneChoiceField(
        label="Does it count?", choices=[(AGREE, "Yes, I agree that it counts"), (DECLINE, "No, it does not count")]
    )
    reason = LongTextField(
        label="On what grounds, or why not?",
        rows=4,
        required=False,
        max_length=MOST_REASON,
        help_text="She reads it. It is kept with the record.",
    )


class NoteForm(PortalForm):
    """What counts, and on what grounds, noted by whom the ladder names."""

    marks_optional = False
    submit_words = "Note that it counts"
    words = LongTextField(
        label="What counts?",
        rows=4,
        required=False,
        max_length=MOST_WORDS,
        help_text="Which course or work it is, where and when, and how much, such as credits.",
    )
    reason = LongTextField(
        label="On what grounds?", rows=3, required=False, max_length=MOST_REASON, help_text="She reads it."
    )
