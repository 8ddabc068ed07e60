"""Who may share portfolios and examples."""

from academy.engines.access.permissions import SIGNED_IN, Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES
from academy.people.givers import HERSELF, STAFF, holder_of_all_here
from portfolios.models import Exemplar

ACADEMY = holder_of_all_here("the academy, of that organisation", *ACADEMY_ROLES)


@giver("whoever it is shown to")
def _shown_to(actor: Actor, thing: object) -> bool:
    """The same as `ExemplarQuerySet.visible_to` says of many."""
    return isinstance(thing, Exemplar) and Exemplar.objects.visible_to(actor).filter(pk=thing.pk).exists()


@giver("the portal itself, when somebody could be told from it")
def _portal(actor: Actor, thing: object) -> bool:
    return actor.is_system


PERMISSIONS = declare(
    Permission("portfolios.portfolio.share", "Let somebody read one's own portfolio, and end it", (HERSELF,)),
    Permission("portfolios.shared.see", "See which portfolios one is let read", (SIGNED_IN,)),
    Permission("portfolios.exemplar.offer", "Offer what one handed in as an example, and take it back", (HERSELF,)),
    Permission("portfolios.exemplar.show", "Put an example into the library", (ACADEMY,)),
    Permission("portfolios.exemplar.remove", "Take an example with a major breach in it out", (_portal,)),
    Permission("portfolios.exemplar.see", "Read an example", (HERSELF, _shown_to)),
    Permission("portfolios.exemplars.see", "Open the library of examples", (STAFF,)),
)
