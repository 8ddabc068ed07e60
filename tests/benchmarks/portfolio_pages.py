"""Pages of one big portfolio: `python -m tests.benchmarks.portfolio_pages`.

Opens the portfolio of an ASYE with 12 pieces and with 200, each set against twelve statements of the three frameworks
its template maps to, in a database in memory. Tells for each page how many queries it takes, its time as a multiple of
an empty page of the same layout, and how big it is. A page that needs more queries for more pieces, or has more than
100 kB, ends the run with 1; of the whole to read, which holds every word, only queries are judged.
"""

import sys
from itertools import cycle, islice
from typing import Any

from tests.benchmarks.in_memory import run

SIZES, SPOKEN = (12, 200), 12
KINDS = ("project", "certificate", "training", "assignment", "observation", "feedback", "audit")
TEMPLATE = {"template": "asye-adults"}
ALL_OF_IT = "all of it"


def opened(pieces: int) -> tuple[Any, Any]:
    """Somebody with one portfolio of so many pieces; her account, and the portfolio."""
    from academy.frameworks.models import Statement
    from portfolios.models import PortfolioTemplate
    from tests.factories import portfolios as made
    from tests.factories.identity import OrganisationFactory
    from tests.factories.people import account_of, staff_of

    organisation = OrganisationFactory()
    person = staff_of(organisation)
    whose = {"person": person, "organisation": organisation}
    template = PortfolioTemplate.objects.filter(**TEMPLATE).latest("pk")
    portfolio = made.portfolio_in("gathering", template=template, **whose)
    asked = [each["code"] for each in template.content["frameworks"]]
    statements = cycle(Statement.objects.filter(version__framework__code__in=asked).order_by("pk"))
    sections = cycle(
        made.SectionFactory(portfolio=portfolio, code=each["code"]) for each in template.content["sections"]
    )
    beside = {"observation": made.ObservationFactory, "feedback": made.FeedbackFactory, "audit": made.CaseAuditFactory}
    for number, kind in zip(range(pieces), cycle(KINDS), strict=False):
        title = f"A visit in which I asked before I decided, number {number}"
        piece = made.evidence_in("complete", kind=kind, title=title, account="A careful visit. " * 60, **whose)
        if kind in beside:
            beside[kind](evidence=piece)
        piece.statements.set(islice(statements, SPOKEN))
        made.ItemFactory(section=next(sections), evidence=piece)
    return account_of(person), portfolio


def pages(pieces: int) -> dict[str, tuple[Any, str]]:
    """Who asks for which pages. The empty one comes first."""
    from django.urls import reverse

    account, portfolio = opened(pieces)
    code = portfolio.template.content["sections"][1]["code"]
    found = {
        "empty page": reverse("empty"),
        "portfolio": reverse("portfolios:portfolio", args=[portfolio.pk]),
        "coverage": reverse("portfolios:coverage", args=[portfolio.pk]),
        "a section": reverse("portfolios:section", args=[portfolio.pk, code]),
        "put in": reverse("portfolios:put-in", args=[portfolio.pk, code]),
        "evidence": reverse("portfolios:evidence-list"),
        "have signed": reverse("portfolios:have-signed", args=[portfolio.pk]),
        "one's own": reverse("portfolios:mine"),
        ALL_OF_IT: reverse("portfolios:read", args=[portfolio.pk]),
    }
    return {name: (account, address) for name, address in found.items()}


if __name__ == "__main__":
    sys.exit(run(pages, SIZES, what="pieces", whole=[ALL_OF_IT]))
