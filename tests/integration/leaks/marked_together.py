"""Private notes, and what a peer learning session of the council takes from it."""

from collections.abc import Callable, Iterator

from academy.development.models import PeerSession, PrivateNote
from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from tests.factories.audits import PrivateNoteFactory
from tests.factories.supervisions import PeerAttendanceFactory, PeerSessionFactory
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def kept_together(small: SmallWorld) -> Iterator[Told]:
    """A note of hers that is nobody else's in any role, and a session for everybody of the council."""
    note = PrivateNoteFactory(owner=small.report, title="Zqnotetitle", words="Zqnotewords")
    session = PeerSessionFactory(
        organisation=small.council, leader=small.report, state="held", takeaway="Zqtakeawaywords"
    )
    PeerAttendanceFactory(session=session, person=small.report, came=True)
    yield "title of a private note", "Zqnotetitle", "report", _may("development.note.keep", note)
    yield "words of a private note", "Zqnotewords", "report", _may("development.note.keep", note)
    yield (
        "what a group takes from a session",
        "Zqtakeawaywords",
        "report",
        _may("development.peer_session.see", session),
    )


def _may(code: str, thing: PeerSession | PrivateNote) -> Callable[[Actor], bool]:
    return lambda actor: allows(code, actor, thing)
