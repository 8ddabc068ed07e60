"""Who may give and take roles, and with which scope."""

from dataclasses import dataclass

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, KEEPER_ROLES, RESERVED_ROLE_GIVERS, RESERVED_ROLES
from academy.people.rules.decisions import first_refusal, refused


@dataclass(frozen=True)
class Scope:
    """Where a role holds: a whole organisation, or one of its services, or a team of that service.

    `service_organisation_id` and `team_service_id` say where the named service and team belong.
    """

    organisation_id: int
    service_id: int | None = None
    service_organisation_id: int | None = None
    team_id: int | None = None
    team_service_id: int | None = None


def keeps(by: Actor, organisation_id: int) -> Decision:
    """Does the actor keep the people of this organisation? The portal itself does; people do by a role held there."""
    if by.is_system or any(role.code in KEEPER_ROLES and role.organisation_id == organisation_id for role in by.roles):
        return ALLOWED
    return refused("You do not keep the people of this organisation. Ask its academy or HR.", "organisation")


def can_give(role: str, scope: Scope, *, to_person_id: int, by: Actor) -> Decision:
    """May the actor give this role? She keeps the organisation, it is not for herself, and the scope fits together.

    Roles that open other people's records widely are given by an academy lead or the administrator only.
    """
    return first_refusal(can_take(role, scope.organisation_id, of_person_id=to_person_id, by=by), _fits_together(scope))


def can_take(role: str, organisation_id: int, *, of_person_id: int, by: Actor) -> Decision:
    """May the actor end somebody's role? The same people who may give it."""
    return first_refusal(
        keeps(by, organisation_id), _is_for_another(of_person_id, by), _is_hers_to_give(role, organisation_id, by)
    )


def can_be_shown(role: str, *, ended: bool, wanted: bool, shown: bool) -> Decision:
    """May a role stand on the academy's public page, or go from it? Only the academy's own, and while it is held."""
    if role not in ACADEMY_ROLES:
        return refused("The public page names the people of the academy only. Give her an academy role first.")
    if ended:
        return refused("This role has ended, so it stands on no page any more.")
    if wanted == shown:
        return refused("This is so already. Change the answer, or go back.", "is_public")
    return ALLOWED


def _is_for_another(person_id: int, by: Actor) -> Decision:
    if by.person_id != person_id:
        return ALLOWED
    return refused("Nobody gives or ends a role of her own. Ask a colleague who keeps the roles.", "person")


def _is_hers_to_give(role: str, organisation_id: int, by: Actor) -> Decision:
    givers = {held.code for held in by.roles if held.organisation_id == organisation_id}
    if role not in RESERVED_ROLES or by.is_system or givers.intersection(RESERVED_ROLE_GIVERS):
        return ALLOWED
    return refused("Only an academy lead or the system administrator gives or ends this role. Ask one.", "role")


def _fits_together(scope: Scope) -> Decision:
    if scope.service_id is not None and scope.service_organisation_id != scope.organisation_id:
        return refused("This service is another organisation's. Choose one of the organisation.", "service")
    if scope.team_id is not None and (scope.service_id is None or scope.team_service_id != scope.service_id):
        return refused("This team belongs to another service. Choose a team of the service.", "team")
    return ALLOWED
