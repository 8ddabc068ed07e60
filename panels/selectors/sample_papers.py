"""A sampled case, and a whole draw, on paper for who reads from outside: what was cleared, and the portfolio without
names. No name of an employer stands in it."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.text import slugify

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked, DocumentContent
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from panels.models import Clearance, Sample, Sampled
from panels.selectors.called import numbered
from panels.selectors.packs import Reading, packs_had, reading_of, readings_for
from panels.selectors.wording import of_draw
from portfolios.selectors.editions import PortfolioOnPaper, nameless_edition

NOT_CLEARED = "Nobody has read and cleared it yet. It is made once somebody has."
AUTHOR = "ASYE moderation"


@dataclass(frozen=True, kw_only=True)
class PackOnPaper(DocumentContent):
    """What the pages are filled with: each case under its number, with what was cleared of it."""

    heading: str
    facts: tuple[tuple[str, str], ...]
    cases: tuple[tuple[str, Reading], ...]


def case_pack_on_paper(asked: Asked) -> PackOnPaper:
    """One case. Refuses one that is not cleared, and one the actor may not have."""
    row = _sampled(asked)
    reading = reading_of(row)
    if reading is None:
        raise Refused(NOT_CLEARED)
    return _filled(asked, row.sample, heading=numbered(row.case_id), readings=[reading])


def draw_pack_on_paper(asked: Asked) -> PackOnPaper:
    """All cleared cases of a draw the actor may have. Refuses a draw of which nothing is cleared."""
    sample = Sample.objects.get(pk=asked.subject_id)
    readings = readings_for(sample, asked.by)
    if not readings:
        raise Refused(NOT_CLEARED)
    return _filled(asked, sample, heading="Sample of moderated ASYEs", readings=readings)


def sampled_portfolio_on_paper(asked: Asked) -> PortfolioOnPaper:
    """The portfolio that went with it, without names. Refuses a case that is not cleared, and one without."""
    row = _sampled(asked)
    if row.case.snapshot_id is None:
        raise Refused("No portfolio went with this recommendation.")
    paper = nameless_edition(replace(asked, subject_id=row.case.snapshot_id))
    return replace(paper, file_name=slugify(f"{numbered(row.case_id)} portfolio without names"))


def is_still_cleared(actor: Actor, sampled_id: int | None, made_at: datetime) -> bool:
    """Is what was made of a case then still what holds? Not once it was cleared anew."""
    return not Clearance.objects.filter(sampled_id=sampled_id, cleared_at__gt=made_at).exists()


def is_draw_still_cleared(actor: Actor, sample_id: int | None, made_at: datetime) -> bool:
    """The same of a whole draw: not once one of its cases was cleared anew."""
    anew = Clearance.objects.filter(sampled__sample_id=sample_id, cleared_at__gt=made_at, number__gt=1)
    return not anew.exists()


def _sampled(asked: Asked) -> Sampled:
    rows = packs_had(asked.by).select_related("sample", "case")
    found = rows.filter(pk=asked.subject_id).first()
    if found is None:
        raise Refused(NOT_CLEARED)
    return found


def _filled(asked: Asked, sample: Sample, *, heading: str, readings: list[Reading]) -> PackOnPaper:
    draw = of_draw(sample)
    return PackOnPaper(
        title=f"{heading}: {draw}",
        author=AUTHOR,
        running=f"{heading} · {draw}",
        made_at=asked.at,
        file_name=slugify(f"{heading} {sample.get_tier_display()} {asked.by.on.isoformat()}"),
        foot=f"Document {asked.code}, made on {in_words(asked.by.on)}" if asked.code else "",
        heading=heading,
        facts=(
            ("Drawn for", sample.get_tier_display()),
            ("Decided", f"{in_words(sample.from_on)} to {in_words(sample.until_on)}"),
            ("Cases", str(len(readings))),
        ),
        cases=tuple((numbered(each.sampled.case_id), each) for each in readings),
    )
