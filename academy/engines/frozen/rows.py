"""Rows that are written once and never changed: what a decision rests on. The database refuses too (`triggers`)."""

from typing import Any, ClassVar

from django.db import models


class Frozen(TypeError):
    """An attempt to change or delete what is kept as it was: a bug in the caller."""


class FrozenQuerySet(models.QuerySet[Any]):
    """Rows that are never changed or deleted, in bulk neither."""

    def update(self, **values: Any) -> int:
        raise Frozen(f"{self.model.__name__} rows are never changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise Frozen(f"{self.model.__name__} rows are never deleted.")


class FrozenModel(models.Model):
    """A model whose rows are only ever inserted. With `only_added_to` its table refuses too, in those words."""

    only_added_to: ClassVar[str] = ""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only ever inserts; raises `Frozen` for a row that is stored."""
        if not self._state.adding:
            raise Frozen(f"{type(self).__name__} rows are never changed: write the next one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises `Frozen`: something may rest on it."""
        raise Frozen(f"{type(self).__name__} rows are never deleted.")
