from datetime import UTC, datetime, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Mail, Notice
from academy.engines.notify.services.notices import Told, read, send, send_outside
from academy.engines.notify.writing import Attachment, Outsider
from tests.factories.identity import PersonFactory, UserFactory, actor_of
from tests.unit.engines.notify.kind import BY_MAIL, CONTEXT, IN_INBOX, SHARED, Shared

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


def test_notice_goes_to_the_inbox_and_by_mail_with_one_event():
    person = PersonFactory(work_email="amara@council.example")

    told = send(kind=SHARED, to=person, context=CONTEXT, by=actor_of(), at=AT)

    notice, mail, event = Notice.objects.get(), Mail.objects.get(), Event.objects.get()
    assert told == Told(notice=notice, mail=mail)
    assert (notice.person, notice.kind, notice.url, notice.created_at, notice.read_at) == (
        person,
        "tests.entry.shared",
        "/cpd/7/",
        AT,
        None,
    )
    assert (notice.subject, str(notice), mail.subject) == ("Siân O’Neill & Co shared “Court <work>” with you",) * 3
    assert (mail.person, mail.address, mail.status, mail.attempts) == (person, "amara@council.example", "queued", 0)
    assert (mail.queued_at, mail.due_at, mail.kind) == (AT, AT, "tests.entry.shared")
    assert (mail.text.count(notice.body), mail.text.count("https://portal.example/cpd/7/")) == (1, 1)
    assert (event.act, event.subject_label, event.subject_id, event.about_id, event.note) == (
        "notify.notice.send",
        "notify.notice",
        str(notice.pk),
        person.pk,
        "tests.entry.shared",
    )


def test_kind_for_the_inbox_only_sends_no_mail():
    told = send(kind=IN_INBOX, to=PersonFactory(), context=CONTEXT, by=actor_of(), at=AT)

    assert (told.notice, told.mail, Mail.objects.count()) == (Notice.objects.get(), None, 0)


def test_file_goes_with_the_mail():
    file = Attachment("place.ics", "text/calendar", "BEGIN:VCALENDAR")

    told = send(kind=SHARED, to=PersonFactory(), context=CONTEXT, by=actor_of(), at=AT, attached=file)

    mail = Mail.objects.get()
    assert told.mail == mail
    assert (mail.file_name, mail.file_type, mail.file_text) == ("place.ics", "text/calendar", "BEGIN:VCALENDAR")


def test_kind_by_mail_only_leaves_nothing_in_the_inbox():
    told = send(kind=BY_MAIL, to=PersonFactory(), context=CONTEXT, by=actor_of(), at=AT)

    assert (told.notice, told.mail, Notice.objects.count()) == (None, Mail.objects.get(), 0)
    assert Event.objects.get().subject_label == "notify.mail"


@pytest.mark.parametrize(("is_active", "address"), [(True, "account@council.example"), (False, "work@council.example")])
def test_mail_goes_to_the_address_of_an_account_in_use(is_active, address):
    person = PersonFactory(work_email="work@council.example")
    UserFactory(person=person, email="account@council.example", is_active=is_active)

    told = send(kind=SHARED, to=person, context=CONTEXT, by=actor_of(), at=AT)

    assert told.mail is not None
    assert told.mail.address == address


def test_person_without_an_address_is_told_in_the_inbox():
    told = send(kind=SHARED, to=PersonFactory(work_email=""), context=CONTEXT, by=actor_of(), at=AT)

    assert (told.notice, told.mail) == (Notice.objects.get(), None)


def test_mail_to_a_person_without_an_address_is_refused():
    person = PersonFactory(given_name="Amara", family_name="Osei", work_email="")

    with pytest.raises(Refused, match=r"no e-mail address for Amara Osei\. Add a work e-mail address first\."):
        send(kind=BY_MAIL, to=person, context=CONTEXT, by=actor_of(), at=AT)

    assert Event.objects.count() == 0


def test_every_mail_has_a_message_id_of_its_own_under_the_portals_name():
    for _ in range(2):
        send(kind=SHARED, to=PersonFactory(), context=CONTEXT, by=actor_of(), at=AT)

    first, second = Mail.objects.values_list("message_id", flat=True)
    assert first != second
    assert {each.rpartition("@")[2] for each in (first, second)} == {"portal.example>"}
    assert str(Mail.objects.get(message_id=first)) == f"tests.entry.shared {first}"


def test_reading_is_noted_the_first_time():
    person = PersonFactory()
    notice = send(kind=IN_INBOX, to=person, context=CONTEXT, by=actor_of(), at=AT).notice
    owner = actor_of(person)

    first = read(notice=notice, by=owner, at=AT + timedelta(hours=1))
    second = read(notice=notice, by=owner, at=AT + timedelta(hours=2))

    assert first.read_at == second.read_at == AT + timedelta(hours=1)
    reads = Event.objects.filter(act="notify.notice.read").order_by("pk")
    assert list(reads.values_list("changed", "about_id")) == [(["read_at"], person.pk), ([], person.pk)]


def test_somebody_elses_notice_cannot_be_marked_as_read():
    notice = send(kind=IN_INBOX, to=PersonFactory(), context=CONTEXT, by=actor_of(), at=AT).notice

    with pytest.raises(Refused, match="Only the person a notice was written to"):
        read(notice=notice, by=actor_of(), at=AT)

    notice.refresh_from_db()
    assert notice.read_at is None


def test_mail_may_say_more_than_the_inbox():
    more = Shared(who="Siân O’Neill & Co", what="Everything", url="/cpd/8/")

    told = send(kind=SHARED, to=PersonFactory(), context=CONTEXT, in_mail=more, by=actor_of(), at=AT)

    assert (told.notice.url, "Court <work>" in told.notice.body, "Everything" in told.notice.body) == (
        "/cpd/7/",
        True,
        False,
    )
    assert ("Everything" in told.mail.text, "https://portal.example/cpd/8/" in told.mail.text) == (True, True)


def test_mail_to_somebody_outside_names_no_person_and_leaves_no_notice():
    mail = send_outside(
        kind=BY_MAIL, to=Outsider("Rosa Whitlock", "rosa@hospice.example"), context=CONTEXT, by=actor_of(), at=AT
    )

    event = Event.objects.get()
    assert (mail.person, mail.address, mail.due_at, Notice.objects.count()) == (None, "rosa@hospice.example", AT, 0)
    assert mail.text.startswith("Hello Rosa Whitlock,\n")
    assert (event.act, event.about_id, event.note) == ("notify.mail.send_outside", None, "tests.invitation.sent")
