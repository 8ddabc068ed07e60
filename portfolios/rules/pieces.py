"""The kinds of evidence a second person verifies: what each asks, who may keep it alone, what is missing. Pure.

Observation, feedback and case audits have rules of their own.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from portfolios.choices.evidence import MOST_TITLE, MOST_WORDS, EvidenceKind

# An assignment of 3,500 words has about 22,000 characters.
MOST_ASSIGNMENT = 60000


@dataclass(frozen=True)
class Fault:
    """What is wrong with one answer, and what to do."""

    field: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a kind is called when it is begun, what it asks, and what the second person does.

    `is_kept_alone`: it counts without a second person, too. `takes_files`: not of case records, which are seen and
    never uploaded (D7-03). `needs_account`: it says nothing without her words. `reads_back`: the portal may know of it
    already (a course completed, an event led, a supervision signed), so that nothing is typed again (S2-29).
    """

    begin: str
    about: str
    account: str
    help: str = ""
    ask: str = "Ask somebody to verify it"
    verify: str = "Verify it"
    is_kept_alone: bool = True
    takes_files: bool = True
    needs_account: bool = True
    reads_back: str = ""


ASKED: dict[EvidenceKind, Asked] = {
    EvidenceKind.CERTIFICATE: Asked(
        begin="Certificate or workbook",
        about="What you completed. A course the portal knows of is read back, not typed again.",
        account="What did you learn, and where do you use it?",
        needs_account=False,
        reads_back="Which course is it for?",
    ),
    EvidenceKind.SUPERVISION: Asked(
        begin="Supervision record",
        about="A session you and your supervisor both signed. Its day counts; no note is copied.",
        account="What from it is evidence, in your words?",
        help="Nothing of the notes is copied. Write what others may read.",
        needs_account=False,
        reads_back="Which session was it?",
    ),
    EvidenceKind.ASSIGNMENT: Asked(
        begin="Assignment",
        about="A study or a critical reflection, written here or as a file. Its words are counted.",
        account="The text of the assignment",
        help="Or say in a sentence what it is about, and add it as a file on the next page.",
        ask="Ask somebody to mark it",
        verify="Say that you marked it",
    ),
    EvidenceKind.PROJECT: Asked(
        begin="Project",
        about="Something you changed or built with others.",
        account="What was it, what was your part, and what changed for people?",
    ),
    EvidenceKind.TRAINING: Asked(
        begin="Training delivered",
        about="Teaching you led, students who shadowed you, assessments of readiness you took part in.",
        account="What did you teach or show, to whom, and what did they take from it?",
        reads_back="Which event was it?",
    ),
    EvidenceKind.WORK: Asked(
        begin="Work seen and verified",
        about="A piece of your work in the case record. Somebody opens the record with you; nothing is uploaded.",
        account="What is the work, and what does it show?",
        help="Tell it so that nobody can be told from it. The record itself stays where it is.",
        ask="Ask somebody to look at it",
        verify="Say what you saw",
        is_kept_alone=False,
        takes_files=False,
    ),
}
PIECES = tuple(ASKED)


class Said(Protocol):
    """What a piece says so far."""

    @property
    def title(self) -> str: ...

    @property
    def account(self) -> str: ...

    @property
    def happened_on(self) -> date | None: ...


def asked_of(kind: str) -> Asked:
    """What a kind asks. Raises KeyError for kinds with rules of their own."""
    return ASKED[EvidenceKind(kind)]


def most_characters(kind: str) -> int:
    """How long the account of a kind may be."""
    return MOST_ASSIGNMENT if kind == EvidenceKind.ASSIGNMENT else MOST_WORDS


def faults(said: Said, *, kind: str, on: date) -> list[Fault]:
    """What cannot be, of a draft as of anything: no title, a day to come, writing that is too long."""
    found = []
    most = most_characters(kind)
    if not said.title:
        found.append(Fault("title", "Give it a title, such as “Sensory room for the day centre”."))
    if len(said.title) > MOST_TITLE:
        found.append(Fault("title", f"Use at most {MOST_TITLE} characters. You have {len(said.title)}."))
    if said.happened_on is not None and said.happened_on > on:
        found.append(Fault("happened_on", "Write a day that has been."))
    if len(said.account) > most:
        found.append(Fault("account", f"Use at most {most:,} characters. You have {len(said.account):,}."))
    return found


def missing(said: Said, *, kind: str) -> list[Fault]:
    """What it lacks before anybody is asked or it is kept."""
    found = []
    if said.happened_on is None:
        found.append(Fault("happened_on", "Say on which day it was. Change it first, then come back."))
    if asked_of(kind).needs_account and not said.account:
        found.append(Fault("account", "Say in your words what it is and what it shows. Change it first."))
    return found
