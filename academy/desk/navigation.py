"""The desk's places in the menu and the footer."""

from academy.ui.navigation import FOOTER, MENU, NavigationItem

MENU.add(NavigationItem(label="Home", url_name="desk:home", section="home", order=10))
FOOTER.add(
    NavigationItem(label="Inbox", url_name="desk:inbox", section="inbox", order=2),
    NavigationItem(label="Help", url_name="desk:help", section="help", order=10, is_public=True),
    NavigationItem(
        label="Accessibility statement",
        url_name="desk:accessibility",
        section="accessibility",
        order=20,
        is_public=True,
    ),
    NavigationItem(label="Contact the academy", url_name="desk:contact", section="contact", order=50),
)
