"""Forms of supervision: arranging it, planning a session, whether it was held, and the words of each part."""

from academy.development.choices import MOST_REASON, MOST_TEXT
from academy.development.choices.supervisions import MissedBecause, Strand
from academy.development.services.supervision_agreements import Terms
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, WrittenDateField
from academy.ui.forms.people import PersonChoice

WEEKS = [("1", "Every week"), ("2", "Every two weeks"), ("4", "Every four weeks"), ("6", "Every six weeks")]
MINUTES = [("30", "Half an hour"), ("60", "An hour"), ("90", "An hour and a half"), ("120", "Two hours")]
ABOUT = {
    Strand.REFLECTIVE.value: "Thinking about the work, oneself in it, and learning",
    Strand.DAY_TO_DAY.value: "The work that is on: cases, workload, leave, what is due",
}


class ArrangeForm(PersonChoice, PortalForm):
    """Whom to supervise, in which strand, how often and how long."""

    submit_words = "Ask for agreement"
    person = OneChoiceField(label="With whom?")
    strand = OneChoiceField(label="Which supervision?", choices=Strand.choices, hints=ABOUT)
    every_weeks = OneChoiceField(label="How often?", choices=WEEKS, as_list=True, initial="4")
    minutes = OneChoiceField(label="How long?", choices=MINUTES, as_list=True, initial="90")
    from_on = WrittenDateField(label="From which day?")

    @property
    def terms(self) -> Terms:
        said = self.cleaned_data
        return Terms(
            strand=said["strand"],
            every_weeks=int(said["every_weeks"]),
            minutes=int(said["minutes"]),
            from_on=said["from_on"],
        )


class PlanForm(PortalForm):
    """The day of the next session."""

    submit_words = "Plan it"
    planned_on = WrittenDateField(label="On which day?")


class HoldForm(PortalForm):
    """When a session was held, and how long."""

    submit_words = "It was held"
    held_on = WrittenDateField(label="On which day was it held?")
    minutes = OneChoiceField(label="How long?", choices=MINUTES, as_list=True)


class MissForm(PortalForm):
    """Why a session was not held."""

    submit_words = "It was not held"
    because = OneChoiceField(
        label="Why was it not held?",
        choices=MissedBecause.choices,
    )
    words = LongTextField(
        label="In a few words",
        help_text="Only where it was another reason. Never anything about health.",
        required=False,
        rows=2,
        max_length=MOST_REASON,
    )


class NoteForm(PortalForm):
    """One's own part of a session."""

    submit_words = "Save my part"
    words = LongTextField(label="My notes", required=False, rows=14, max_length=MOST_TEXT)


class AddForm(PortalForm):
    """Words added to a session that is locked."""

    submit_words = "Add it"
    words = LongTextField(label="What is to be added?", rows=6, max_length=MOST_TEXT)
