"""Who keeps vacancies, and who finds them."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import VACANCY_KEEPERS
from academy.people.choices.vacancies import KNOWN_TO_STAFF
from academy.people.givers import holder_of_all_here
from academy.people.models import Vacancy


@giver("anybody with a post in its organisation, once it was opened")
def _staff_there(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Vacancy) and thing.organisation_id in actor.staff_of and thing.state in KNOWN_TO_STAFF


@giver("anybody who belongs to its organisation, while it is open to people outside")
def _belongs_there(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Vacancy):
        return False
    return thing.organisation_id in actor.reaches and thing.is_open and thing.is_outside


@giver("anybody who belongs to an organisation")
def _belongs(actor: Actor, thing: object) -> bool:
    return bool(actor.reaches)


@giver("the portal itself, on the first and after the last day")
def _portal(actor: Actor, thing: object) -> bool:
    return actor.is_system


KEEPERS = holder_of_all_here("human resources or the academy lead, for the whole organisation", *VACANCY_KEEPERS)

PERMISSIONS = declare(
    Permission("people.vacancy.find", "Find the vacancies that are open where one belongs", (_belongs,)),
    Permission("people.vacancy.see", "Read a vacancy", (KEEPERS, _staff_there, _belongs_there)),
    Permission("people.vacancy.keep", "Plan, change, fill and withdraw vacancies", (KEEPERS,)),
    Permission("people.vacancy.turn", "Open and close a vacancy on its days", (KEEPERS, _portal)),
)
