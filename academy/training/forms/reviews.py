"""The academy's forms about reviews and what they ask for."""

from academy.identity.models import Person
from academy.training.choices import MOST_NOTE, MOST_TEXT, MOST_TITLE
from academy.training.forms.colleagues import ColleagueForm
from academy.ui.forms import LongTextField, PortalForm, ShortTextField, WrittenDateField

NAME_HELP = "Name or work e-mail address."


class ReviewForm(ColleagueForm):
    submit_words = "Plan the review"
    title = ShortTextField(label="What is looked at?", max_length=MOST_TITLE)
    scope = LongTextField(label="How far does it go?", required=False, rows=3, max_length=MOST_TEXT)
    lead = ShortTextField(label="Who answers for it?", help_text=NAME_HELP)
    planned_on = WrittenDateField(label="When is it planned?")

    def clean_lead(self) -> Person:
        return self.colleague(self.cleaned_data["lead"])


class HoldForm(PortalForm):
    submit_words = "Note the findings"
    held_on = WrittenDateField(label="When was it held?")
    findings = LongTextField(label="What was found?", rows=8, max_length=MOST_TEXT)


class DropForm(PortalForm):
    submit_words = "Drop the review"
    submit_is_warning = True
    note = ShortTextField(label="Why is it dropped?")


class ActionForm(ColleagueForm):
    submit_words = "Add the action"
    what = LongTextField(label="What is to be done?", rows=2, max_length=MOST_NOTE)
    owner = ShortTextField(label="By whom?", help_text=NAME_HELP)
    due_on = WrittenDateField(label="By when?")

    def clean_owner(self) -> Person:
        return self.colleague(self.cleaned_data["owner"])


class OutcomeForm(PortalForm):
    submit_words = "It is done"
    outcome = LongTextField(label="What became of it?", rows=3, max_length=MOST_NOTE)
