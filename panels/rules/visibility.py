"""Who sees what of a case: one table by phase, part and conflict. Pages, lists, exports, counts, search, mail and PDFs
all ask it, and the database's filters are made from it (`panels.querysets.sight`).

A part on the panel sees nothing of a case she is out of, and nobody sees another's review before all have judged.
"""

from collections.abc import Iterable
from enum import StrEnum

from panels.choices.cases import CaseState
from panels.choices.panels import Names


class As(StrEnum):
    """As what somebody comes to a case. She may come as several."""

    CANDIDATE = "candidate"
    MANAGER = "manager"
    CLERK = "clerk"
    LEAD = "lead"
    CHAIR = "chair"
    REVIEWER = "reviewer"
    MODERATOR = "moderator"
    MEMBER = "member"
    OBSERVER = "observer"
    HEARER = "hearer"
    HR = "hr"
    RECRUITER = "recruiter"


# Parts that a conflict takes away: whoever is out of a case is out of it in all of these.
PANEL_PARTS = frozenset(As) - {As.CANDIDATE, As.MANAGER, As.HR}
# Parts that judge: to them the name is hidden where the policy says so.
JUDGING_PARTS = frozenset({As.CHAIR, As.REVIEWER, As.MODERATOR, As.MEMBER, As.OBSERVER})


class Phase(StrEnum):
    """What goes on with a case, as far as sight is concerned."""

    PREPARED = "prepared"
    HANDED_IN = "handed_in"
    JUDGED = "judged"
    COMPARED = "compared"
    MET = "met"
    DECIDED = "decided"
    TOLD = "told"
    GONE = "gone"


PHASES = {
    CaseState.DRAFT: Phase.PREPARED,
    CaseState.RECEIVED: Phase.HANDED_IN,
    CaseState.CHANGES_ASKED: Phase.HANDED_IN,
    CaseState.CHANGES_MADE: Phase.HANDED_IN,
    CaseState.DEFERRED: Phase.HANDED_IN,
    CaseState.ACCEPTED: Phase.JUDGED,
    CaseState.IN_REVIEW: Phase.JUDGED,
    CaseState.REVIEWS_IN: Phase.COMPARED,
    CaseState.LOOKED_AGAIN: Phase.COMPARED,
    CaseState.ON_AGENDA: Phase.MET,
    CaseState.DECIDED: Phase.DECIDED,
    CaseState.RELEASED: Phase.TOLD,
    CaseState.WITHDRAWN: Phase.GONE,
}


class Sight(StrEnum):
    """What there is to see of a case."""

    CASE = "case"
    NAME = "name"
    STANDING = "standing"
    PORTFOLIO = "portfolio"
    CHECKS = "checks"
    TIES = "ties"
    ASSIGNMENTS = "assignments"
    OWN_REVIEW = "own_review"
    REVIEWS = "reviews"
    DISCUSSION = "discussion"
    THEMES = "themes"
    DECISION = "decision"
    REASONS = "reasons"
    LETTER = "letter"
    PLAN = "plan"
    APPEAL = "appeal"
    APPOINTMENT = "appointment"


def _all(*names: str) -> frozenset[Sight]:
    return frozenset(Sight(name) for name in names)


_OUTCOME = _all("decision", "letter", "plan", "appeal", "appointment")
_RUNS = _all("case", "name", "checks", "portfolio", "ties", "assignments", "standing")
_JUDGES = _all("case", "name", "portfolio", "own_review")
_TOGETHER = _all("reviews", "discussion")
_DECIDED = _all("decision", "reasons", "plan")
# What is noted of an ASYE under a theme, by whom the panel leaves it to.
_THEMES = _all("themes")
_LOOKS_ON = _all("case", "name")

