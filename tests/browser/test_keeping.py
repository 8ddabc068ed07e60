"""A new starter kept by human resources on pages: added, in post, registered, invited, moved; unseen elsewhere."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.test_invitation import PASSWORD, link_in_mail
from tests.browser.visitor import Visitor

LISTS = ["", "people/?show=no-account", "people/?show=registration-ends"]


def press(visitor: Visitor, words: str) -> None:
    page = visitor.page
    named = page.get_by_role("button", name=words, exact=True).or_(page.get_by_role("link", name=words, exact=True))
    named.first.click()


def fill(visitor: Visitor, **answers: str) -> None:
    """Answer by the name of the field, as its label may say that it is optional."""
    for name, answer in answers.items():
        field = visitor.page.locator(f"[name={name}]").first
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(label=answer)
        else:
            field.fill(answer)


def says(visitor: Visitor, words: str) -> None:
    expect(visitor.page.get_by_text(words).first).to_be_visible()
    visitor.judge()


def add(visitor: Visitor, given: str, family: str) -> str:
    """Add somebody on the pages of the settings and give the path of her kept record."""
    visitor.go("/settings/")
    visitor.judge()
    press(visitor, "Add a person")
    visitor.judge()
    fill(visitor, given_name=given, family_name=family, work_email=f"{given}.{family}@bristol.example".lower())
    press(visitor, "Add this person")
    says(visitor, "The record is made.")
    return visitor.page.url.removeprefix(visitor.portal.url)


def take_on(visitor: Visitor, *, number: str) -> None:
    """Post and registration under a number nobody else has, each the next step of the page before; then a role."""
    press(visitor, "Begin her post")
    visitor.judge()
    fill(visitor, team="South Locality, Adult Social Care", job_role="Social worker", grade="BG10", fte="1")
    fill(visitor, line_manager="Helen Prosser", from_on="1 November 2026", reason="New in post")
    press(visitor, "Begin the post")
    says(visitor, "The post is entered.")
    press(visitor, "Enter her registration")
    visitor.judge()
    visitor.page.get_by_label("Social Work England").check()
    fill(visitor, number=number, from_on="1 September 2026", expires_on="30 November 2027")
    press(visitor, "Enter the registration")
    says(visitor, "The registration is entered.")
    press(visitor, "Give a role")
    visitor.judge()
    fill(visitor, role="Coach or mentor", scope="South Locality, Adult Social Care", from_on="1 November 2026")
    press(visitor, "Give the role")
    says(visitor, "The role is given.")


def invite(visitor: Visitor) -> None:
    press(visitor, "Invite her")
    press(visitor, "Send the invitation")
    expect(visitor.page.get_by_text("The invitation is on its way.")).to_be_visible()


def test_new_starter_is_kept_by_human_resources_on_pages(opens: Opens) -> None:
    hr = opens()
    hr.sign_in("hr")
    kept = add(hr, "Rosa", "Lindqvist")
    hr.picture("settings-starter-desktop")
    take_on(hr, number="SW98765")
    invite(hr)

    rosa = opens("phone")
    rosa.go(link_in_mail(rosa.portal, "rosa.lindqvist@bristol.example", number=1))
    rosa.page.get_by_label("Choose a password").fill(PASSWORD)
    press(rosa, "Open my account")
    expect(rosa.page.get_by_role("heading", level=1)).to_contain_text("Rosa")
    rosa.judge()
    rosa.go("/settings/")
    expect(rosa.page.get_by_role("heading", level=1)).not_to_contain_text("Settings")

    hr.go(kept)
    says(hr, "She has an account.")
    hr.picture("settings-person-desktop", whole=True)
    hr.page.get_by_role("link", name="Change from a date").first.click()
    hr.judge()
    fill(hr, team="North Locality, Adult Social Care", fte="0.6", from_on="1 December 2026")
    press(hr, "Change from that day")
    says(hr, "North Locality")
    expect(hr.page.get_by_text("From 1 December 2026. 0.6")).to_be_visible()
    press(hr, "What was changed")
    says(hr, "Terms changed")

    rosa.go("/people/me/")
    expect(rosa.page.get_by_text("Moved to North Locality").first).to_be_visible()
    expect(rosa.page.get_by_text("Coach or mentor, South Locality").first).to_be_visible()
    elsewhere = opens()
    elsewhere.sign_in("lead-bexley")
    elsewhere.go(kept)
    expect(elsewhere.page.get_by_text("Lindqvist")).to_have_count(0)
    elsewhere.judge()
    elsewhere.go("/settings/people/?name=Lindqvist")
    says(elsewhere, "Nobody fits.")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_starter_is_taken_on_on_a_phone_with_and_without_script(opens: Opens, script: bool) -> None:
    hr = opens("phone", script=script)
    hr.sign_in("hr")
    given = "Juno" if script else "Tove"
    hr.go("/settings/people/add/")
    fill(hr, given_name=given, family_name="Marchetti", from_on="soon")
    press(hr, "Add this person")
    expect(hr.page.get_by_text("Write the date with day, month and year").first).to_be_visible()
    fill(hr, from_on="1 November 2026")
    press(hr, "Add this person")
    expect(hr.page.get_by_role("button", name="Begin her post")).to_be_visible()
    press(hr, "Begin her post")
    fill(hr, team="Fostering, Children and Families", job_role="Support worker")
    fill(hr, line_manager="o", from_on="1 November 2026")
    press(hr, "Begin the post")
    expect(hr.page.get_by_text("Many people are called this.").first).to_be_visible()
    assert hr.page.locator("[name=from_on]").input_value() == "1 November 2026"
    if script:
        hr.judge()
    fill(hr, line_manager="")
    press(hr, "Begin the post")
    expect(hr.page.get_by_text("Support worker, Fostering").first).to_be_visible()
    if script:
        hr.judge()
        hr.picture("settings-person-phone")


def test_settings_of_the_academy_are_sound_on_every_screen(opens: Opens) -> None:
    for screen in ("desktop", "phone", "narrow"):
        lead = opens(screen)
        lead.sign_in("lead")
        for path in LISTS:
            lead.go(f"/settings/{path}")
            lead.judge()
