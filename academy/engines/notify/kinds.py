"""Kinds of notice: each app declares what it may tell somebody, with a template and the type of what fills it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NoticeContext:
    """What a template is filled with; each kind has a frozen subclass. `url` is the path of the page it is about."""

    url: str = ""


@dataclass(frozen=True)
class NoticeKind:
    """`app.noun.happened`, its template, and where it goes.

    The template's first line is the subject, the rest the text. It is plain text: the greeting, the address of the page
    and the sign-off are added for mail.
    """

    name: str
    template: str
    context_type: type[NoticeContext]
    mail: bool = True
    inbox: bool = True

    def __post_init__(self) -> None:
        if not (self.mail or self.inbox):
            raise ValueError(f"The notice {self.name} goes nowhere.")


_declared: dict[str, NoticeKind] = {}


def declare(*kinds: NoticeKind) -> tuple[NoticeKind, ...]:
    """Make kinds known; a name declared twice is a bug."""
    for kind in kinds:
        if kind.name in _declared:
            raise RuntimeError(f"Two notices are called {kind.name}.")
        _declared[kind.name] = kind
    return kinds


def declared() -> list[NoticeKind]:
    """Every kind of notice, by name."""
    return [_declared[name] for name in sorted(_declared)]
