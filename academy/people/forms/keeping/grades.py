"""Another grade or level from a day, with the reason and the decision it rests on."""

from typing import Any

from academy.people.choices.grades import GradeBasis
from academy.people.models import GradeLevel
from academy.people.rules.grades import MOST_DECISION, MOST_REASON
from academy.people.selectors.grades import Choices, grade_chosen
from academy.people.services.grade_changes import RestsOn
from academy.ui.forms import OneChoiceField, PortalForm, ShortTextField, WrittenDateField


class GradeForm(PortalForm):
    submit_words = "Change the grade"
    from_on = WrittenDateField(label="From which day?")
    basis = OneChoiceField(label="What does it rest on?", choices=GradeBasis.choices)
    decision = ShortTextField(
        label="Which decision is it?",
        max_length=MOST_DECISION,
        help_text="As people call it, with its day: Panel of 17 June 2027. Shown in her record.",
    )
    reason = ShortTextField(
        label="Reason", max_length=MOST_REASON, help_text="Shown in her record. She and her manager are told."
    )

    def __init__(self, *args: Any, organisation_id: int, grades: Choices, **kwargs: Any) -> None:
        self.organisation_id = organisation_id
        super().__init__(*args, **kwargs)
        self.fields["grade"] = OneChoiceField(
            label="Which grade and level?", as_list=True, choices=[("", "Choose"), *grades]
        )
        self.order_fields(["grade", "from_on"])

    @property
    def graded(self) -> tuple[Any, GradeLevel | None]:
        """The grade and the level chosen, of a valid form: a grade is always among what was offered."""
        return grade_chosen(self.organisation_id, self.cleaned_data["grade"])

    @property
    def rests_on(self) -> RestsOn:
        """The decision, of a valid form."""
        return RestsOn(GradeBasis(self.cleaned_data["basis"]), self.cleaned_data["decision"])
