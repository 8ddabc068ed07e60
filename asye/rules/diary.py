"""What a date of a year is called in a diary, where it stands beside other things. Pure."""

from asye.choices.year import MilestoneKind

# Those whose own title says what was done by then, and not what is to be done.
CALLED = {
    MilestoneKind.SUBMISSION: "Your ASYE portfolio is to be handed in",
    MilestoneKind.PANEL: "The moderation panel sees your ASYE",
    MilestoneKind.END: "Your ASYE ends",
}


def title_of(kind: str, title: str) -> str:
    """The words for her whose year it is: an observation is due by its day, a review is on it."""
    if kind == MilestoneKind.OBSERVATION:
        return f"{title}, latest day"
    return CALLED.get(MilestoneKind(kind), title)
