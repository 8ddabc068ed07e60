"""The table of sight as conditions over cases: what `panels.rules.visibility` says, asked of the database.

Everything that belongs to a case is filtered by `seeing`, whatever its table; so a list, a count and a search can show
no more than the case's own page.
"""

from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from academy.identity.actor import Actor
from academy.people.choices import VACANCY_KEEPERS, RoleCode
from academy.people.querysets import holds_on
from academy.people.selectors.answering import taken_in
from panels.choices.cases import CaseKind
from panels.choices.judging import STANDING, AssignmentKind, TieState
from panels.choices.outcomes import AppealState
from panels.choices.panels import MemberSort, Names, Seat
from panels.rules.visibility import PANEL_PARTS, As, Sight, states_seen

# Who interviews for a post and appoints to it (S2-16, S2-198).
RECRUITERS = (*VACANCY_KEEPERS, RoleCode.SERVICE_MANAGER, RoleCode.PRINCIPAL_SOCIAL_WORKER)


# A part the actor has in no case, by what is known of her; left out before the database is asked.
NOT_SO = Q(pk__in=())


def _rows(name: str) -> Any:
    return apps.get_model("panels", name)._default_manager


def _seated(actor: Actor, *seats: Seat) -> Q:
    """Cases of a panel on which the actor has one of these seats on her day; a guest has none but what she is given."""
    held = _rows("Member").filter(holds_on(actor.on), person_id=actor.person_id, seat__in=seats)
    return Q(Exists(held.exclude(sort=MemberSort.GUEST).filter(panel_id=OuterRef("panel_id"))))


def _given(actor: Actor, kind: AssignmentKind) -> Q:
    """Cases given to the actor to judge, and not declined or taken off her."""
    hers = {"person_id": actor.person_id, "kind": kind, "state__in": STANDING}
    return Q(Exists(_rows("Assignment").filter(case_id=OuterRef("pk"), **hers)))


def _hears(actor: Actor) -> Q:
    waiting = [AppealState.OPEN, AppealState.HEARD]
    named = _rows("Hearer").filter(person_id=actor.person_id, stood_down_at__isnull=True)
    return Q(Exists(named.filter(appeal__state__in=waiting, appeal__decision__case_id=OuterRef("pk"))))


def _recruits(actor: Actor) -> Q:
    to_a_post = Q(kind=CaseKind.APPOINTMENT) | Q(Exists(_rows("Appointment").filter(case_id=OuterRef("pk"))))
    return taken_in(actor, *RECRUITERS) & to_a_post


def away(actor: Actor) -> Q:
    """Cases the actor is out of: a tie takes her out, or they are her own."""
    tied = _rows("Tie").filter(case_id=OuterRef("pk"), person_id=actor.person_id, state=TieState.STEPS_BACK)
    return Q(person_id=actor.person_id) | Q(Exists(tied))


@lru_cache(maxsize=64)
def parts(actor: Actor) -> Mapping[As, Q]:
    """For each part, the cases to which the actor comes as that, on her day. Nobody without a person has a part; while
    she lacks the second factor her roles need, she comes to her own cases only.

    An ASYE under moderation is shown to the NQSW, her manager and human resources by the ASYE itself, not here.
    """
    if actor.person_id is None:
        return MappingProxyType({})
    own = Q(person_id=actor.person_id)
    told_here = ~Q(kind=CaseKind.MODERATION)
    if actor.lacks_second_factor:
        return MappingProxyType({As.CANDIDATE: own & told_here})
    there = Q(organisation_id__in=actor.reaches)
    found = {
        As.CANDIDATE: own & told_here,
        As.CLERK: _seated(actor, Seat.CLERK) & there,
        As.CHAIR: _seated(actor, Seat.CHAIR) & there,
        As.REVIEWER: _given(actor, AssignmentKind.REVIEW) & there,
        As.MODERATOR: _given(actor, AssignmentKind.LOOK) & there,
        As.MEMBER: _seated(actor, Seat.MEMBER) & there,
        As.OBSERVER: _seated(actor, Seat.OBSERVER) & there,
        As.HEARER: _hears(actor) & there,
    }
    if actor.manages:
        found[As.MANAGER] = Q(person_id__in=actor.manages) & there & told_here
    for part, comes in _by_role(actor).items():
        found[part] = found[part] | comes if part in found else comes
    return MappingProxyType(dict.fromkeys(As, NOT_SO) | found)


def _by_role(actor: Actor) -> dict[As, Q]:
    """Parts that go with a role; of roles she does not hold the database is not asked, which would cost as much."""
    held = {role.code for role in actor.roles}
    found: dict[As, Q] = {}
    if RoleCode.PANEL_CLERK in held:
        found[As.CLERK] = taken_in(actor, RoleCode.PANEL_CLERK)
    if RoleCode.ASYE_COORDINATOR in held:
        found[As.LEAD] = taken_in(actor, RoleCode.ASYE_COORDINATOR) & Q(kind=CaseKind.MODERATION)
    if RoleCode.ACADEMY_LEAD in held:
        leads = taken_in(actor, RoleCode.ACADEMY_LEAD)
        found[As.LEAD] = found[As.LEAD] | leads if As.LEAD in found else leads
    if RoleCode.AUDITOR in held:
        found[As.OBSERVER] = taken_in(actor, RoleCode.AUDITOR)
    if RoleCode.HR in held:
        found[As.HR] = taken_in(actor, RoleCode.HR) & ~Q(kind=CaseKind.MODERATION)
    if not held.isdisjoint(RECRUITERS):
        found[As.RECRUITER] = _recruits(actor)
    return found


def seeing(actor: Actor, *things: Sight, among: Collection[As] = frozenset(As)) -> Q:
    """A condition over cases: the actor sees all of these of them (a name and a review, say), by whatever parts; or by
    one of those `among` which they are sought.

    The same as `rules.visibility.seen_by` for each case; a test compares them for every part, phase and conflict.
    """
    return Q(pk__in=()) if actor.person_id is None else _seeing(actor, tuple(dict.fromkeys(things)), frozenset(among))


# A page asks the same of one actor a dozen times. The condition follows from her and the table alone, without a row.
@lru_cache(maxsize=256)
def _seeing(actor: Actor, things: tuple[Sight, ...], among: frozenset[As]) -> Q:
    condition = Q()
    come_as = {part: comes for part, comes in parts(actor).items() if part in among and comes is not NOT_SO}
    if not come_as:
        return NOT_SO
    out = Q(away(actor))
    for thing in things or (Sight.CASE,):  # whoever sees something of a case sees the case: a test holds it
        shown = Q(pk__in=())
        for part, comes in come_as.items():
            seen = comes & _in_states(part, thing)
            shown |= seen & ~out if part in PANEL_PARTS else seen
        condition &= shown
    return condition


@cache
def _in_states(part: As, thing: Sight) -> Q:
    """In which states, under which rule about names, the part sees it."""
    by_names: dict[tuple[str, ...], list[str]] = {}
    for names in Names:
        by_names.setdefault(states_seen(part, thing, names=names), []).append(names.value)
    if len(by_names) == 1:
        return Q(state__in=next(iter(by_names)))
    found = Q(pk__in=())
    for states, names_of in by_names.items():
        found |= Q(state__in=states, names__in=names_of)
    return found
