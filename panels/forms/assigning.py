"""Forms of giving cases to reviewers: whom to ask, what she answers, and giving it to somebody else."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from academy.engines.guard.forms import Guarded
from academy.identity.models import Person
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm
from panels.choices.judging import AssignmentState
from panels.choices.panels import MOST_REASON
from panels.models import Case
from panels.selectors.sharing import Offer, Row

TAKE_ON, DECLINE = "take_on", "decline"


def offers(offered: Sequence[Offer], *, empty: str) -> list[tuple[str, str]]:
    """Those one may choose, as a list has them, under a first line for nobody."""
    return [("", empty), *((str(person.pk), f"{person.full_name} ({helps})") for person, helps in offered)]


class AssignForm(PortalForm):
    """Who is asked to review a case."""

    submit_words = "Ask her"
    person = OneChoiceField(label="Who is to review it?", as_list=True)

    def __init__(self, *args: Any, offered: Sequence[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person: Any = self.fields["person"]
        person.choices = offers(offered, empty="Choose")
        self.people = {str(each.pk): each for each, _ in offered}

    @property
    def chosen(self) -> Person:
        """Who was chosen, of a valid form."""
        return self.people[self.cleaned_data["person"]]


class AnswerForm(Guarded, PortalForm):
    """Takes it on, or declines and says why. Of one she took on before she can only decline."""

    guarded = ("reason",)
    marks_optional = False
    submit_words = "Answer"
    answer = OneChoiceField(label="Do you take the case on?")
    reason = LongTextField(
        label="If you decline, why?",
        help_text="Who chairs the panel reads it and finds somebody else. No health reason.",
        rows=2,
        required=False,
        max_length=MOST_REASON,
    )

    def __init__(self, *args: Any, state: AssignmentState, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer: Any = self.fields["answer"]
        yes = [(TAKE_ON, "Yes, I take it on")] if state == AssignmentState.ASKED else []
        answer.choices = [*yes, (DECLINE, "No, I decline" if yes else "I give it back")]

    @property
    def takes_it_on(self) -> bool:
        return bool(self.cleaned_data["answer"] == TAKE_ON)


class TakeOffForm(Guarded, PortalForm):
    """Why a case is taken off somebody, and to whom it goes, if somebody is to have it at once."""

    guarded = ("reason",)
    marks_optional = False
    submit_words = "Take it off her"
    person = OneChoiceField(label="Who is to have it instead?", as_list=True, required=False)
    reason = LongTextField(
        label="Why?", help_text="Kept with the case.", rows=2, required=False, max_length=MOST_REASON
    )

    def __init__(self, *args: Any, offered: Sequence[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person: Any = self.fields["person"]
        person.choices = offers(offered, empty="Nobody yet")
        self.people = {str(each.pk): each for each, _ in offered}

    @property
    def chosen(self) -> Person | None:
        """Who is to have it instead; None for nobody yet."""
        return self.people.get(self.cleaned_data["person"])


class ShareForm(PortalForm):
    """One choice for each open place of each case, beginning with what is proposed."""

    submit_words = "Ask these reviewers"
    marks_optional = False

    def __init__(self, *args: Any, rows: Sequence[Row], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        self.people = {str(person.pk): person for row in rows for person, _ in row.offered}
        for row in rows:
            for number, proposed in enumerate(row.proposed, 1):
                self.fields[place_of(row.case, number)] = OneChoiceField(
                    label=f"{row.called}: reviewer {number + len(row.given)}",
                    as_list=True,
                    required=False,
                    choices=offers(row.offered, empty="Nobody yet"),
                    initial=str(proposed or ""),
                )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for row in self.rows:
            names = [place_of(row.case, number) for number in range(1, len(row.proposed) + 1)]
            chosen = [said[name] for name in names if said.get(name)]
            if len(chosen) != len(set(chosen)):
                self.add_error(names[-1], ValidationError(f"{row.called}: choose two different people."))
        return said

    @property
    def pairs(self) -> list[tuple[Case, Person]]:
        """Who is to be asked for which case, of a valid form."""
        return [
            (row.case, self.people[chosen])
            for row in self.rows
            for number in range(1, len(row.proposed) + 1)
            if (chosen := self.cleaned_data[place_of(row.case, number)])
        ]

    @property
    def lines(self) -> list[tuple[Row, list[Any]]]:
        """Each case with its controls, for the table."""
        return [
            (row, [self[place_of(row.case, number)] for number in range(1, len(row.proposed) + 1)]) for row in self.rows
        ]


def place_of(case: Case, number: int) -> str:
    """The name of the control for an open place of a case."""
    return f"case_{case.pk}_{number}"
