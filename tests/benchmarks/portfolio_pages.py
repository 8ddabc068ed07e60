"""Pages of one big portfolio: `python -m tests.benchmarks.portfolio_pages`.

Opens the portfolio of an ASYE with 12 pieces and with 200, each set against twelve statements of the three frameworks
its template maps to, in a database in memory. Tells for each page how many queries it takes, its time as a multiple of
an empty page of the same layout, and how big it is. A page that needs more queries for more pieces, or has more than
100 kB, ends the run with 1; of the whole to read, which holds every word, only queries are judged.
"""

import os
import statistics
import sys
from itertools import cycle, islice
from typing import Any

SIZES, SPOKEN, ROUNDS = (12, 200), 12, 5
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


def addresses(portfolio: Any) -> dict[str, str]:
    """The pages measured. The empty one comes first."""
    from django.urls import reverse

    code = portfolio.template.content["sections"][1]["code"]
    return {
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


def measured(pieces: int) -> dict[str, tuple[int, float, int]]:
    """Of each page its queries, median seconds and bytes."""
    from tests.benchmarks.measuring import asker, queries_for, seconds

    account, portfolio = opened(pieces)
    told = {}
    for name, address in addresses(portfolio).items():
        ask = asker(account, address)
        queries = len(queries_for(ask))
        told[name] = (queries, statistics.median(seconds(ask) for _ in range(ROUNDS)), len(ask()))
    return told


def main() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "academy.config.settings.test"
    os.environ["DATABASE_URL"] = "sqlite://:memory:"
    import django

    django.setup()
    from django.core.management import call_command
    from django.test.utils import override_settings, setup_databases

    setup_databases(verbosity=0, interactive=False)
    call_command("load_reference", verbosity=0)
    with override_settings(ROOT_URLCONF="tests.benchmarks.urls"):
        few, many = (measured(pieces) for pieces in SIZES)
    lines = [*_table(many), *_faults(few, many)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if any(line.startswith("FAULT") for line in lines) else 0


def _table(many: dict[str, tuple[int, float, int]]) -> list[str]:
    empty = many["empty page"][1]
    rows = (f"{name:<12} {q:>8} {s / empty:>8.2f} {size / 1000:>6.1f}" for name, (q, s, size) in many.items())
    return [f"{SIZES[1]} pieces", f"{'page':<12} {'queries':>8} {'× empty':>8} {'kB':>6}", *rows]


def _faults(few: dict[str, tuple[int, float, int]], many: dict[str, tuple[int, float, int]]) -> list[str]:
    from tests.benchmarks.measuring import MOST_BYTES

    growing = [name for name, (queries, _, _) in many.items() if queries != few[name][0]]
    big = [name for name, (_, _, size) in many.items() if size > MOST_BYTES and name != ALL_OF_IT]
    return [
        *(f"FAULT: {name} needs {few[name][0]} queries, with more pieces {many[name][0]}." for name in growing),
        *(f"FAULT: {name} has {many[name][2]:,} bytes, not {MOST_BYTES:,}." for name in big),
    ]


if __name__ == "__main__":
    sys.exit(main())
