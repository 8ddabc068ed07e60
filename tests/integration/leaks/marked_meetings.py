"""Inductions and supervision: what two people settle and note, and notes of those who met alone."""

from collections.abc import Callable, Iterator

from django.db.models import Model

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from tests.factories.inductions import InductionItemFactory, InductionTickFactory, induction_of
from tests.factories.supervisions import SupervisionAddendumFactory, agreement_between, session_of
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def meetings_kept(small: SmallWorld) -> Iterator[Told]:
    """An induction with earlier learning to be judged, a session with the manager, and one with a colleague."""
    induction = induction_of(small.report)
    said = {"earlier": "offered", "earlier_words": "Zqlearntbefore"}
    InductionTickFactory(induction=induction, item=InductionItemFactory(programme=induction.programme), **said)
    managed = session_of(agreement_between(small.report, small.manager), "held", own_notes="Zqhernotes")
    other = agreement_between(small.report, small.colleague, strand="day_to_day")
    locked = session_of(other, "signed", own_notes="Zqlockednotes", supervisor_notes="Zqsupervisorsnotes")
    SupervisionAddendumFactory(supervision=locked, written_by=small.colleague, words="Zqaddendumwords")
    yield "learnt before an induction", "Zqlearntbefore", "manager", _may("development.induction.see", induction)
    yield "her notes of supervision", "Zqhernotes", "manager", _may("development.supervision.see", managed)
    for what, word in (
        ("her notes of a session with a colleague", "Zqlockednotes"),
        ("the supervisor's notes", "Zqsupervisorsnotes"),
        ("what was added to a session", "Zqaddendumwords"),
    ):
        yield what, word, "report", _may("development.supervision.see", locked)


def _may(code: str, thing: Model) -> Callable[[Actor], bool]:
    return lambda actor: allows(code, actor, thing)
