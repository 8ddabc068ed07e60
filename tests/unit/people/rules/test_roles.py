from datetime import date

import pytest

from academy.engines.workflow.decisions import ALLOWED
from academy.identity.actor import Actor, HeldRole
from academy.identity.choices import ActorKind
from academy.people.choices import KEEPER_ROLES, RESERVED_ROLES, RoleCode
from academy.people.rules.decisions import refused
from academy.people.rules.roles import Scope, can_be_shown, can_give, can_take, keeps

HERE, ELSEWHERE = 1, 2
GIVER, OTHER = 10, 11
TODAY = date(2026, 11, 17)
NOT_KEPT = refused("You do not keep the people of this organisation. Ask its academy or HR.", "organisation")
RESERVED = refused("Only an academy lead or the system administrator gives or ends this role. Ask one.", "role")
WHOLE = Scope(HERE)


def holder(*codes: str, organisation_id: int = HERE) -> Actor:
    roles = tuple(HeldRole(code, organisation_id) for code in codes)
    return Actor(kind=ActorKind.USER, on=TODAY, label="Ruth Adeyemi", person_id=GIVER, roles=roles)


@pytest.mark.parametrize("code", RoleCode.values)
def test_only_keepers_keep_the_people_of_their_organisation(code):
    assert keeps(holder(code), HERE) == (ALLOWED if code in KEEPER_ROLES else NOT_KEPT)
    assert keeps(holder(code, organisation_id=ELSEWHERE), HERE) == NOT_KEPT


def test_portal_itself_keeps_everybody():
    assert keeps(Actor.system("demo", on=TODAY), HERE) == ALLOWED


@pytest.mark.parametrize("role", RoleCode.values)
def test_lead_and_administrator_give_and_end_every_role(role):
    for code in (RoleCode.ACADEMY_LEAD, RoleCode.ADMINISTRATOR):
        assert can_give(role, WHOLE, to_person_id=OTHER, by=holder(code)) == ALLOWED
        assert can_take(role, HERE, of_person_id=OTHER, by=holder(code)) == ALLOWED


@pytest.mark.parametrize("role", RoleCode.values)
def test_other_keepers_give_and_end_all_but_reserved_roles(role):
    expected = RESERVED if role in RESERVED_ROLES else ALLOWED
    for code in (RoleCode.HR, RoleCode.ACADEMY_STAFF):
        assert can_give(role, WHOLE, to_person_id=OTHER, by=holder(code)) == expected
        assert can_take(role, HERE, of_person_id=OTHER, by=holder(code)) == expected


def test_reserved_role_is_not_given_by_a_lead_of_another_organisation():
    keeper = Actor(
        kind=ActorKind.USER,
        on=TODAY,
        label="Ruth Adeyemi",
        person_id=GIVER,
        roles=(HeldRole(RoleCode.HR, HERE), HeldRole(RoleCode.ACADEMY_LEAD, ELSEWHERE)),
    )

    assert can_give(RoleCode.AUDITOR, WHOLE, to_person_id=OTHER, by=keeper) == RESERVED


def test_nobody_gives_or_ends_a_role_of_her_own():
    own = refused("Nobody gives or ends a role of her own. Ask a colleague who keeps the roles.", "person")

    assert can_give(RoleCode.COACH, WHOLE, to_person_id=GIVER, by=holder(RoleCode.ACADEMY_LEAD)) == own
    assert can_take(RoleCode.COACH, HERE, of_person_id=GIVER, by=holder(RoleCode.ACADEMY_LEAD)) == own


@pytest.mark.parametrize(
    "scope",
    [
        Scope(HERE, service_id=5, service_organisation_id=HERE),
        Scope(HERE, service_id=5, service_organisation_id=HERE, team_id=50, team_service_id=5),
    ],
)
def test_scope_that_fits_together_is_given(scope):
    assert can_give(RoleCode.COACH, scope, to_person_id=OTHER, by=holder(RoleCode.HR)) == ALLOWED


@pytest.mark.parametrize(
    ("scope", "refusal"),
    [
        (
            Scope(HERE, service_id=5, service_organisation_id=ELSEWHERE),
            refused("This service is another organisation's. Choose one of the organisation.", "service"),
        ),
        (
            Scope(HERE, service_id=5, service_organisation_id=HERE, team_id=50, team_service_id=6),
            refused("This team belongs to another service. Choose a team of the service.", "team"),
        ),
        (
            Scope(HERE, team_id=50, team_service_id=5),
            refused("This team belongs to another service. Choose a team of the service.", "team"),
        ),
    ],
    ids=["service elsewhere", "team of another service", "team without service"],
)
def test_scope_that_does_not_fit_is_refused(scope, refusal):
    assert can_give(RoleCode.COACH, scope, to_person_id=OTHER, by=holder(RoleCode.HR)) == refusal


@pytest.mark.parametrize(
    ("role", "ended", "shown", "sentence"),
    [
        (RoleCode.ACADEMY_LEAD, False, False, ""),
        (RoleCode.COACH, False, False, "The public page names the people of the academy only."),
        (RoleCode.ACADEMY_STAFF, True, False, "This role has ended, so it stands on no page any more."),
        (RoleCode.ACADEMY_STAFF, False, True, "This is so already. Change the answer, or go back."),
    ],
)
def test_role_is_shown_publicly_or_the_refusal_says_why(role, ended, shown, sentence):
    decision = can_be_shown(role, ended=ended, wanted=True, shown=shown)

    assert (decision.allowed, decision.reason.startswith(sentence)) == (not sentence, True)
