"""What somebody who judges a case reads: what was handed in, frozen, without names where the table hides hers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone

from asye.selectors.outside import names_outside
from panels.models import Case
from panels.rules.parts_of_policy import Criterion
from panels.rules.visibility import Sight
from panels.selectors.reviews import judging_of
from panels.selectors.sight import Sees
from portfolios.rules.content import Content, Named, Passage, Piece, SectionSaid
from portfolios.rules.differences import Differences, differences
from portfolios.rules.nameless import without_names
from portfolios.selectors.names import each_once
from portfolios.selectors.snapshots import snapshot_of

REPORT = "recommendation"


@dataclass(frozen=True)
class Material:
    """What is judged, on which criteria. `kept` were met last time and are not judged again; `changed` is what changed
    since then, None where nobody comes again."""

    content: Content
    criteria: tuple[Criterion, ...]
    kept: tuple[Criterion, ...]
    changed: Differences | None
    is_nameless: bool

    @property
    def pieces(self) -> int:
        return len(self.content.pieces)


def material_of(case: Case, sees: Sees, *, on: date) -> Material | None:
    """What whoever sees that of the case reads of it on the day; None where she may not read what was handed in. Its
    person, snapshot and recommendation are read beside it; at most five queries more where somebody comes again, and
    seven for a year without names."""
    if Sight.PORTFOLIO not in sees:
        return None
    is_nameless = Sight.NAME not in sees
    judging = judging_of(case)
    shown, before = _content_of(case), _before(case)
    if is_nameless:
        # Whoever has a part in the year may be named in the report now and in the one before.
        also = names_outside(case.recommendation, on=on) if case.recommendation is not None else ()
        shown, before = _hidden(shown, also), _hidden(before, also) if before is not None else None
    changed = differences(before, shown) if before is not None else None
    return Material(shown, judging.criteria, judging.kept, changed, is_nameless)


def _hidden(said: Content, also: Iterable[Named]) -> Content:
    return without_names(replace(said, names=each_once((*said.names, *also))))


def _content_of(case: Case) -> Content:
    """What was handed in. Of an ASYE the assessor's recommendation stands first, with what went with it."""
    said = snapshot_of(case.snapshot) if case.snapshot is not None else _empty(case)
    if case.recommendation is None:
        return said
    return replace(said, sections=(_recommended(case.recommendation), *said.sections))


def _empty(case: Case) -> Content:
    title = "What was handed in"
    return Content(title=title, purpose="", purpose_words="", person=case.person.full_name, organisation="")


def _recommended(found: Any) -> SectionSaid:
    """The final report as a section of its own."""
    piece = Piece(
        source=f"{REPORT}:{found.pk}",
        kind=REPORT,
        kind_words=f"Recommended: {found.get_outcome_display()}",
        title="Final report",
        on=timezone.localdate(found.recommended_at).isoformat(),
        passages=tuple(_passages(found)),
    )
    return SectionSaid(code=REPORT, title="What the assessor recommends", pieces=(piece,))


def _passages(found: Any) -> Iterator[Passage]:
    headings = {
        "report": "What it rests on",
        "strengths": "Strengths",
        "next_steps": "What comes next",
        "answer": "Answers to the questions of moderation",
        "unforeseen": "Why no concern was recorded before",
    }
    for name, heading in headings.items():
        if text := getattr(found, name):
            yield Passage(heading=heading, text=text)
    for gap in found.gaps:
        yield Passage(heading=f"Missing: {gap['title']}", text=gap["why"])


def _before(case: Case) -> Content | None:
    earlier = case.earlier
    return _content_of(earlier) if earlier is not None and earlier.snapshot is not None else None
