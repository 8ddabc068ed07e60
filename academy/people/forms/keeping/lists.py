"""What can be asked of the list of people kept."""

from typing import Any

from academy.ui.forms import FilterForm, OneChoiceField, ShortTextField


class KeptForm(FilterForm):
    """Name, team and question."""

    submit_words = "Find"
    name = ShortTextField(label="Name", kind="search", max_length=80)

    def __init__(
        self, *args: Any, teams: list[tuple[str, str]], questions: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, label, choices in (("team", "Team", teams), ("show", "Show", questions)):
            self.fields[name] = OneChoiceField(
                label=label, as_list=True, required=False, choices=[("", "Any" if name == "team" else "All"), *choices]
            )

    @property
    def wanted(self) -> dict[str, Any]:
        """What is asked for; an answer that is not among the choices asks for nothing."""
        chosen = self.chosen
        return {
            "name": chosen.get("name", ""),
            "show": chosen.get("show", ""),
            "team_id": int(chosen["team"]) if "team" in chosen else None,
        }
