"""What somebody can begin a case for: the step of her journey, or an open vacancy. Everything known is read back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from academy.identity.actor import Actor
from academy.people.models import Grade, Vacancy
from academy.people.selectors.vacancies import vacancies_for
from panels.choices.cases import LIVE, CaseKind, CaseState
from panels.choices.outcomes import Outcome
from panels.choices.panels import MeetingState
from panels.models import Case, Decision, Meeting
from panels.rules.gates import kind_for
from panels.selectors.concerned import CONCERNED, candidate_at
from panels.selectors.policies import rules_of
from panels.selectors.steps import OF_A_POST, level_led_to
from pathways.choices import Mechanism, SittingPurpose
from pathways.selectors.journeys import journeys_seen
from pathways.selectors.ladders import ladders_in_force
from pathways.selectors.standings import standings_of
from pathways.selectors.why import pathway_shown, why
from portfolios.selectors.signing import line_manager_of

TAKEN_UP_AGAIN = (Outcome.NOT_YET, Outcome.DEFERRED)


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """A case that could begin, with what is known of it. `standing` and `step` are those of her ladder, None for
    somebody from outside; `grade` is the one aimed at and `leads_to` the level, where the grade stays; `live`
    is a case for the same step that is not over."""

    kind: CaseKind
    code: str
    title: str
    organisation_id: int
    mechanisms: tuple[Mechanism, ...]
    purpose: str = SittingPurpose.PROGRESSION
    journey: Any = None
    vacancy: Vacancy | None = None
    standing: Any = None
    step: Any = None
    pathway: Any = None
    service: str = ""
    grade: Grade | None = None
    leads_to: str = ""
    manager: Any = None
    is_external: bool = False
    live: Case | None = None

    @property
    def is_to_panel(self) -> bool:
        return self.kind == CaseKind.PROGRESSION


def own_journeys(actor: Actor) -> list[Any]:
    """The journeys of the actor's own that are under way where she acts."""
    here = {"person_id": actor.person_id, "organisation_id": actor.organisation_id}
    return [each for each in journeys_seen(actor).filter(**here) if each.is_open]


def step_beginning(journey: Any, actor: Actor) -> Beginning | None:
    """What a case for the step of one's own journey would be; None where she stands on that ladder no more, or the step
    needs no panel and no interview."""
    found = standings_of([journey.person_id], on=actor.on, within=[journey.organisation_id])[journey.person_id]
    standing = next((each for each in found if each.journey == journey), None)
    step = standing.step(journey.step) if standing is not None else None
    kind = kind_for(step.mechanisms) if step is not None else None
    if standing is None or step is None or kind is None:
        return None
    rung = standing.ladder.rung(step.end)
    return Beginning(
        kind=kind,
        code=step.code,
        title=f"{standing.ladder.rung(step.start).name} to {rung.name}",
        organisation_id=journey.organisation_id,
        mechanisms=tuple(step.mechanisms),
        purpose=step.purpose,
        journey=journey,
        standing=standing,
        step=step,
        pathway=standing.pathway,
        service=standing.place.service_kind,
        grade=_grade(journey.organisation_id, rung.grade),
        leads_to=level_led_to(standing.ladder, step),
        manager=line_manager_of(journey.person_id, journey.organisation_id, on=actor.on),
        live=_live(actor.person_id, journey.organisation_id, step.code),
    )


def post_beginning(vacancy: Vacancy, actor: Actor) -> Beginning | None:
    """What a case for an open vacancy would be: by interview, with the portfolio seen (S2-198). None where the step to
    its grade goes by a panel first, for somebody who stands below it."""
    is_external = vacancy.organisation_id not in actor.staff_of
    standing, step = (None, None) if is_external else _step_to(vacancy, _standings(actor, vacancy.organisation_id))
    if _is_by_panel(step):
        return None
    if step is None:
        step = _step_of_grade(vacancy, on=actor.on)
    code = step.code if step is not None else f"vacancy-{vacancy.pk}"
    return Beginning(
        kind=CaseKind.APPOINTMENT,
        code=code,
        title=vacancy.title,
        organisation_id=vacancy.organisation_id,
        mechanisms=OF_A_POST if is_external or step is None else tuple(step.mechanisms),
        journey=_journey_along(standing, step),
        vacancy=vacancy,
        standing=standing,
        step=step,
        service=vacancy.team.service.kind,
        grade=vacancy.grade,
        manager=None if is_external else _manager(vacancy, actor),
        is_external=is_external,
        live=_live(actor.person_id, vacancy.organisation_id, code),
    )


def posts_open_to(actor: Actor) -> list[Vacancy]:
    """The vacancies the actor can begin a case for where she acts. Five queries at most, however many there are."""
    here = list(vacancies_for(actor).filter(organisation_id=actor.organisation_id))
    is_staff = bool(here) and actor.organisation_id in actor.staff_of
    standings = _standings(actor, actor.organisation_id) if is_staff else ()
    return [each for each in here if not _is_by_panel(_step_to(each, standings)[1])]