# For each part, what it sees in each phase; a phase that is not named shows nothing at all.
TABLE: dict[As, dict[Phase, frozenset[Sight]]] = {
    As.CANDIDATE: {
        **dict.fromkeys(Phase, _all("case", "name", "checks", "portfolio", "standing", "appeal")),
        # Of a post by interview she knows when and where she is asked; a panel's case has no post before it is told.
        Phase.JUDGED: _all("case", "name", "checks", "portfolio", "standing", "appeal", "appointment"),
        Phase.TOLD: _all("case", "name", "checks", "portfolio", "standing") | _OUTCOME,
    },
    As.MANAGER: {
        **dict.fromkeys(Phase, _all("case", "name", "standing")),
        Phase.TOLD: _all("case", "name", "standing", "decision", "plan"),
    },
    As.CLERK: {
        **dict.fromkeys((Phase.PREPARED,), _all("case", "name")),
        **dict.fromkeys((Phase.HANDED_IN, Phase.JUDGED, Phase.COMPARED, Phase.GONE), _RUNS),
        Phase.MET: _RUNS | _THEMES | _all("discussion"),
        Phase.DECIDED: _RUNS | _DECIDED | _THEMES | _all("discussion", "letter"),
        Phase.TOLD: _RUNS | _DECIDED | _OUTCOME | _THEMES | _all("discussion"),
    },
    As.LEAD: {
        **dict.fromkeys((Phase.PREPARED,), _all("case", "name")),
        **dict.fromkeys((Phase.HANDED_IN, Phase.JUDGED, Phase.COMPARED, Phase.MET, Phase.GONE), _RUNS | _all("appeal")),
        Phase.DECIDED: _RUNS | _DECIDED | _THEMES | _all("letter", "appeal"),
        Phase.TOLD: _RUNS | _DECIDED | _OUTCOME | _THEMES | _all("reviews"),
    },
    As.CHAIR: {
        Phase.HANDED_IN: _RUNS,
        Phase.JUDGED: _RUNS,
        Phase.COMPARED: _RUNS | _THEMES | _all("reviews"),
        Phase.MET: _RUNS | _TOGETHER | _THEMES,
        Phase.DECIDED: _RUNS | _TOGETHER | _DECIDED | _THEMES | _all("letter"),
        Phase.TOLD: _RUNS | _TOGETHER | _DECIDED | _OUTCOME | _THEMES,
        Phase.GONE: _LOOKS_ON,
    },
    As.REVIEWER: {
        Phase.JUDGED: _JUDGES,
        Phase.COMPARED: _JUDGES | _THEMES | _all("reviews"),
        Phase.MET: _JUDGES | _TOGETHER | _THEMES,
        Phase.DECIDED: _JUDGES | _TOGETHER | _DECIDED | _THEMES,
        Phase.TOLD: _JUDGES | _TOGETHER | _DECIDED | _THEMES,
        Phase.GONE: _LOOKS_ON,
    },
    As.MODERATOR: {
        Phase.COMPARED: _all("case", "name", "portfolio", "reviews") | _THEMES,
        Phase.MET: _all("case", "name", "portfolio") | _TOGETHER | _THEMES,
        Phase.DECIDED: _all("case", "name", "portfolio") | _TOGETHER | _DECIDED | _THEMES,
        Phase.TOLD: _all("case", "name", "portfolio") | _TOGETHER | _DECIDED | _THEMES,
        Phase.GONE: _LOOKS_ON,
    },
    As.MEMBER: {
        Phase.JUDGED: _LOOKS_ON,
        Phase.COMPARED: _LOOKS_ON,
        Phase.MET: _all("case", "name", "portfolio") | _TOGETHER,
        Phase.DECIDED: _all("case", "name", "portfolio") | _TOGETHER | _DECIDED,
        Phase.TOLD: _all("case", "name") | _DECIDED,
        Phase.GONE: _LOOKS_ON,
    },
    As.OBSERVER: {
        Phase.MET: _LOOKS_ON | _all("discussion"),
        Phase.DECIDED: _LOOKS_ON | _all("discussion", "decision"),
        Phase.TOLD: _LOOKS_ON | _all("discussion", "decision"),
    },
    As.HEARER: {Phase.TOLD: _all("case", "name", "portfolio", "appeal") | _TOGETHER | _DECIDED},
    As.HR: {Phase.TOLD: _all("case", "name", "decision", "appointment")},
    As.RECRUITER: {
        Phase.JUDGED: _all("case", "name", "portfolio", "appointment"),
        Phase.TOLD: _all("case", "name", "portfolio", "decision", "appointment"),
    },
}


def phase_of(state: str) -> Phase:
    """What goes on with a case in that state."""
    return PHASES[CaseState(state)]


def sees(part: As, thing: Sight, *, state: str, names: str) -> bool:
    """Does this part see this of a case in that state? Whoever judges does not see the name before the policy lets her:
    blind, until the panel meets; throughout, until it is told (D1-65). What the part may be out of is not asked here.
    """
    phase = phase_of(state)
    if thing not in TABLE[part].get(phase, frozenset()):
        return False
    return thing != Sight.NAME or part not in JUDGING_PARTS or _names_are_open(phase, names)


def _names_are_open(phase: Phase, names: str) -> bool:
    if names == Names.NAMED or phase is Phase.TOLD:
        return True
    return names == Names.BLIND and phase in (Phase.MET, Phase.DECIDED)


def seen_by(parts: Iterable[As], *, state: str, names: str, is_away: bool) -> frozenset[Sight]:
    """Everything somebody with these parts sees of a case in that state.

    Of her parts on the panel none counts where she is away: tied to the case, or its candidate. What is left alone
    decides whether there is a case for her at all.
    """
    counted = [part for part in parts if not (is_away and part in PANEL_PARTS)]
    seen = {thing for thing in Sight for part in counted if sees(part, thing, state=state, names=names)}
    return frozenset(seen) if Sight.CASE in seen else frozenset()


def states_seen(part: As, thing: Sight, *, names: str) -> tuple[str, ...]:
    """The states in which a part sees this of a case: what the database filters by."""
    return tuple(state.value for state in CaseState if sees(part, thing, state=state, names=names))
