"""Who is proposed to review which case, and who declines or is replaced (workflows 1.1, D5-04). Pure.

A proposal is a beginning: whoever chairs changes it by hand. It is the same for the same people and cases, in whatever
order they come. Until when a case is judged stands in `days`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.choices import ServiceKind
from academy.people.rules.decisions import first_refusal
from panels.choices.judging import TO_DO, AssignmentState
from panels.choices.panels import MemberSort
from panels.rules.reasons import is_reasoned

# Whom a mix of reviewers has one each of, by another person each (S2-13, S0-80).
BOTH_SERVICES = frozenset({ServiceKind.ADULTS.value, ServiceKind.CHILDREN.value})


@dataclass(frozen=True, kw_only=True)
class Reviewer:
    """Somebody who can be given cases of a sitting. `services` are those she speaks for, both for a member of the whole
    council; `expertise` the codes of the pathways she knows. `load` is what she has to judge already, `most` what she
    may have at most, 0 without a limit. A guest makes up no mix: she is of another council."""

    person_id: int
    sort: MemberSort
    services: frozenset[str] = frozenset()
    expertise: frozenset[str] = frozenset()
    load: int = 0
    most: int = 0

    @property
    def is_guest(self) -> bool:
        return self.sort == MemberSort.GUEST

    @property
    def speaks_for(self) -> frozenset[str]:
        """The services she counts for in a mix."""
        return frozenset() if self.is_guest else self.services & BOTH_SERVICES


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A case that is to have so many reviewers, with those it has already; they are never taken off. `needs_mix` asks
    for one of each service among them, where there are two or more."""

    case_id: int
    reviewers: int
    service: str = ""
    pathway: str = ""
    needs_mix: bool = False
    already: frozenset[int] = frozenset()

    @property
    def open_places(self) -> int:
        return max(self.reviewers - len(self.already), 0)

    @property
    def is_mixed(self) -> bool:
        return self.needs_mix and self.reviewers > 1

    def is_known_to(self, reviewer: Reviewer) -> bool:
        """Does she know what it is about: its pathway, or its service where it has none?"""
        return self.pathway in reviewer.expertise if self.pathway else self.service in reviewer.services


@dataclass(frozen=True)
class Short:
    """A case that is left with places open, or with a mix that does not hold, and what to do about it."""

    case_id: int
    places: int
    says: str


@dataclass(frozen=True)
class Proposal:
    """Pairs of case and person to be asked, in that order, and the cases that stay short."""

    pairs: tuple[tuple[int, int], ...]
    short: tuple[Short, ...]


@dataclass(frozen=True, kw_only=True)
class Replacing:
    """What is known as somebody is to take over a case from whoever has it."""

    state: AssignmentState
    to_id: int
    reviewers: Collection[int]
    may_judge: Decision
    reason: str


def lacking_services(members: Iterable[frozenset[str]]) -> int:
    """How many more it takes for a mix of one each of both services; somebody who speaks for both stands for one."""
    found = [services for services in members if services]
    spoken_for = frozenset[str]().union(*found)
    return len(BOTH_SERVICES) - min(len(spoken_for), len(found))


def why_short(wanted: Wanted, *, places: int, could: Collection[Reviewer], fitting: Collection[Reviewer]) -> str:
    """Why a case is left short, and what to do. `could` are those nothing bars from it and who have it not; `fitting`
    those of them who would complete its mix."""
    if not places:
        return "Those who have it are not of both services. Take one of them off, so that one of the other can have it."
    stays = "1 place stays open" if places == 1 else f"{places} places stay open"
    if not could:
        return f"{stays}: all others are tied to the candidate or declined. Ask a guest, or appoint a member."
    if not fitting:
        return f"{stays}: nobody who can take it is of the service that is missing. Ask a deputy of it."
    return f"{stays}: who could take it has as many cases as she may. Raise the limit, or ask a guest."


def can_decline(*, state: AssignmentState, is_hers: bool, reason: str) -> Decision:
    """May she give a case back? Her own, before she has handed anything in, with a reason that the chair reads."""
    if not is_hers:
        return refused("Only who was asked declines. Take the case off her instead.")
    return first_refusal(
        _is_to_do(state), is_reasoned(reason, asks="Say why you decline. Who chairs the panel reads it.")
    )


def can_replace(replacing: Replacing) -> Decision:
    """May the case go to somebody else? Before the review is handed in, with a reason, to one who may judge and has it
    not."""
    if replacing.to_id in replacing.reviewers:
        return refused("She has this case already. Choose somebody else.")
    return first_refusal(
        _is_to_do(replacing.state),
        replacing.may_judge,
        is_reasoned(replacing.reason, asks="Say why it goes to somebody else. Both of them read it."),
    )


def _is_to_do(state: AssignmentState) -> Decision:
    if state in TO_DO:
        return ALLOWED
    return refused("This is over: it was handed in, declined or taken off. There is nothing to give away.")
