"""The gates of a step in their order: portfolio, vacancy, recruitment (S2-14 to S2-16, S2-198, D5-01). Pure.

A step by panel alone ends with the panel's decision, and the grade follows. Where it needs a vacancy too, somebody who
progressed is eligible for appointment, and the grade comes with the post. A step by interview has the portfolio seen.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.choices.vacancies import VacancyState
from academy.people.rules.decisions import first_refusal, refused
from academy.people.rules.spans import in_words
from panels.choices.cases import CaseKind, Gate
from panels.choices.outcomes import PROGRESSING, AppointmentState, Outcome
from pathways.choices import Mechanism

# A vacancy somebody can be appointed to: open still, or closed to applicants and not filled.
TO_BE_FILLED = (VacancyState.OPEN, VacancyState.CLOSED)
PENDING = (AppointmentState.ELIGIBLE, AppointmentState.INVITED)


@dataclass(frozen=True, kw_only=True)
class Way:
    """How far somebody is on her way through the gates of a step. `outcome` is the panel's, once it is told; of a post
    by interview `is_seen` says that the portfolio was accepted. `appointment` is the latest."""

    mechanisms: tuple[Mechanism, ...]
    kind: CaseKind = CaseKind.PROGRESSION
    outcome: Outcome | None = None
    is_seen: bool = False
    vacancy: VacancyState | None = None
    appointment: AppointmentState | None = None


@dataclass(frozen=True)
class GateLine:
    """A gate of a step: whether it is passed, whether it is the one that stands next, and in a sentence what it waits
    for or how it was passed. The candidate and who recruits read the same sentence."""

    gate: Gate
    is_passed: bool
    is_next: bool
    says: str

    @property
    def waits_for_vacancy(self) -> bool:
        """Is a vacancy what comes next?"""
        return self.is_next and self.gate == Gate.VACANCY


@dataclass(frozen=True, kw_only=True)
class Appointing:
    """What is known as somebody is to be appointed: the vacancy and how many of its places are taken, where she is on
    the way, when she was interviewed, and from which day she is to have the post."""

    on: date
    gates: tuple[GateLine, ...]
    state: AppointmentState
    vacancy: VacancyState | None
    places: int
    taken: int
    interviewed_on: date | None
    from_on: date | None
    words: str


def kind_for(mechanisms: Collection[Mechanism]) -> CaseKind | None:
    """What a case for a step made this way is: a step up by panel, a post by interview, or nothing for a panel."""
    if Mechanism.PANEL in mechanisms:
        return CaseKind.PROGRESSION
    return CaseKind.APPOINTMENT if Mechanism.RECRUITMENT in mechanisms else None


def gates_of(mechanisms: Collection[Mechanism]) -> tuple[Gate, ...]:
    """The gates of a step made this way, in order. Wherever a panel or an interview decides, a portfolio is seen."""
    if kind_for(mechanisms) is None:
        return ()
    return (
        Gate.PORTFOLIO,
        *((Gate.VACANCY,) if Mechanism.VACANCY in mechanisms else ()),
        *((Gate.RECRUITMENT,) if Mechanism.RECRUITMENT in mechanisms else ()),
    )


def changes_grade(mechanisms: Collection[Mechanism]) -> bool:
    """Does the grade follow the panel's decision? Only where nothing comes after the panel (D5-01)."""
    return gates_of(mechanisms) == (Gate.PORTFOLIO,)


def makes_eligible(mechanisms: Collection[Mechanism], outcome: Outcome) -> bool:
    """Does this outcome of a panel make somebody eligible for appointment? Where a vacancy or an interview follows."""
    return outcome in PROGRESSING and len(gates_of(mechanisms)) > 1


def gate_lines(way: Way) -> tuple[GateLine, ...]:
    """The gates of the step as somebody reads them; the first that is not passed is the one that stands next, and
    nothing behind it is passed."""
    lines: list[GateLine] = []
    is_open = True
    for gate in gates_of(way.mechanisms):
        is_passed = is_open and _is_passed(gate, way)
        lines.append(GateLine(gate, is_passed, is_open and not is_passed, _says(gate, way, is_open=is_open)))
        is_open = is_passed
    return tuple(lines)


def can_invite(state: AppointmentState, *, vacancy: VacancyState | None, interview_on: date, on: date) -> Decision:
    """May somebody be invited to an interview? Who is eligible, for a vacancy that is to be filled, to a coming day."""
    if state not in PENDING:
        return refused("Only somebody who is eligible for appointment is invited.")
    return first_refusal(
        _is_to_be_filled(vacancy),
        ALLOWED if interview_on >= on else refused(f"Give {in_words(on)} or a later day.", "interview"),
    )


