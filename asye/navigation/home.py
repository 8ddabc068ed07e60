"""The ASYE in the menu: of a NQSW with a year, of those who have a part in one, and of those who oversee them."""

from typing import Any

from academy.ui.navigation import MENU, NavigationItem
from asye.querysets.enrolments import OVERSEERS
from asye.selectors.concerned import CONCERNED


def is_concerned(actor: Any) -> bool:
    """No query: whom a year concerns is known of her with her roles."""
    return CONCERNED in actor.marks or any(role.code in OVERSEERS for role in actor.roles)


MENU.add(NavigationItem(label="ASYE", url_name="asye:home", section="asye", order=38, shown_to=is_concerned))
