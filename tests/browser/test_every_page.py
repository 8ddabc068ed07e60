"""Every role opens the pages it has; each holds: axe, width, weight, no complaint in the console."""

import pytest

from tests.browser.conftest import Opens

EVERYBODY = ["/", "/cpd/", "/cpd/shared/", "/inbox/", "/people/me/", "/people/me/reads/", "/people/me/account/"]
SAME_FOR_ALL = ["/frameworks/", "/frameworks/pcf/", "/help/", "/accessibility/", "/contact/"]
STAFF = ["/people/", "/cpd/new/"]
PUBLIC = [
    "/accounts/login/",
    "/accounts/password/reset/",
    "/o/bexley/",
    "/o/bristol/",
    "/o/bristol/asye/",
    "/help/",
    "/accessibility/",
    "/gallery/",
]
KEEPERS = ["/people/invitations/"]
ROLES = {
    "practitioner": STAFF,
    "nqsw": STAFF,
    "manager": STAFF,
    "psw": STAFF,
    "candidate": [],
    "lead": [*STAFF, *KEEPERS],
    "ot": STAFF,
    "support": STAFF,
    "hr": [*STAFF, *KEEPERS],
    "chief": STAFF,
    "nqsw-hfds": STAFF,
    "educator": [],
    "partner": [],
    "auditor": STAFF,
    "admin": [*STAFF, *KEEPERS],
}


@pytest.mark.parametrize("account", ROLES)
def test_pages_of_a_role_hold(opens: Opens, account: str) -> None:
    visitor = opens("desktop" if account in {"practitioner", "lead"} else "phone")
    visitor.sign_in(account)
    for path in (*EVERYBODY, *ROLES[account]):
        visitor.go(path)
        visitor.judge()


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_pages_that_are_the_same_for_all_hold(opens: Opens, screen: str) -> None:
    visitor = opens(screen)
    visitor.sign_in("nqsw-hfds")
    for path in SAME_FOR_ALL:
        visitor.go(path)
        visitor.judge()


def test_pages_at_400_per_cent_hold(opens: Opens) -> None:
    visitor = opens("narrow")
    visitor.sign_in("lead")
    for path in (*EVERYBODY, *SAME_FOR_ALL, *ROLES["lead"]):
        visitor.go(path)
        visitor.judge()


@pytest.mark.parametrize("screen", ["desktop", "phone", "narrow"])
def test_public_pages_and_the_gallery_hold(opens: Opens, screen: str) -> None:
    visitor = opens(screen)
    for path in PUBLIC:
        visitor.go(path)
        visitor.judge()
