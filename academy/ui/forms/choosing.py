"""Which of several things of one sort a page shows."""

from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar

from academy.ui.forms.base import FilterForm


class Named(Protocol):
    """What stands for a thing in an address, and what it is called."""

    @property
    def code(self) -> str: ...

    @property
    def words(self) -> str: ...


Thing = TypeVar("Thing", bound=Named)


class OneOfForm(FilterForm, Generic[Thing]):
    """One of the things there are; the first where none or a wrong one is asked for. A form says with `of` which of its
    fields asks for it."""

    submit_words = "Show"
    of = ""

    def __init__(self, *args: Any, found: Iterable[Thing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {each.code: each for each in found}
        asked: Any = self.fields[self.of]
        asked.choices = [(code, each.words) for code, each in self.found.items()]

    @property
    def wanted(self) -> Thing | None:
        """None where there is nothing to choose."""
        return self.found.get(self.chosen.get(self.of, ""), next(iter(self.found.values()), None))
