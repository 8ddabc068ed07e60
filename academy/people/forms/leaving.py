"""Why somebody leaves, and support to qualify."""

from typing import Any

from academy.people.choices.leaving import Destination, LeavingReason, QualifyingRoute
from academy.people.models import JobRole
from academy.people.services.exit_interviews import Said
from academy.people.services.qualifying import SupportDetails
from academy.ui.forms import CheckboxesField, FilterForm, LongTextField, OneChoiceField, PortalForm, WrittenDateField

BACK = [("", "Last 12 months"), ("1", "12 months before that"), ("2", "A year earlier still")]


class ReasonsForm(PortalForm):
    """What she says of her reasons."""

    submit_words = "Say so"
    reasons = CheckboxesField(
        label="Why do you leave?", choices=LeavingReason.choices, help_text="Choose all that hold."
    )
    destination = OneChoiceField(label="Where do you go?", choices=Destination.choices, required=False)
    words = LongTextField(
        label="In your own words",
        required=False,
        rows=6,
        help_text="Read by human resources only; deleted after a year.",
    )

    @property
    def said(self) -> Said:
        """What was filled in, of a valid form."""
        given = self.cleaned_data
        return Said(reasons=tuple(given["reasons"]), destination=given["destination"], words=given["words"])


class InterviewForm(ReasonsForm):
    """The same as written down in an exit interview."""

    submit_words = "Write it down"
    held_on = WrittenDateField(label="When was the exit interview held?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reasons"].label = "Why does she leave?"
        self.fields["destination"].label = "Where does she go?"
        self.fields["words"].label = "In her own words"
        self.order_fields(["held_on", "reasons", "destination", "words"])


class PeriodForm(FilterForm):
    """Which twelve months."""

    back = OneChoiceField(label="Which twelve months?", as_list=True, required=False, choices=BACK)

    @property
    def years(self) -> int:
        return int(self.chosen.get("back", 0))


class SupportForm(PortalForm):
    """That somebody is supported to qualify."""

    submit_words = "Enter the support"
    route = OneChoiceField(label="By which way?", choices=QualifyingRoute.choices)
    from_on = WrittenDateField(label="From which day?")
    expected_on = WrittenDateField(label="When is she expected to qualify?", required=False)

    def __init__(self, *args: Any, jobs: list[JobRole], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.jobs = {str(job.pk): job for job in jobs}
        self.fields["towards"] = OneChoiceField(
            label="Towards which job?", choices=[(pk, job.title) for pk, job in self.jobs.items()]
        )
        self.order_fields(["route", "towards", "from_on", "expected_on"])

    @property
    def details(self) -> SupportDetails:
        """What was filled in, of a valid form."""
        given = self.cleaned_data
        return SupportDetails(
            route=given["route"],
            towards=self.jobs[given["towards"]],
            from_on=given["from_on"],
            expected_on=given["expected_on"],
        )


class DayForm(PortalForm):
    """The day something came about."""

    on = WrittenDateField(label="On which day?")
