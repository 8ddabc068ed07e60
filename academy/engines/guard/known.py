"""What the guard knows of a writer and a text before it looks: names, masks, what was overruled."""

from dataclasses import dataclass, field

from django.utils.crypto import salted_hmac

from academy.engines.guard.rules import Hit

_SALT = "academy.guard.overrule"


@dataclass(frozen=True)
class Alias:
    """One line of a pseudonym key: what she writes, and whom she means."""

    pseudonym: str
    name: str


@dataclass(frozen=True)
class Known:
    """`aliases` are the writer's own, `masks` her organisation's, `overruled` marks what she overruled before."""

    aliases: tuple[Alias, ...] = ()
    masks: tuple[str, ...] = ()
    overruled: frozenset[str] = field(default_factory=frozenset)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(alias.name for alias in self.aliases)

    def pseudonym_for(self, listed: str) -> str:
        """What she writes in place of a name of her list; empty for a name that is not on it."""
        return next((alias.pseudonym for alias in self.aliases if alias.name == listed), "")


def mark_of(field_name: str, hit: Hit) -> str:
    """By what a hit in a field is known again, without keeping its words: a keyed hash (HMAC-SHA256)."""
    return salted_hmac(_SALT, f"{field_name}\n{hit.kind}\n{hit.text.casefold()}", algorithm="sha256").hexdigest()
