"""What files of dated versions have in common: from when until when they hold, whose they are, their natural key."""

import datetime as dt
from typing import Annotated, Self

from pydantic import BaseModel, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


class DatedFile(BaseModel):
    """A file that holds from a day, and until a last one (inclusive) where it says so."""

    valid_from: dt.date
    valid_to: dt.date | None = None

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError(f"it ends on {self.valid_to}, before it starts on {self.valid_from}.")
        return self


class OwnFile(DatedFile):
    """A file for one organisation, or without one for all that have none of their own."""

    organisation: Slug | None = None
    code: Slug

    @property
    def key(self) -> str:
        """The natural key, as in "bexley/2026" or "all/default"."""
        return f"{self.organisation or 'all'}/{self.code}"
