"""Templates of portfolios: which are in force for whom, and reading what an edition says."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import F, Q

from portfolios.choices.portfolios import Purpose
from portfolios.models import PortfolioTemplate
from portfolios.schema.template import TemplateContent

# Editions that are read again and again by one process; their content never changes under a checksum.
EDITIONS_KEPT = 64

_read: dict[tuple[int, str], TemplateContent] = {}


def content_of_template(template: PortfolioTemplate) -> TemplateContent:
    """What an edition says; read once by a process as long as it stays the same."""
    key = (template.pk, template.checksum)
    if key not in _read:
        if len(_read) >= EDITIONS_KEPT:
            _read.clear()
        _read[key] = TemplateContent.model_validate(template.content)
    return _read[key]


def templates_for(organisation_id: int | None, *, on: date) -> list[PortfolioTemplate]:
    """The newest edition in force of every template somebody of this organisation can begin, by title. One query.

    An organisation's own takes the place of one for all that has its name, and of those for all of its purpose: except
    for courses, each of which has a portfolio of its own.
    """
    rows = PortfolioTemplate.objects.in_force(on).filter(Q(organisation_id=organisation_id) | Q(organisation_id=None))
    newest = _newest(rows.order_by(F("organisation_id").asc(nulls_first=True), "valid_from", "pk"))
    own = [row for row in newest if row.organisation_id is not None]
    names = {row.template for row in own}
    purposes = {row.purpose for row in own} - {Purpose.COURSE}
    general = [
        row
        for row in newest
        if row.organisation_id is None and row.template not in names and row.purpose not in purposes
    ]
    return sorted([*own, *general], key=lambda row: (row.title, row.pk))


def template_for(
    organisation_id: int | None, *, purpose: str, on: date, template: str = ""
) -> PortfolioTemplate | None:
    """The template an organisation has in force for a purpose, of that name where one is said; None where none is.

    For whoever opens a portfolio for somebody: an ASYE, a course. One query.
    """
    found = [row for row in templates_for(organisation_id, on=on) if row.purpose == purpose]
    return next((row for row in found if template in ("", row.template)), None)


def template_names() -> frozenset[str]:
    """The names of all templates that were not withdrawn, for whoever names one in a policy. One query."""
    return frozenset(PortfolioTemplate.objects.filter(withdrawn_on=None).values_list("template", flat=True))


def _newest(rows: Iterable[PortfolioTemplate]) -> Collection[PortfolioTemplate]:
    """The last of each series."""
    return {(row.organisation_id, row.template): row for row in rows}.values()
