"""Starting later, ending before its time, and going to another employer."""

from collections.abc import Iterable
from typing import Any

from academy.identity.models import Organisation
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, WrittenDateField
from asye.choices.enrolments import MOST_REASON
from asye.rules.leaving import LaterStart, Release


class LaterStartForm(PortalForm):
    """The new first day, and why."""

    marks_optional = False
    submit_words = "Let it start later"
    starts_on = WrittenDateField(label="On which day does it start?", help_text="Such as 12 January 2027.")
    because = LongTextField(
        label="Why does it start later?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="She reads it. Never a health reason.",
    )
    knowledge_current = LongTextField(
        label="What keeps her knowledge current?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="Needed where it starts more years after she qualified than is usual.",
    )

    @property
    def later(self) -> LaterStart:
        return LaterStart(**self.cleaned_data)


class WithdrawForm(PortalForm):
    """Why it ends."""

    marks_optional = False
    submit_is_warning = True
    submit_words = "End the year without an outcome"
    because = LongTextField(
        label="Why does it end?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="She and the academy read it. Never a health reason.",
    )


class ReleaseForm(PortalForm):
    """Where the record goes, and her last day."""

    marks_optional = False
    submit_words = "Release the record"
    to = OneChoiceField(label="To which employer does she go?", as_list=True)
    last_day = WrittenDateField(label="What is her last day here?", help_text="Such as 30 June 2026.")
    note = LongTextField(
        label="What should the next employer know?",
        rows=4,
        required=False,
        max_length=MOST_REASON,
        help_text="She reads it, too. What was agreed for her support, never a diagnosis.",
    )

    def __init__(self, *args: Any, employers: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to: Any = self.fields["to"]
        to.choices = [("", "Choose an employer"), *((str(each.pk), each.name) for each in employers)]

    @property
    def released(self) -> Release:
        said = self.cleaned_data
        return Release(to_organisation_id=int(said["to"]), last_day=said["last_day"], note=said["note"])
