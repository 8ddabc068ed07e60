"""Forms of ties: what connects somebody with a case, and what is decided of it."""

from collections.abc import Sequence
from typing import Any

from academy.engines.guard.forms import Guarded
from academy.identity.models import Person
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm
from panels.choices.judging import DECLARABLE, TieKind
from panels.choices.panels import MOST_REASON
from panels.services.declaring import Said


class DeclareForm(Guarded, PortalForm):
    """Who it is, what connects them, and a sentence about it."""

    guarded = ("words",)
    marks_optional = False
    submit_words = "Say it"
    person = OneChoiceField(label="Who is it?", as_list=True)
    kind = OneChoiceField(
        label="What connects them?",
        choices=[(kind.value, TieKind(kind).label) for kind in DECLARABLE],
        hints={
            TieKind.FAMILY: "Takes her out of the case at once.",
            TieKind.MENTOR: "Takes her out of the case at once.",
            TieKind.JOINT_WORK: "Who chairs the panel decides.",
            TieKind.OTHER: "Who chairs the panel decides.",
        },
    )
    words = LongTextField(
        label="In a sentence, what is it?",
        help_text="Needed where the chair decides. Read by chair, clerk and academy. No more than they need.",
        rows=2,
        required=False,
        max_length=MOST_REASON,
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person: Any = self.fields["person"]
        offered = [(str(each.pk), each.full_name) for each in people]
        person.choices = offered if len(offered) == 1 else [("", "Choose"), *offered]

    @property
    def said(self) -> Said:
        """What was said, of a valid form."""
        answers = self.cleaned_data
        return Said(person_id=int(answers["person"]), kind=answers["kind"], words=answers["words"])


class DecideForm(Guarded, PortalForm):
    """What becomes of a tie, and why."""

    guarded = ("reason",)
    marks_optional = False
    submit_words = "Record it"
    way = OneChoiceField(label="What becomes of it?")
    reason = LongTextField(
        label="Why?",
        help_text="Kept with the case and read by its clerk and the academy.",
        rows=2,
        required=False,
        max_length=MOST_REASON,
    )

    def __init__(self, *args: Any, ways: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        way: Any = self.fields["way"]
        way.choices = list(ways)
