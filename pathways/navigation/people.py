"""The way from somebody's page to where she stands on her ladder."""

from typing import Any

from academy.engines.access.permissions import allows
from academy.ui.navigation import PERSON, PersonItem


def sees_standing_of(actor: Any, person: Any) -> bool:
    return person.pk != actor.person_id and allows("pathways.standing.see", actor, person)


PERSON.add(PersonItem(label="Pathway", url_name="pathways:person", order=20, shown_to=sees_standing_of))
