"""What was handed in with a case on paper: for whoever judges it, under the name the table of sight allows."""

from dataclasses import replace

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked
from panels.models import Case
from panels.rules.visibility import Sight
from panels.selectors.sight import Sees
from portfolios.selectors.editions import PortfolioOnPaper, full_edition, nameless_edition

READ, READ_NAMED = "panels.portfolio.read", "panels.portfolio.read_named"
NOTHING = "Nothing was handed in with this case that could be put on paper."


def named_on_paper(asked: Asked) -> PortfolioOnPaper:
    """Everything that was handed in, with its files attached. Refuses a case nothing was handed in with."""
    return full_edition(_of_snapshot(asked))


def nameless_on_paper(asked: Asked) -> PortfolioOnPaper:
    """The same without names, and with cleared files only. Refuses a case nothing was handed in with."""
    return nameless_edition(_of_snapshot(asked))


def is_nameless_for(sees: Sees) -> bool:
    """Does whoever sees that of a case have its paper without names?"""
    return Sight.NAME not in sees


def _of_snapshot(asked: Asked) -> Asked:
    snapshot_id = Case.objects.values_list("snapshot_id", flat=True).get(pk=asked.subject_id)
    if snapshot_id is None:
        raise Refused(NOTHING)
    return replace(asked, subject_id=snapshot_id)