def can_appoint(appointing: Appointing) -> Decision:
    """May she be appointed? The vacancy is to be filled and has a place left, every gate before the interview is
    passed, she was interviewed where the step has that, and it is said why and from which day."""
    return first_refusal(
        _is_pending(appointing.state),
        _is_to_be_filled(appointing.vacancy),
        _is_through(appointing.gates),
        _has_place(appointing),
        _was_interviewed(appointing),
        _is_worded(appointing.words),
        ALLOWED if appointing.from_on else refused("Give the first day in the post.", "from_on"),
    )


def can_not_appoint(state: AppointmentState, *, words: str) -> Decision:
    """May it be recorded that she was not appointed, or that it ended without a post? While it is open, in words she
    reads. She stays somebody who progressed, and another vacancy may follow."""
    return first_refusal(_is_pending(state), _is_worded(words))


def can_follow(states: Iterable[AppointmentState], *, is_told: bool) -> Decision:
    """May another vacancy follow with the same decision? While it holds and is told, once the vacancy before is over,
    and not after an appointment."""
    every = list(states)
    if AppointmentState.APPOINTED in every:
        return refused("She was appointed on this decision. The next step begins with a case of its own.")
    if any(state in PENDING for state in every):
        return refused("One vacancy is open for her. Record how that ended first.")
    if not is_told:
        return refused("Her case is decided again. Wait until she is told: what comes next follows that.")
    return ALLOWED


def _is_passed(gate: Gate, way: Way) -> bool:
    if gate == Gate.PORTFOLIO:
        return way.is_seen if way.kind == CaseKind.APPOINTMENT else way.outcome in PROGRESSING
    if gate == Gate.VACANCY:
        return way.vacancy in TO_BE_FILLED or way.appointment == AppointmentState.APPOINTED
    return way.appointment == AppointmentState.APPOINTED


def _says(gate: Gate, way: Way, *, is_open: bool) -> str:
    if not is_open:
        return "Opens once the gate before it is passed."
    if gate == Gate.PORTFOLIO:
        return _of_portfolio(way)
    return _of_vacancy(way) if gate == Gate.VACANCY else _of_recruitment(way)


def _of_portfolio(way: Way) -> str:
    if way.kind == CaseKind.APPOINTMENT:
        return "The portfolio was seen." if way.is_seen else "Waits for the portfolio to be looked through."
    if way.outcome is None:
        return "Waits for the panel’s decision."
    return f"The panel decided: {way.outcome.label.lower()}."


def _of_vacancy(way: Way) -> str:
    if _is_passed(Gate.VACANCY, way):
        return "There is a vacancy."
    if way.vacancy == VacancyState.PLANNED:
        return "Waits for the vacancy to open."
    return "Waits for a vacancy."


def _of_recruitment(way: Way) -> str:
    said = {
        AppointmentState.INVITED: "Invited to the interview.",
        AppointmentState.APPOINTED: "Appointed.",
        AppointmentState.NOT_APPOINTED: "Not appointed this time. Another vacancy may follow.",
        AppointmentState.LAPSED: "Ended without a post. Another vacancy may follow.",
    }
    return said.get(way.appointment or AppointmentState.ELIGIBLE, "Waits for the interview.")


def _is_pending(state: AppointmentState) -> Decision:
    return ALLOWED if state in PENDING else refused("This is over already. It stays as it was recorded.")


def _is_through(gates: Iterable[GateLine]) -> Decision:
    lacking = next((line for line in gates if line.is_next and line.gate != Gate.RECRUITMENT), None)
    return refused(lacking.says) if lacking else ALLOWED


def _is_to_be_filled(vacancy: VacancyState | None) -> Decision:
    if vacancy in TO_BE_FILLED:
        return ALLOWED
    return refused("Choose a vacancy that is open, or closed and not filled yet.", "vacancy")


def _has_place(appointing: Appointing) -> Decision:
    if appointing.taken < appointing.places:
        return ALLOWED
    return refused("Every place of this vacancy is taken. Choose another vacancy.", "vacancy")


def _was_interviewed(appointing: Appointing) -> Decision:
    if Gate.RECRUITMENT not in {line.gate for line in appointing.gates}:
        return ALLOWED
    if appointing.state != AppointmentState.INVITED or appointing.interviewed_on is None:
        return refused("Invite her to the interview first.")
    if appointing.interviewed_on > appointing.on:
        return refused(f"Record it once the interview was held, on {in_words(appointing.interviewed_on)}.")
    return ALLOWED


def _is_worded(words: str) -> Decision:
    return ALLOWED if words.strip() else refused("Write what the decision rests on. She reads it.", "words")
