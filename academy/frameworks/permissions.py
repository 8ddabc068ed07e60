"""Who may read frameworks, and who may say that their wording is right."""

from academy.engines.access.permissions import SIGNED_IN, Permission, declare, giver
from academy.identity.actor import Actor


@giver("academy lead of any organisation")
def academy_lead(actor: Actor, thing: object) -> bool:
    """Frameworks belong to no organisation, so a lead of any may compare them with the official document."""
    return any(role.code == "academy_lead" for role in actor.roles)


PERMISSIONS = declare(
    Permission("frameworks.framework.view", "Read the professional frameworks", givers=(SIGNED_IN,)),
    Permission(
        "frameworks.statement.confirm",
        "Confirm that a framework's wording is that of the official document",
        givers=(academy_lead,),
    ),
)
