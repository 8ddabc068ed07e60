"""Which kinds of facts there are: each is declared once, by the app it is called after, whoever finds it, if anybody.

A policy may ask for a family before there is anybody who finds it: then nothing is known of it, and that is no error.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Family:
    """What facts of one kind tell of somebody, in words for whoever writes a policy.

    `name` is `app.noun`. `which` says what stands behind the colon of a key, empty where nothing does; `quantity`,
    `level` and `by_relation` what these mean here, empty where they mean nothing. `comes_with` says with what it will
    be found, where nobody finds it yet.
    """

    name: str
    tells: str
    which: str = ""
    quantity: str = ""
    level: str = ""
    by_relation: str = ""
    comes_with: str = ""

    @property
    def app(self) -> str:
        """The app that declares it."""
        return self.name.partition(".")[0]


_declared: dict[str, Family] = {}


def declare(*families: Family) -> None:
    """Make families known; one declared twice is a bug."""
    for family in families:
        if family.name in _declared:
            raise RuntimeError(f"Two families of facts are called {family.name}.")
        _declared[family.name] = family


def declared() -> tuple[Family, ...]:
    """Every family there is, by name."""
    return tuple(_declared[name] for name in sorted(_declared))


def is_declared(name: str) -> bool:
    """Is there a family of this name?"""
    return name in _declared
