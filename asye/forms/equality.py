"""Which equality report is read."""

from collections.abc import Iterable
from typing import Any

from academy.ui.forms import FilterForm, OneChoiceField
from asye.selectors.equality import View


class ReportChoice(FilterForm):
    """One of the reports there are; the first where none or a wrong one is asked for."""

    submit_words = "Show"

    view = OneChoiceField(label="Report", as_list=True)

    def __init__(self, *args: Any, views: Iterable[View], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.views = {each.code: each for each in views}
        asked: Any = self.fields["view"]
        asked.choices = [(code, each.words) for code, each in self.views.items()]

    @property
    def wanted(self) -> View | None:
        """None where there is nothing to report on."""
        return self.views.get(self.chosen.get("view", ""), next(iter(self.views.values()), None))
