"""The summary of a half-year's moderation, filled in from the record: numbers, small ones hidden, and never a name
(D1-66, D7-11). What is not told yet is not in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked, DocumentContent
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.rules.compared_lines import HIDDEN
from academy.people.rules.spans import in_words
from academy.people.selectors.monitoring import LEAST
from asye.rules.moderation_summary import Block, Half, outside
from asye.selectors.moderation_summary import halves_of, programmes_run, summary_of
from panels.models import Case, PeriodWords, Sampled, Theme
from panels.rules.period import DrawnCase, sample_blocks, theme_blocks
from panels.rules.themes import plan_lines
from panels.selectors.themes import counts_of
from panels.selectors.year_plan import actions_of, standing_of

HEADINGS = ("Part", "About", "What", "Number")
NOT_KEPT = "There is no summary of this half-year here."


@dataclass(frozen=True)
class Part:
    """Blocks of numbers that belong together, small ones hidden."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class PeriodReport:
    """A half-year where the actor acts. `plans` are the lines of last year's plan and of this year's, with their year;
    `words` are what the academy added, None while there are none."""

    half: Half
    parts: Sequence[Part]
    plans: Sequence[tuple[int, tuple[str, ...]]]
    words: PeriodWords | None

    @property
    def lines(self) -> Iterator[list[str]]:
        """The numbers as lines of a table, under `HEADINGS`."""
        for part in self.parts:
            for block in part.blocks:
                for what, number in block.lines:
                    yield [part.title, block.title, what, HIDDEN if number is None else str(number)]


@dataclass(frozen=True, kw_only=True)
class OnPaper(DocumentContent):
    """What the pages are filled with."""

    heading: str
    organisation: Organisation
    facts: tuple[tuple[str, str], ...]
    report: PeriodReport
    least: int = LEAST


def halves_here(actor: Actor) -> list[Half]:
    """Half-years of which there can be a summary, the latest first. One query."""
    return halves_of(actor)


def report_of(actor: Actor, half: Half) -> PeriodReport:
    """The summary of a half-year where the actor acts. For each programme and service a constant number of queries, and
    seven more."""
    here = actor.organisation_id
    years = [
        summary_of(half, programme, service, actor=actor, within=here)
        for programme, service in programmes_run(actor, within=here)
    ]
    themes = list(Theme.objects.filter(organisation_id=here))
    titles = {each.code: each.title for each in themes}
    plans = [
        (year, plan_lines(standing_of(actions_of(here, year), on=actor.on), titles, on=actor.on))
        for year in (half.year - 1, half.year)
    ]
    return PeriodReport(
        half=half,
        parts=(
            *(Part(each.words, each.for_others) for each in years),
            Part("Samples for who looks from outside", outside(sample_blocks(_drawn(actor, half)), least=LEAST)),
            Part("Themes, in comments", outside(theme_blocks(counts_of(actor, half, themes)), least=LEAST)),
        ),
        plans=plans,
        words=words_of(actor, half),
    )


def words_of(actor: Actor, half: Half) -> PeriodWords | None:
    """What the academy added to the summary of a half-year where the actor acts. One query."""
    rows = PeriodWords.objects.visible_to(actor).filter(organisation_id=actor.organisation_id, half=half.code)
    found: PeriodWords | None = rows.select_related("written_by").first()
    return found


def summary_on_paper(asked: Asked) -> OnPaper:
    """The summary of the half-year that was chosen, as it stands. Refuses a half-year there is none of, and an
    employer she does not act for."""
    half = next((each for each in halves_here(asked.by) if each.code == asked.choices.get("half")), None)
    organisation = Organisation.objects.filter(pk=asked.subject_id).first()
    if half is None or organisation is None or organisation.pk != asked.by.organisation_id:
        raise Refused(NOT_KEPT)
    title = "Summary report of moderation"
    return OnPaper(
        title=f"{title}, {half.words}",
        author=organisation.name,
        running=f"{organisation.name} · {title}",
        made_at=asked.at,
        file_name=slugify(f"{title} {half.code}"),
        foot=f"Document {asked.code}, made on {in_words(asked.by.on)}" if asked.code else "",
        heading=title,
        organisation=organisation,
        facts=(("Half-year", half.words), ("Made", in_words(asked.by.on)), ("By", "The academy")),
        report=report_of(asked.by, half),
    )


def _drawn(actor: Actor, half: Half) -> list[DrawnCase]:
    """Cases of the draws over days that ended in the half-year, but none the actor is out of. One query."""
    rows = Sampled.objects.filter(sample__organisation_id=actor.organisation_id)
    rows = rows.filter(sample__until_on__gte=half.first, sample__until_on__lte=half.last)
    rows = rows.filter(case__in=Case.objects.not_away(actor).order_by().values("pk"))
    found = rows.order_by("pk").values_list("sample__tier", "received_on", "is_exemplar")
    return [DrawnCase(tier, received is not None, is_exemplar) for tier, received, is_exemplar in found]
