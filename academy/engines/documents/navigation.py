"""Where the page that checks documents is found: at the foot of every page, also for whoever is not signed in."""

from academy.ui.navigation import FOOTER, NavigationItem

SECTION = "check-document"

FOOTER.add(
    NavigationItem(label="Check a document", url_name="verifying:document", section=SECTION, order=15, is_public=True)
)
