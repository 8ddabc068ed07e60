"""An empty stretch: the reminder in the inbox and in the mailbox of a new starter who wants mail at any hour."""

from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import expect

from academy.development.rules.stretches import Rhythm, stretch_of
from tests.browser.conftest import Opens
from tests.browser.test_invitation import PASSWORD, link_in_mail
from tests.browser.test_keeping import add, press, take_on
from tests.browser.visitor import Visitor
from tests.integration.config.processes import eventually

ADDRESS = "ines.calder@bristol.example"
WORDS = "Nothing is kept yet in your present stretch."
BRISTOLS = Rhythm(date(2025, 10, 13))


def reminded_on() -> date:
    """Seven days before the present stretch ends, or today if that is past."""
    today = timezone.localdate()
    return max(today, stretch_of(today, rhythm=BRISTOLS).ends_on - timedelta(days=7))


def new_starter(opens: Opens) -> Visitor:
    """Human resources enter her, invite her, and she opens her account on a phone."""
    hr = opens()
    hr.sign_in("hr")
    add(hr, "Ines", "Calder")
    take_on(hr, number="SW98766")
    press(hr, "Invite her")
    press(hr, "Send the invitation")
    expect(hr.page.get_by_text("The invitation is on its way.")).to_be_visible()
    ines = opens("phone")
    ines.go(link_in_mail(ines.portal, ADDRESS, number=1))
    ines.page.get_by_label("Choose a password").fill(PASSWORD)
    press(ines, "Open my account")
    expect(ines.page.get_by_role("heading", level=1)).to_contain_text("Ines")
    return ines


def test_reminder_of_an_empty_stretch_comes_to_inbox_and_mailbox(opens: Opens) -> None:
    ines = new_starter(opens)
    ines.go("/inbox/preferences/")
    ines.page.get_by_label("No e-mail from").select_option("08:00")
    ines.page.get_by_label("E-mail again from").select_option("08:00")
    ines.page.get_by_label("No e-mail at weekends").uncheck()
    ines.judge()
    press(ines, "Keep my choices")
    ines.portal.manage("send_reminders", "--on", reminded_on().isoformat())

    ines.go("/inbox/")
    ines.judge()
    ines.page.get_by_role("main").get_by_role("link", name="a date").click()
    expect(ines.page.get_by_text(WORDS)).to_be_visible()
    ines.judge()
    ines.picture("reminder-phone")

    def mails() -> list[str]:
        return [mail.get_content() for mail in ines.portal.mails_to(ADDRESS) if "a date" in str(mail["Subject"])]

    assert eventually(lambda: bool(mails()), within=90)
    (mail,) = mails()
    assert mail.count(WORDS) == 1
    assert "/cpd/new/" in mail
