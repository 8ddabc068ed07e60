"""What can be asked of the directory."""

from typing import Any

from academy.people.choices import AnnotationKind, RoleCode
from academy.people.selectors.directory import ANNOTATION, Wanted
from academy.people.selectors.places import Choices, Places
from academy.ui.forms import FilterForm, OneChoiceField, ShortTextField

ROLES: Choices = [
    *((f"{ANNOTATION}{kind.value}", str(kind.label)) for kind in AnnotationKind),
    *((role.value, str(role.label)) for role in RoleCode),
]
LABELS = {
    "organisation": "Organisation",
    "service": "Service",
    "team": "Team",
    "job_role": "Job",
    "role": "Role or register",
}


class DirectoryForm(FilterForm):
    """Filters of the directory; choices are the places the reader belongs to."""

    submit_words = "Find"
    name = ShortTextField(label="Name", kind="search", max_length=80)

    def __init__(self, *args: Any, places: Places, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(places.organisations) > 1:
            self._offer("organisation", places.organisations)
        self._offer("service", places.services)
        self._offer("team", places.teams)
        self._offer("job_role", places.job_roles)
        self._offer("role", ROLES)

    @property
    def wanted(self) -> Wanted:
        """What is asked for; an answer that is not among the choices asks for nothing."""
        chosen = self.chosen
        return Wanted(
            name=chosen.get("name", ""),
            role=chosen.get("role", ""),
            **{
                f"{name}_id": int(chosen[name])
                for name in ("organisation", "service", "team", "job_role")
                if name in chosen
            },
        )

    def _offer(self, name: str, choices: Choices) -> None:
        self.fields[name] = OneChoiceField(
            label=LABELS[name], as_list=True, required=False, choices=[("", "Any"), *choices]
        )
