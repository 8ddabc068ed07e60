"""What a portfolio still lacks, each with the page where it is mended."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from portfolios.models import Portfolio
from portfolios.rules.completeness import Asked, RequiredOfAll, SectionHeld, lacking
from portfolios.selectors.held import sections_held
from portfolios.selectors.templates import content_of_template


@dataclass(frozen=True)
class Gap:
    """One thing that is missing, as a sentence, the page where it is mended, and the section's code, empty where it is
    of the whole portfolio."""

    says: str
    url: str
    section: str = ""


def gaps_of(portfolio: Portfolio, on: date) -> tuple[Gap, ...]:
    """Everything a portfolio lacks on the day, section by section. As many queries for 200 pieces as for one."""
    return gaps_of_all([portfolio], on)[portfolio.pk]


def gaps_of_all(portfolios: Collection[Portfolio], on: date) -> dict[int, tuple[Gap, ...]]:
    """The same of several portfolios, which come with their templates and organisations: five queries at most."""
    held = sections_held(portfolios, on=on)
    return {each.pk: gaps_in(each, held[each.pk], on=on) for each in portfolios}


def gaps_in(portfolio: Portfolio, held: Sequence[SectionHeld], *, on: date) -> tuple[Gap, ...]:
    """The same, of what was read already. No query."""
    content = content_of_template(portfolio.template)
    asked = Asked(
        sections=[section.asked for section in content.sections],
        required=[RequiredOfAll(requires=each.requires, section=each.section or "") for each in content.requires],
        home=portfolio.organisation.slug,
    )
    found = lacking(asked, held, person=portfolio.person_id, on=on)
    return tuple(Gap(lack.says, page_of(portfolio, lack.section), lack.section) for lack in found)


def page_of(portfolio: Portfolio, section: str) -> str:
    """The page where a section is worked at; the portfolio's own for none."""
    if not section:
        return portfolio.get_absolute_url()
    return reverse("portfolios:section", args=[portfolio.pk, section])
