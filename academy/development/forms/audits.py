"""Forms of self-audits: beginning one, how one sees the statements of a domain, with whom it is shared, the talk."""

from typing import Any

from academy.development.choices.audits import AuditPurpose, Rating
from academy.development.choices.plans import MOST_ANSWER
from academy.development.models import SelfAudit
from academy.development.selectors.audits import Against, Part, Row
from academy.development.services.audits import Answer
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, WrittenDateField
from academy.ui.forms.people import PersonChoice


class StartForm(PortalForm):
    """Against what, at which level, and for what."""

    submit_words = "Begin"
    against = OneChoiceField(label="Against which framework, at which level?", as_list=True)
    purpose = OneChoiceField(label="What is it for?", choices=AuditPurpose.choices)

    def __init__(self, *args: Any, offered: list[Against], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {each.key: each for each in offered}
        field: Any = self.fields["against"]
        field.choices = [(key, each.words) for key, each in self.offered.items()]

    @property
    def chosen(self) -> Against:
        return self.offered[self.cleaned_data["against"]]


class RatingsForm(PortalForm):
    """One's view of each statement of a part. Nothing has to be answered."""

    submit_words = "Save my part"
    marks_optional = False

    def __init__(self, *args: Any, part: Part, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = [row.statement.pk for row in part.rows]
        for row in part.rows:
            name = f"{row.statement.code} {row.statement.title}"
            self.fields[f"rating-{row.statement.pk}"] = OneChoiceField(
                label=name, choices=Rating.choices, required=False, inline=True
            )
            self.fields[f"words-{row.statement.pk}"] = LongTextField(
                label=f"In your words, about {row.statement.code}", required=False, rows=2, max_length=MOST_ANSWER
            )

    @property
    def answers(self) -> dict[int, Answer]:
        said = self.cleaned_data
        return {
            pk: Answer(int(said[f"rating-{pk}"]) if said[f"rating-{pk}"] else None, said[f"words-{pk}"])
            for pk in self.statements
        }


class SupervisorForm(PersonChoice, PortalForm):
    """With whom it is shared."""

    submit_words = "Share my self-audit"
    person = OneChoiceField(label="Who is your supervisor in this?")


class TalkedForm(PortalForm):
    """When the two talked, what they take from it, and what was said where they see it differently."""

    submit_words = "Save what we said"
    on = WrittenDateField(label="On which day did you talk?")
    summary = LongTextField(label="What do you take from it?", required=False, rows=4, max_length=MOST_ANSWER)

    def __init__(self, *args: Any, audit: SelfAudit, differences: list[Row], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = [row.statement.pk for row in differences]
        for row in differences:
            self.fields[f"talked-{row.statement.pk}"] = LongTextField(
                label=f"{row.statement.code} {row.statement.title}: what did you say?",
                help_text=f"{audit.person.short_name}: {row.own}. Supervisor: {row.supervisors}.",
                required=False,
                rows=2,
                max_length=MOST_ANSWER,
            )

    @property
    def talked(self) -> dict[int, str]:
        return {pk: self.cleaned_data[f"talked-{pk}"] for pk in self.statements}
