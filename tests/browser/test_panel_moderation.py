"""ASYE moderation of adults' and children's services together: two recommendations put to a sitting, judged by the
template, one confirmed, one asked about and answered; then a sample that is cleared and read from outside."""

from datetime import date

import pytest
from django.urls import reverse

from tests.browser.asye_acts import year_of
from tests.browser.asye_people import account_of
from tests.browser.conftest import Opens
from tests.browser.hand import Hand
from tests.browser.panel_moderation_people import (
    NEXT_ON,
    NORA,
    OUTSIDE,
    SITS_ON,
    STAFF,
    TESS,
    given_to,
    make_moderating_council,
    reviewing,
)
from tests.browser.panel_moderation_sample import clears, draws, names, orders_paper, reads, sees_feedback
from tests.browser.panel_moderation_steps import (
    answers,
    closes_and_gives_back,
    decides,
    moderates,
    opens_meeting,
    puts,
    puts_on_agenda,
    sees_it_back,
)
from tests.browser.visitor import Visitor

PUT, JUDGED, ANSWERED, PUT_AGAIN, JUDGED_AGAIN = (
    date(2026, 4, 20),
    date(2026, 5, 4),
    date(2026, 5, 20),
    date(2026, 5, 22),
    date(2026, 6, 8),
)
REVIEWERS = [STAFF["children"], STAFF["service"]]
OTHERS = [STAFF["chair"], STAFF["children"], STAFF["service"], STAFF["practice"]]
DRAWN, READ = date(2026, 7, 6), date(2026, 7, 13)
CONFIRMED, BORNE_OUT, ASKED = (
    "Recommendation confirmed",
    "The recommendation is borne out.",
    "Please name the observation.",
)


@pytest.fixture
def _council(hand: Hand) -> None:
    hand(make_moderating_council)


@pytest.fixture
def cast(opens: Opens, _council: None) -> dict[str, Visitor]:
    """Everybody at a screen of her own, signed in; a reviewer and the assessor on phones."""
    phones = ("children", "assessor")
    parts = ("coordinator", "chair", "lead", "service", *phones)
    windows = {part: opens("phone" if part in phones else "desktop") for part in parts}
    for part, window in windows.items():
        window.sign_in(account_of(STAFF[part]))
    return windows


def test_joint_moderation_confirms_asks_and_is_read_from_outside(
    cast: dict[str, Visitor], opens: Opens, hand: Hand
) -> None:
    moderation_goes_round(cast, hand)
    sample_is_read(cast["coordinator"], opens, hand)


def moderation_goes_round(cast: dict[str, Visitor], hand: Hand) -> None:
    """Both come before one sitting; one is confirmed, the other asked about, answered and confirmed at the next."""
    coordinator, chair, lead = cast["coordinator"], cast["chair"], cast["lead"]
    puts(coordinator, [NORA, TESS], PUT)
    sees_it_back(
        coordinator, hand(final_page, NORA), day=PUT, words="What it decides is recorded there and comes back here."
    )
    for name, view in ((NORA, "confirm"), (TESS, "query")):
        hand(given_to, name, REVIEWERS, PUT)
        for part in ("children", "service"):
            moderates(cast[part], hand(reviewing, name, STAFF[part]), JUDGED, view=view)
    puts_on_agenda(chair, hand, [NORA, TESS], sitting=SITS_ON, day=JUDGED)
    opens_meeting(chair, hand, day=SITS_ON, others=OTHERS)
    decides(chair, hand, NORA, day=SITS_ON, outcome=CONFIRMED, wording=BORNE_OUT, reasons="Both say so.")
    decides(chair, hand, TESS, day=SITS_ON, outcome="Sent back with questions", wording=ASKED, reasons="One gap.")
    closes_and_gives_back(chair, lead, hand, day=SITS_ON)
    sees_it_back(coordinator, hand(final_page, NORA), day=SITS_ON, words=BORNE_OUT)
    sees_it_back(coordinator, hand(final_page, TESS), day=SITS_ON, words=ASKED)
    answers(cast["assessor"], ANSWERED)
    puts(coordinator, [TESS], PUT_AGAIN)
    hand(given_to, TESS, REVIEWERS, PUT_AGAIN)
    for part in ("children", "service"):
        moderates(cast[part], hand(reviewing, TESS, STAFF[part]), JUDGED_AGAIN, view="confirm")
    puts_on_agenda(chair, hand, [TESS], sitting=NEXT_ON, day=JUDGED_AGAIN)
    opens_meeting(chair, hand, day=NEXT_ON, others=OTHERS)
    decides(chair, hand, TESS, day=NEXT_ON, outcome=CONFIRMED, wording=BORNE_OUT, reasons="It is answered.")
    closes_and_gives_back(chair, lead, hand, day=NEXT_ON)
    sees_it_back(coordinator, hand(final_page, TESS), day=NEXT_ON, words=BORNE_OUT)


def sample_is_read(coordinator: Visitor, opens: Opens, hand: Hand) -> None:
    """Drawn by a seed for the partnership; each pack cleared; read and answered from outside, which changes nothing."""
    draws(coordinator, DRAWN, first="1 April 2026", last="30 June 2026")
    draw = coordinator.page.url.removeprefix(coordinator.portal.url)
    clears(coordinator)
    names(coordinator, "31 December 2027")
    gwen = opens("phone")
    gwen.sign_in(account_of(OUTSIDE))
    reads(gwen, READ)
    orders_paper(gwen)
    sees_feedback(coordinator, draw, READ)
    sees_it_back(coordinator, hand(final_page, NORA), day=READ, words=BORNE_OUT)


def final_page(name: str) -> str:
    return reverse("asye:final", args=[year_of(name).pk])
