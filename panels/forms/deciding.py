"""The panel's decision: its outcome, its words once, a condition or a plan."""

from collections.abc import Sequence
from typing import Any

from academy.engines.guard.forms import Guarded
from academy.people.rules.spans import in_words
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField
from panels.choices.cases import CaseKind
from panels.choices.outcomes import Outcome
from panels.choices.panels import MOST_REASON, MOST_WORDS
from panels.rules.days import changes_by
from panels.rules.deciding import Aim, Deciding, Proposed, faults
from panels.services.deciding import MOST_OWNER, Recorded

OTHER = "other"
# Who can see to a target: as the form names her, her id and her name.
Owners = Sequence[tuple[str, int, str]]
# As many targets as a plan can be given at once, where the policy asks for no more.
ROWS = 3
OF_CONDITION, OF_PLAN = "Only with a condition. ", "Only with a “not yet”. "
# Of an ASYE no letter goes: what is decided goes back to the year (asye.selectors.moderation.heard_by).
OF_ASYE = {
    "wording": "Written once: the assessor reads it on the page of the year, before what the reviewers wrote to her. "
    "It stands in the minutes. The newly qualified social worker does not read it.",
    "reasons": "Read by the panel, and by moderation in the record of the year. The assessor does not read them.",
}


class DecideForm(Guarded, PortalForm):
    """Is made with what is known, the sittings at which she can come again, and the people of the case."""

    guarded = ("wording", "reasons")
    submit_words = "Record the decision"
    submit_is_warning = True
    marks_optional = False
    outcome = OneChoiceField(label="What does the panel decide?", choices=Outcome.choices, required=False)
    wording = LongTextField(
        label="The decision in words",
        help_text="Written once: the candidate reads it in her letter, and it stands in the minutes.",
        rows=5,
        required=False,
        max_length=MOST_WORDS,
    )
    reasons = LongTextField(
        label="The panel’s reasons",
        help_text="Read by the panel, and by whoever hears an appeal.",
        rows=5,
        required=False,
        max_length=MOST_WORDS,
    )
    condition = LongTextField(
        label="The condition", rows=3, required=False, max_length=MOST_WORDS, help_text=OF_CONDITION
    )
    condition_by_on = WrittenDateField(label="Until when is it met?", required=False, help_text=OF_CONDITION)
    answer_by_on = WrittenDateField(label="Until when does the assessor answer?", required=False)
    next_sitting = OneChoiceField(
        label="At which sitting can she come again?", as_list=True, required=False, help_text=OF_PLAN
    )
    effective_on = WrittenDateField(label="From which day does the grade hold?", required=False)

    def __init__(self, *args: Any, deciding: Deciding, sittings: Sequence[Any], owners: Owners, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.deciding, self.sittings = deciding, {str(each.pk): each for each in sittings}
        self.owners = {code: (pk, name) for code, pk, name in owners}
        outcome: Any = self.fields["outcome"]
        outcome.choices = [(each.value, each.label) for each in deciding.outcomes]
        self._say_who_reads()
        self._leave_out()
        if Outcome.NOT_YET in deciding.outcomes:
            self._add_targets(max(ROWS, deciding.rules.plan_needs))

    @property
    def targets(self) -> list[int]:
        """The numbers of the targets there is room for."""
        return [number for number in range(1, ROWS + 20) if f"aim_{number}_words" in self.fields]

    @property
    def recorded(self) -> Recorded:
        """What was decided, for the command. Lines of the plan that are wholly empty are none."""
        said = self.cleaned_data
        filled = [number for number in self.targets if self._is_filled(number)]
        sitting = self.sittings.get(said.get("next_sitting") or "")
        proposed = Proposed(
            outcome=said.get("outcome") or "",
            wording=said.get("wording") or "",
            reasons=said.get("reasons") or "",
            condition=said.get("condition") or "",
            condition_by_on=said.get("condition_by_on"),
            aims=tuple(self._aim(number) for number in filled),
            next_sitting_on=sitting.on if sitting else None,
            effective_on=said.get("effective_on"),
            answer_by_on=said.get("answer_by_on"),
        )
        owners = tuple(self.owners.get(said.get(f"aim_{number}_who") or "", (None, ""))[0] for number in filled)
        return Recorded(proposed=proposed, owners=owners, next_sitting_id=sitting.pk if sitting else None)

    def clean(self) -> dict[str, Any]:
        """Everything that is missing at once, each beside its question."""
        said: dict[str, Any] = super().clean() or {}
        filled = [number for number in self.targets if self._is_filled(number)]
        for fault in faults(self.recorded.proposed, self.deciding):
            field = self._field(fault.field, filled)
            if field is None or field not in self.errors:
                self.add_error(field, fault.says)
        return said

    def _field(self, name: str, filled: Sequence[int]) -> str | None:
        """The question a fault is about: targets are counted by the rules without the empty lines."""
        if name == "aims":
            return "aim_1_words" if "aim_1_words" in self.fields else None
        if name.startswith("aim_"):
            _, number, part = name.split("_", 2)
            name = f"aim_{filled[int(number) - 1]}_{part}"
        return name if name in self.fields else None

    def _say_who_reads(self) -> None:
        if self.deciding.kind != CaseKind.MODERATION:
            return
        for name, words in OF_ASYE.items():
            self.fields[name].help_text = words
        usual = changes_by(self.deciding.rules, asked_on=self.deciding.on).on
        only = f"Only with questions. Left empty, it is {in_words(usual)}."
        self.fields["answer_by_on"].help_text = only

    def _leave_out(self) -> None:
        outcomes = self.deciding.outcomes
        left = [] if Outcome.CONDITION in outcomes else ["condition", "condition_by_on"]
        left += [] if Outcome.NOT_YET in outcomes and self.sittings else ["next_sitting"]
        left += [] if self.deciding.changes_grade else ["effective_on"]
        left += [] if Outcome.QUERIED in outcomes else ["answer_by_on"]
        for name in left:
            del self.fields[name]
        if "next_sitting" in self.fields:
            sitting: Any = self.fields["next_sitting"]
            sitting.choices = [("", ""), *((pk, f"{each.on:%-d %B %Y}") for pk, each in self.sittings.items())]

    def _add_targets(self, rows: int) -> None:
        named = [(code, name) for code, (_, name) in self.owners.items()]
        who = [("", ""), *named, (OTHER, "Somebody else, named below")]
        for number in range(1, rows + 1):
            target = f"Target {number}"
            self.fields[f"aim_{number}_words"] = LongTextField(
                label=f"{target}: what is to be shown?",
                rows=2,
                max_length=MOST_REASON,
                help_text=OF_PLAN,
                required=False,
            )
            self.fields[f"aim_{number}_who"] = OneChoiceField(
                label=f"{target}: who sees to it?", choices=who, as_list=True, required=False
            )
            self.fields[f"aim_{number}_owner"] = ShortTextField(
                label=f"{target}: who is it, where it is somebody else?", max_length=MOST_OWNER, required=False
            )
            self.fields[f"aim_{number}_due_on"] = WrittenDateField(label=f"{target}: until when?", required=False)

    def _is_filled(self, number: int) -> bool:
        return any(self.cleaned_data.get(f"aim_{number}_{part}") for part in ("words", "who", "owner", "due_on"))

    def _aim(self, number: int) -> Aim:
        said = self.cleaned_data
        named = self.owners.get(said.get(f"aim_{number}_who") or "", (None, ""))[1]
        return Aim(
            words=said.get(f"aim_{number}_words") or "",
            owner=named or said.get(f"aim_{number}_owner") or "",
            due_on=said.get(f"aim_{number}_due_on"),
        )
