"""Panels in the menu: of candidates, of those who sit on a panel or judge, and of those who run panels."""

from typing import Any

from academy.people.choices import RoleCode
from academy.ui.navigation import MENU, NavigationItem
from panels.querysets.panels import KEEPERS
from panels.selectors.concerned import CONCERNED, READS_SAMPLES
from panels.selectors.home import count_to_judge

# Who comes here by her role beside those who run panels: to the outcomes, and to the comparison of them.
READERS = (RoleCode.HR, RoleCode.CHIEF_OFFICER)


def is_concerned(actor: Any) -> bool:
    """No query: whom panels concern is known of her with her roles."""
    is_marked = not actor.marks.isdisjoint({CONCERNED, READS_SAMPLES})
    return is_marked or any(role.code in (*KEEPERS, *READERS) for role in actor.roles)


MENU.add(
    NavigationItem(
        label="Panels",
        url_name="panels:home",
        section="panels",
        order=39,
        shown_to=is_concerned,
        count=count_to_judge,
    )
)