def posts_to_apply_for(actor: Actor) -> list[Vacancy]:
    """The vacancies a candidate from outside can begin a case for where she acts and has not, the next to close first.
    Staff look for theirs themselves, and a guest of a panel comes for another reason. No query for staff, one for
    her."""
    if actor.staff_of or CONCERNED not in actor.marks:
        return []
    begun = Case.objects.filter(person_id=actor.person_id, vacancy_id=OuterRef("pk"))
    found = vacancies_for(actor).filter(~Exists(begun), Exists(candidate_at(actor)))
    return list(found.filter(organisation_id=actor.organisation_id))


def open_meetings(organisation_id: int, purpose: str, *, on: date) -> list[Meeting]:
    """The sittings that panels there have taken up and that still take cases, the next first. One query."""
    held = Meeting.objects.filter(state=MeetingState.GATHERING, panel__organisation_id=organisation_id)
    rows = held.filter(panel__purpose=purpose, sitting__cancelled_at=None, sitting__on__gt=on)
    rows = rows.select_related("sitting", "panel", "policy").order_by("sitting__on", "pk")
    return [each for each in rows if _takes(each, on=on)]


def eligibility_of(beginning: Beginning, *, on: date) -> Any:
    """How the step stands criterion by criterion, as its page in pathways has it; None without a standing."""
    if beginning.standing is None or beginning.step is None:
        return None
    shown = pathway_shown(beginning.standing, beginning.step, "")
    return why(beginning.standing, beginning.step, pathway=shown, on=on, is_own=True)


def earlier_of(person_id: int | None, organisation_id: int, step: str) -> Case | None:
    """The last case of hers for the step that was told and ended with "not yet" or a deferral. One query."""
    about = {"case__person_id": person_id, "case__organisation_id": organisation_id, "case__step": step}
    found = Decision.objects.holding().filter(case__state=CaseState.RELEASED, outcome__in=TAKEN_UP_AGAIN, **about)
    last = found.select_related("case").order_by("-case__released_at", "-pk").first()
    return last.case if last is not None else None


def states_for(person_id: int | None, organisation_id: int, step: str) -> list[CaseState]:
    """How her cases for the step stand. One query."""
    rows = Case.objects.filter(person_id=person_id, organisation_id=organisation_id, step=step).order_by("pk")
    return [CaseState(state) for state in rows.values_list("state", flat=True)]


def _live(person_id: int | None, organisation_id: int, step: str) -> Case | None:
    rows = Case.objects.filter(person_id=person_id, organisation_id=organisation_id, step=step, state__in=LIVE)
    found: Case | None = rows.first()
    return found


def _takes(meeting: Meeting, *, on: date) -> bool:
    return meeting.sitting.submit_by >= on or not rules_of(meeting.policy).late_needs_extension


def _grade(organisation_id: int, code: str | None) -> Grade | None:
    return Grade.objects.filter(organisation_id=organisation_id, code__iexact=code).first() if code else None


def _manager(vacancy: Vacancy, actor: Actor) -> Any:
    return line_manager_of(actor.person_id or 0, vacancy.organisation_id, on=actor.on)


def _standings(actor: Actor, organisation_id: int | None) -> Sequence[Any]:
    """Where the actor stands there on her day."""
    people = [actor.person_id] if actor.person_id is not None else []
    within = [organisation_id] if organisation_id is not None else []
    return [each for found in standings_of(people, on=actor.on, within=within).values() for each in found]


def _step_to(vacancy: Vacancy, standings: Iterable[Any]) -> tuple[Any, Any]:
    """Of where somebody stands, that from which a step leads to the grade of the vacancy, and the step; nothing where
    none leads there."""
    for standing in standings:
        step = _to_grade(standing.ladder, standing.steps, vacancy)
        if step is not None:
            return standing, step
    return None, None


def _is_by_panel(step: Any) -> bool:
    """Does a panel decide first on the step to the post? Where no step leads there, none does."""
    return step is not None and kind_for(step.mechanisms) != CaseKind.APPOINTMENT


def _step_of_grade(vacancy: Vacancy, *, on: date) -> Any:
    """A step of a ladder in force there that leads to the grade by an interview."""
    ladders = ladders_in_force([vacancy.organisation_id], on=on)
    found = (_to_grade(each, [step for step in each.steps if _by_interview(step)], vacancy) for each in ladders)
    return next((step for step in found if step is not None), None)


def _by_interview(step: Any) -> bool:
    return Mechanism.RECRUITMENT in step.mechanisms


def _to_grade(ladder: Any, steps: Iterable[Any], vacancy: Vacancy) -> Any:
    if vacancy.grade is None:
        return None
    wanted = vacancy.grade.code.lower()
    return next((step for step in steps if (ladder.rung(step.end).grade or "").lower() == wanted), None)


def _journey_along(standing: Any, step: Any) -> Any:
    journey = standing.journey if standing is not None else None
    return journey if journey is not None and step is not None and journey.step == step.code else None
