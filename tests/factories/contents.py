"""Contents of portfolios for tests: as large as asked for, without a database; and snapshots of them."""

from collections.abc import Sequence
from typing import Any

from portfolios.models import Portfolio, Snapshot
from portfolios.rules.content import (
    Content,
    Edition,
    Fact,
    FileSaid,
    Named,
    Passage,
    Piece,
    SectionSaid,
    SignedLine,
    Spoken,
    canonical,
    fingerprint,
)
from tests.factories.portfolios import PortfolioFactory, SnapshotFactory

WORDS = (
    "I was asked for a second opinion on a woman in her eighties who wanted to leave hospital for a house with no "
    "downstairs bathroom. The ward had written that she lacked insight. I went expecting to argue for more time."
)
STATEMENTS = tuple(
    Spoken(key=f"pcf:{number}", title=f"{number} {title}", framework="Professional Capabilities Framework 2018")
    for number, title in enumerate(
        ("Professionalism", "Values and ethics", "Diversity and equality", "Rights and justice", "Knowledge"), 1
    )
)


def piece(number: int = 1, *, files: Sequence[FileSaid] = (), text: str = WORDS, **said: Any) -> Piece:
    """A reflection that speaks to two statements; every second one quotes somebody else."""
    by = "A carer, on a card" if number % 2 else ""
    given: dict[str, Any] = {
        "source": f"evidence:{number}",
        "kind": "observation",
        "kind_words": "Direct observation",
        "title": f"Piece of practice {number}",
        "on": f"2026-{1 + number % 12:02d}-12",
        "shows": "A decision named, help given, understanding tested.",
        "facts": (Fact(label="Observed by", text="Helen Prosser, line manager"),),
        "passages": (
            Passage(heading="What happened", text=text),
            Passage(heading="In their words", text=text, says_who=by),
        ),
        "statements": (STATEMENTS[number % 5], STATEMENTS[(number + 2) % 5]),
        "files": tuple(files),
    }
    return Piece(**{**given, **said})


def content(*, sections: int | tuple[SectionSaid, ...] = 2, pieces: int = 2, text: str = WORDS, **said: Any) -> Content:
    """A portfolio of so many sections with so many pieces each, or of these, signed by author and line manager."""
    made = sections if isinstance(sections, tuple) else _sections(sections, pieces, text)
    given: dict[str, Any] = {
        "title": "Progression portfolio",
        "purpose": "progression",
        "purpose_words": "Progression, BG10 to BG11",
        "person": "Amara Osei",
        "organisation": "Bristol City Council",
        "facts": (Fact(label="Team", text="South Locality, adults"), Fact(label="Registration", text="SW100234")),
        "statement": "Names and places of people who draw on care and support have been changed.",
        "sections": made,
        "signatures": (
            SignedLine(role="author", name="Amara Osei", on="2026-05-07", words="My own work."),
            SignedLine(role="line manager", name="Helen Prosser", on="2026-05-14"),
        ),
        "editions": (Edition(what="Template", code="2026", title="Progression portfolio, edition of 2026"),),
        "names": (
            Named(name="Amara Osei", instead="the practitioner"),
            Named(name="Helen Prosser", instead="the line manager"),
        ),
    }
    return Content(**{**given, **said})


def _sections(count: int, pieces: int, text: str) -> tuple[SectionSaid, ...]:
    return tuple(
        SectionSaid(
            code=f"section-{number}",
            title=f"Section {number}",
            text="What binds these pieces together is one question.",
            pieces=tuple(piece((number - 1) * pieces + each + 1, text=text) for each in range(pieces)),
        )
        for number in range(1, count + 1)
    )


def snapshot_of(said: Content, portfolio: Portfolio | None = None, **more: Any) -> Snapshot:
    """What was handed in, frozen, without its files; `more` are fields of the snapshot."""
    text = canonical(said)
    made: Snapshot = SnapshotFactory(
        portfolio=portfolio or PortfolioFactory(),
        content=text,
        sha256=fingerprint(text),
        pieces=len(said.pieces),
        **more,
    )
    return made
