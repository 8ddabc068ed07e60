from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail as outbox

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Mail, Notice
from academy.engines.notify.tasks import send_mail
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.judging import due_digests
from academy.engines.reminders.models import Digest, Reminder
from academy.engines.reminders.services.digests import send_digest
from academy.identity.actor import Actor
from tests.factories.identity import TODAY
from tests.factories.people import account_of
from tests.factories.reminders import AT, DUE_ON, PreferencesFactory, deadline

pytestmark = pytest.mark.django_db
BY = Actor.system("reminders", on=TODAY)


@pytest.fixture(autouse=True)
def _address(settings):
    settings.PORTAL_ADDRESS = "https://portal.example"


def due(*, at=AT):
    note_due(on=TODAY, at=at)
    (found,) = due_digests(on=TODAY, at=at)
    return found


def sent(*, at=AT):
    return send_digest(due=due(at=at), on=TODAY, by=BY, at=at)


def test_one_thing_is_told_in_inbox_and_mail_with_its_page(registered):
    registration = registered()

    digest = sent()

    notice, mail = Notice.objects.get(), Mail.objects.get()
    assert (digest.person, digest.on, digest.made_at) == (registration.person, TODAY, AT)
    assert (digest.notice, digest.mail) == (notice, mail)
    assert (notice.kind, notice.subject, notice.url) == (
        "reminders.digest.sent",
        "1 thing has a date",
        f"/things/{registration.pk}/",
    )
    assert notice.body == (
        f"Thing {registration.pk} of yours, 13 days left.\nhttps://portal.example/things/{registration.pk}/\n\n"
        "You choose what to hear of and when: https://portal.example/inbox/preferences/"
    )
    assert f"Open it here: https://portal.example/things/{registration.pk}/" in mail.text
    assert (mail.address, mail.due_at) == (registration.person.work_email, AT)


def test_several_things_are_told_together_and_lead_to_the_home_page(registered, declared):
    declared(deadline(), deadline(key="tests.other"), deadline(key="tests.third"))
    registered()

    sent()

    notice = Notice.objects.get()
    assert (notice.subject, notice.url, notice.body.count("13 days left")) == ("3 things have a date", "/", 3)


def test_ledger_notes_when_and_in_which_digest_it_was_told(registered):
    registered()

    digest = sent()

    assert Reminder.objects.values_list("status", "decided_at", "digest").get() == ("told", AT, digest.pk)


def test_digest_is_one_act_with_the_notice_below_it(registered):
    person = registered().person

    digest = sent()

    acts = list(Event.objects.order_by("pk").values_list("act", "subject_label", "about_id"))
    assert [act for act, *_ in acts] == ["notify.notice.send", "reminders.digest.send"]
    assert acts[1][1:3] == ("reminders.digest", person.pk)
    assert Event.objects.get(act="reminders.digest.send").subject_id == str(digest.pk)


def test_mail_waits_for_the_end_of_quiet_hours_and_the_inbox_does_not(registered, django_capture_on_commit_callbacks):
    registered()
    friday = datetime(2026, 11, 20, 19, 30, tzinfo=ZoneInfo("Europe/London"))

    with django_capture_on_commit_callbacks(execute=False):
        sent(at=friday)
    send_mail(Mail.objects.get().pk)

    assert Notice.objects.get().created_at == friday
    assert Mail.objects.get().due_at == datetime(2026, 11, 23, 7, 30, tzinfo=ZoneInfo("Europe/London"))


def test_who_wants_no_mail_is_told_in_the_inbox_only(registered):
    person = registered().person
    PreferencesFactory(person=person, by_mail=False)

    digest = sent()

    assert (digest.notice, digest.mail) == (Notice.objects.get(), None)
    assert (Notice.objects.get().kind, Mail.objects.count()) == ("reminders.digest.put_in_inbox", 0)


def test_own_quiet_hours_count(registered):
    person = registered().person
    PreferencesFactory(person=person, quiet_from="08:00", quiet_until="10:00", quiet_at_weekends=False)

    assert sent().mail.due_at == AT + timedelta(hours=1)


def test_second_digest_of_a_day_is_refused_and_changes_nothing(registered):
    registered()
    found = due()
    send_digest(due=found, on=TODAY, by=BY, at=AT)

    with pytest.raises(Refused, match="has had her digest of the day"):
        send_digest(due=found, on=TODAY, by=BY, at=AT)
    assert (Digest.objects.count(), Notice.objects.count(), Mail.objects.count()) == (1, 1, 1)


def test_digest_of_reminders_decided_meanwhile_is_refused_and_leaves_no_trace(registered):
    registered()
    found = due()
    Reminder.objects.update(status="withdrawn", decided_at=AT)

    with pytest.raises(Refused, match="has changed meanwhile"):
        send_digest(due=found, on=TODAY, by=BY, at=AT)
    assert (Digest.objects.count(), Notice.objects.count(), Event.objects.count()) == (0, 0, 0)


def test_kind_that_is_gone_before_its_digest_is_a_bug_that_undoes_it(registered, declared):
    registered()
    found = due()
    declared()

    with pytest.raises(LookupError, match=r"No deadline is called tests\.thing\."):
        send_digest(due=found, on=TODAY, by=BY, at=AT)
    assert Digest.objects.count() == 0


def test_digest_is_mailed_to_the_account(registered, django_capture_on_commit_callbacks):
    person = registered(expires_on=DUE_ON).person
    account = account_of(person)

    sent()

    assert Mail.objects.get().address == account.email
    assert outbox.outbox == []
