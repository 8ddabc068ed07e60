"""The guard where something whole is passed on that was written elsewhere: asked about from the first look on."""

from collections.abc import Iterable
from typing import Any

from academy.engines.guard.forms import OVERRULED, Guarded
from academy.engines.guard.found import Found

MOST_SHOWN = 100


class Handing(Guarded):
    """For forms by which a whole is passed on: `found` is what stands in it and was overruled nowhere.

    The page shows each in place. The form is valid once everything is ticked with a reason; `overruled` then goes to
    the command, which looks once more and keeps it.
    """

    most_shown = MOST_SHOWN

    def __init__(self, *args: Any, found: Iterable[Found] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.standing = {each.mark: each for each in found}
        if self.standing and not self.is_bound:
            self.offer(list(self.standing.values())[: self.most_shown])

    def hits_found(self) -> dict[str, Found]:
        return self.standing

    def tell(self, found: Found) -> None:
        self.add_error(OVERRULED, f"Mend “{found.hit.text}” where it stands, or tick it and say why it may stay.")
