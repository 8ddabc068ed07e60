"""Reasons to be allowed something of a case: a part in it, unless a tie takes her out of it."""

from academy.engines.access.permissions import Giver, giver
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.givers import holder_for_person, holder_here, holder_of_all_here
from panels.choices.panels import MemberSort, Seat
from panels.models import AgendaItem, AnotherLook, Assignment, Case, Meeting, Member, Panel, Review
from panels.models.appeal import Appeal, Hearer
from panels.models.decision import Letter, Target
from panels.querysets.panels import KEEPERS
from panels.rules.releasing import tells
from panels.rules.visibility import As, Sight
from panels.selectors.concerned import CONCERNED
from panels.selectors.policies import rules_of
from panels.selectors.sight import parts_held, sees_of

# The roles that run panels, of which cases that sit still are told.
RUNNERS = (RoleCode.ACADEMY_LEAD, RoleCode.PANEL_CLERK, RoleCode.ASYE_COORDINATOR)


def case_of(thing: object) -> Case | None:
    """The case a thing is or belongs to."""
    if isinstance(thing, Case):
        return thing
    if isinstance(thing, (Letter, Target, Appeal)):
        return thing.decision.case
    if isinstance(thing, Hearer):
        return thing.appeal.decision.case
    if isinstance(thing, (Review, AnotherLook)):
        return thing.assignment.case
    found = getattr(thing, "case", None)
    return found if isinstance(found, Case) else None


def comes_as(name: str, *wanted: As) -> Giver:
    """Who comes to the case in one of these parts on the day, and is not out of it."""

    @giver(name)
    def held(actor: Actor, thing: object) -> bool:
        case = case_of(thing)
        return case is not None and not parts_held(actor, case).isdisjoint(wanted)

    return held


@giver("to whom the case was given to judge, unless a tie takes her out of it")
def _given(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Assignment) or thing.person_id != actor.person_id:
        return False
    return not parts_held(actor, thing.case).isdisjoint({As.REVIEWER, As.MODERATOR})


def has_seat(actor: Actor, panel: Panel, *seats: Seat) -> bool:
    """Does she hold one of these seats of the panel on her day, where she works and is safely signed in? One query."""
    if actor.person_id is None or actor.lacks_second_factor or panel.organisation_id not in actor.reaches:
        return False
    held = Member.objects.held_on(actor.on).filter(panel=panel, person_id=actor.person_id)
    return held.filter(seat__in=seats).exists()


@giver("who has a seat on the panel that meets, as chair or clerk, or the clerk of the organisation")
def _runs_meeting(actor: Actor, thing: object) -> bool:
    meeting = thing.meeting if isinstance(thing, AgendaItem) else thing
    panel = meeting.panel if isinstance(meeting, Meeting) else meeting
    if not isinstance(panel, Panel) or actor.person_id is None or actor.lacks_second_factor:
        return False
    if panel.organisation_id in actor.organisations_where(RoleCode.PANEL_CLERK):
        return True
    return has_seat(actor, panel, Seat.CHAIR, Seat.CLERK)


@giver("who has a seat on the panel")
def _sits(actor: Actor, thing: object) -> bool:
    panel = thing.panel if isinstance(thing, Meeting) else thing
    if not isinstance(panel, Panel) or actor.lacks_second_factor:
        return False
    return Member.objects.held_on(actor.on).filter(panel=panel, person_id=actor.person_id).exists()


@giver("who reads what was handed in, by the table of sight")
def _reads_portfolio(actor: Actor, thing: object) -> bool:
    case = case_of(thing)
    return case is not None and Sight.PORTFOLIO in sees_of(actor, case)


@giver("who reads what was handed in and whose it is, by the table of sight")
def _reads_portfolio_named(actor: Actor, thing: object) -> bool:
    case = case_of(thing)
    sees = sees_of(actor, case) if case is not None else frozenset[Sight]()
    return Sight.PORTFOLIO in sees and Sight.NAME in sees


@giver("the academy lead or the panel's chair, as the policy of the case has it")
def _tells_it(actor: Actor, thing: object) -> bool:
    case = case_of(thing)
    return case is not None and tells(rules_of(case.policy), parts_held(actor, case))


@giver("the academy lead of the organisation, or who chairs the panel, as the policy of the meeting has it")
def _tells_there(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Meeting):
        return False
    leads, chairs = LEADS_HERE.judge(actor, thing), has_seat(actor, thing.panel, Seat.CHAIR)
    parts = {As.LEAD: leads, As.CHAIR: chairs}
    return tells(rules_of(thing.policy), {part for part, is_hers in parts.items() if is_hers})


@giver("the portal itself, as the record says")
def _portal(actor: Actor, thing: object) -> bool:
    return actor.is_system


@giver("who chairs or clerks a panel, or runs panels by a role")
def _runs_cases(actor: Actor, thing: object) -> bool:
    if actor.person_id is None or actor.lacks_second_factor:
        return False
    if any(role.code in RUNNERS for role in actor.roles):
        return True
    if CONCERNED not in actor.marks:
        return False
    seats = Member.objects.held_on(actor.on).filter(person_id=actor.person_id, seat__in=["chair", "clerk"])
    return seats.filter(panel__organisation_id__in=actor.reaches).exclude(sort=MemberSort.GUEST).exists()


GIVEN_IT: Giver = _given
PORTAL: Giver = _portal
READS_PORTFOLIO: Giver = _reads_portfolio
READS_PORTFOLIO_NAMED: Giver = _reads_portfolio_named
RUNS_CASES: Giver = _runs_cases
RUNS_MEETING: Giver = _runs_meeting
SITS: Giver = _sits
TELLS_IT: Giver = _tells_it
TELLS_THERE: Giver = _tells_there
CANDIDATE: Giver = comes_as("the candidate", As.CANDIDATE)
MANAGES_HER: Giver = comes_as("the candidate's line manager, or the manager's deputy", As.MANAGER)
CHECKS_IT: Giver = comes_as("the panel's clerk, or the academy lead", As.CLERK, As.LEAD)
CHAIRS_IT: Giver = comes_as("the panel's chair", As.CHAIR)
RUNS_ITEM: Giver = comes_as("the panel's chair or clerk", As.CHAIR, As.CLERK)
ASSIGNS_IT: Giver = comes_as("the panel's chair or clerk, or the academy lead", As.CHAIR, As.CLERK, As.LEAD)
LEADS_IT: Giver = comes_as("the academy lead", As.LEAD)
REVIEWS_IT: Giver = comes_as("who reviews it", As.REVIEWER)
LOOKS_AGAIN: Giver = comes_as("who looks at it again", As.MODERATOR)
HEARS_IT: Giver = comes_as("who hears the appeal", As.HEARER)
RECRUITS: Giver = comes_as("who recruits for the post", As.RECRUITER)
READS_IT: Giver = comes_as("who comes to the case in any part", *As)
LEADS_HERE: Giver = holder_of_all_here("academy lead of the organisation", RoleCode.ACADEMY_LEAD)
KEEPS_HERE: Giver = holder_here("who runs panels there", *KEEPERS)
LEADS_HERS: Giver = holder_for_person("the academy lead, where she works", RoleCode.ACADEMY_LEAD)
