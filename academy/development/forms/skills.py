"""Forms of the skills matrix."""

from typing import Any

from academy.development.choices.audits import Proficiency
from academy.development.selectors.skills import SkillGroup, SkillRow
from academy.ui.forms import CheckboxesField, Fieldset, Layout, OneChoiceField, PortalForm

LEVELS = [("", "Not said yet"), *((str(value), label) for value, label in Proficiency.choices)]


class MarkForm(PortalForm):
    """One list for each skill, group by group, at what she said last. What she leaves at "not said yet" is not said."""

    submit_words = "Keep my skills"
    marks_optional = False

    def __init__(self, *args: Any, groups: list[SkillGroup], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes: dict[str, str] = {}
        for group in groups:
            for row in group.rows:
                self._add(row)
        self.layout = Layout(*(Fieldset(*map(_name, group.rows), legend=group.name) for group in groups))

    def _add(self, row: SkillRow) -> None:
        self.codes[_name(row)] = row.skill.code
        self.fields[_name(row)] = OneChoiceField(
            label=row.skill.title,
            help_text=row.skill.about,
            choices=LEVELS,
            as_list=True,
            required=False,
            initial=str(row.mark.proficiency) if row.mark else "",
        )

    @property
    def said(self) -> dict[str, int]:
        """What she says, by the code of the skill."""
        given = self.cleaned_data
        return {code: int(given[name]) for name, code in self.codes.items() if given.get(name)}


class ConfirmForm(PortalForm):
    """What somebody said of herself and nobody confirmed yet."""

    submit_words = "Confirm"
    codes = CheckboxesField(label="What do you confirm?")

    def __init__(self, *args: Any, rows: list[SkillRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes: Any = self.fields["codes"]
        codes.choices = [(row.skill.code, f"{row.skill.title}: {row.words}") for row in rows]


def _name(row: SkillRow) -> str:
    return f"skill-{row.skill.code}"
