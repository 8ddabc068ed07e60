"""Renewing with a regulator: the card, the acts, the sheet to copy from; a therapist's cycle; a manager's season."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

# From September to November the demo's social workers are in their window; the rest of the year it says when it opens.
IS_OPEN = timezone.localdate().month in (9, 10, 11)


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_social_worker_sees_what_is_asked_and_copies_her_pieces(opens: Opens, screen: str) -> None:
    amara = opens(screen)
    amara.sign_in("practitioner")
    amara.go("/cpd/")
    card = amara.page.get_by_role("region", name="Social Work England")
    said = "Renewal closes" if IS_OPEN else "The renewal window opens on 1 September"
    expect(card.get_by_text(said)).to_be_visible()
    expect(card.get_by_text("CPD: 2 different pieces, one with a peer")).to_be_visible()
    amara.judge()
    amara.picture(f"my-year-{screen}")
    card.get_by_role("link", name="Hand-over sheet").click()
    expect(amara.page.get_by_role("heading", name=re.compile("^Piece 1: Two sisters, one plan"))).to_be_visible()
    _copy(amara, "Short description and relevance")
    amara.judge()
    amara.picture(f"handover-{screen}")
    amara.go("/cpd/renewal/")
    amara.judge()


def _copy(visitor: Visitor, label: str) -> None:
    """What the button of a field copies is what stands in its box."""
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.page.get_by_role("button", name=f"Copy {label} of piece 1").click()
    expect(visitor.page.get_by_text("Copied.")).to_be_visible()
    box = visitor.page.get_by_label(label).first.input_value()
    assert visitor.page.evaluate("() => navigator.clipboard.readText()") == box


def test_sheet_without_script_offers_boxes_to_select_from(opens: Opens) -> None:
    amara = opens(script=False)
    amara.sign_in("practitioner")
    amara.go("/cpd/renewal/handover/")
    expect(amara.page.get_by_label("Short description and relevance").first).not_to_have_value("")
    expect(amara.page.get_by_role("button", name=re.compile("^Copy"))).to_have_count(0)


def test_social_worker_chooses_other_pieces_or_is_told_that_hers_are_sent(opens: Opens) -> None:
    amara = opens("phone")
    amara.sign_in("practitioner")
    amara.go("/cpd/renewal/swe/pieces/")
    amara.judge()
    amara.page.get_by_label("Piece 1").select_option(index=1)
    amara.page.get_by_label("Piece 2").select_option(index=1)
    amara.page.get_by_role("button", name="Choose these pieces").click()
    expect(amara.page.get_by_role("heading", name="There is a problem")).to_be_visible()
    amara.judge()


def test_occupational_therapist_is_told_of_her_cycle_and_its_mixture(opens: Opens) -> None:
    therapist = opens("phone")
    therapist.sign_in("ot")
    therapist.go("/cpd/renewal/")
    expect(therapist.page.get_by_role("heading", name="Health and Care Professions Council")).to_be_visible()
    expect(therapist.page.get_by_text("A mixture: at least two kinds of activity")).to_be_visible()
    therapist.judge()


@pytest.mark.parametrize(("screen", "account"), [("desktop", "assessor"), ("phone", "panel")])
def test_act_done_on_the_regulators_site_is_noted_and_taken_back(opens: Opens, screen: str, account: str) -> None:
    visitor = opens(screen)
    visitor.sign_in(account)
    visitor.go("/cpd/renewal/")
    visitor.judge()
    if not IS_OPEN:
        expect(visitor.page.get_by_role("link", name="I have paid it")).to_have_count(0)
        return
    if not visitor.page.get_by_role("link", name="I have paid it").count():
        take_back(visitor, "Fee")
    visitor.page.get_by_role("link", name="I have paid it").click()
    visitor.judge()
    day = visitor.page.get_by_label("On which day did you do it on the regulator’s site?").input_value()
    visitor.page.get_by_role("button", name="Note it").click()
    expect(visitor.page.get_by_text(f"Done on {day}, as you noted.").first).to_be_visible()
    visitor.judge()
    visitor.picture(f"renewal-{screen}")
    take_back(visitor, "Fee")
    expect(visitor.page.get_by_role("link", name="I have paid it")).to_be_visible()


def take_back(visitor: Visitor, what: str) -> None:
    visitor.page.get_by_role("link", name=re.compile(f"Take it back.*{what}")).click()
    visitor.page.get_by_label("Why do you take it back?").fill("That was last year’s.")
    visitor.judge()
    visitor.page.get_by_role("button", name="Take it back").click()
    expect(visitor.page.get_by_text("Taken back. Note it again when it is done.")).to_be_visible()


def test_manager_reminds_a_colleague_who_is_told_by_whom(opens: Opens) -> None:
    helen = opens()
    helen.sign_in("manager")
    helen.go("/")
    helen.judge()
    helen.go("/cpd/season/")
    row = helen.page.get_by_role("row").filter(has_text="Amara Osei")
    if not IS_OPEN:
        expect(row.get_by_role("button", name="Remind")).to_have_count(0)
        return
    row.get_by_role("button", name="Remind").click()
    expect(helen.page.get_by_text("Amara Osei is reminded, and told that it was you.")).to_be_visible()
    expect(row.get_by_text("Reminded by Helen Prosser")).to_be_visible()
    expect(row.get_by_role("button", name="Remind")).to_have_count(0)
    helen.judge()
    amara = opens("phone")
    amara.sign_in("practitioner")
    amara.go("/inbox/")
    amara.page.get_by_role("main").get_by_role("link", name="Helen Prosser").first.click()
    amara.judge()
    amara.page.get_by_role("main").get_by_role("button").first.click()
    expect(amara.page.get_by_text("Renewal closes").first).to_be_visible()


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_manager_sees_the_season_of_her_team(opens: Opens, screen: str) -> None:
    helen = opens(screen)
    helen.sign_in("manager")
    helen.go("/cpd/season/")
    expect(helen.page.get_by_role("link", name="Amara Osei")).to_be_visible()
    said = "Noted: CPD and form. Not noted: fee." if IS_OPEN else "Not noted: CPD, form and fee."
    expect(helen.page.get_by_role("row").filter(has_text="Amara Osei").get_by_text(said)).to_be_visible()
    helen.judge()
    helen.picture(f"season-{screen}")
    helen.page.get_by_role("link", name="without fee").click()
    expect(helen.page.get_by_role("link", name="Amara Osei")).to_be_visible()
    helen.judge()
