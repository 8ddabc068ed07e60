from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from academy.development.models import RenewalNudge
from academy.development.services.nudges import nudge
from academy.development.services.renewals import note
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from tests.factories.identity import TODAY
from tests.factories.people import NOW, RegistrationFactory, as_actor, holder_of
from tests.factories.renewals import regulators_loaded

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def by(council):
    regulators_loaded()
    RegistrationFactory(person=council.author)
    return as_actor(council.manager)


def sent(council, by, *, at=NOW, regulator="swe"):
    return nudge(person=council.author, regulator=regulator, by=by, at=at)


def test_reminder_tells_who_sent_it_what_is_missing_and_until_when(council, by):
    note(regulator="swe", act="form", done_on=TODAY, by=council.by, at=NOW)
    row = sent(council, by)
    notice = Notice.objects.get(person=council.author)
    assert (row.person, row.sent_by_id, row.sent_at) == (council.author, council.manager.pk, NOW)
    assert notice.subject == f"{council.manager.full_name} reminds you of your renewal with Social Work England"
    assert "closes on 30 November 2026 at 23:59" in notice.body
    assert ("- CPD: 2 different pieces, one with a peer\n- Fee" in notice.body, "- Renewal form" in notice.body) == (
        True,
        False,
    )
    assert notice.url == "/cpd/renewal/"
    event = Event.objects.get(act="development.season.nudge")
    assert (event.about_id, event.to_state) == (council.author.pk, "sent")


@pytest.mark.parametrize(("days", "number"), [(6, 1), (7, 2)])
def test_reminder_goes_once_a_week_whoever_sends_it(council, by, days, number):
    sent(council, by, at=NOW - timedelta(days=days))
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    if number == 1:
        with pytest.raises(Refused, match=r"was reminded on 11 November 2026\. Wait a week"):
            sent(council, lead)
    else:
        sent(council, lead)
    assert RenewalNudge.objects.count() == number


def test_reminder_when_nothing_is_missing_is_refused(council, by):
    for act in ("cpd", "form", "fee"):
        note(regulator="swe", act=act, done_on=TODAY, by=council.by, at=NOW)
    with pytest.raises(Refused, match="has noted everything that is asked"):
        sent(council, by)


@pytest.mark.parametrize(
    ("at", "is_sent"),
    [
        (datetime(2026, 8, 31, 23, 59, tzinfo=LONDON), False),
        (datetime(2026, 9, 1, 0, 0, tzinfo=LONDON), True),
        (datetime(2026, 11, 30, 23, 59, tzinfo=LONDON), True),
        (datetime(2026, 12, 1, 0, 0, tzinfo=LONDON), False),
    ],
)
def test_reminder_goes_only_while_the_window_is_open(council, by, at, is_sent):
    by = as_actor(council.manager, on=at.date())
    if is_sent:
        assert sent(council, by, at=at).sent_at == at
    else:
        with pytest.raises(Refused, match="The window is not open"):
            sent(council, by, at=at)


def test_reminder_about_a_register_she_is_not_on_is_refused(council, by):
    with pytest.raises(Refused, match="is not registered with this regulator"):
        sent(council, by, regulator="hcpc")


@pytest.mark.parametrize("role", [None, RoleCode.AUDITOR, RoleCode.HR])
def test_reminder_by_somebody_who_does_not_answer_for_her_is_refused(council, by, role):
    person = holder_of(role, council.organisation) if role else council.colleague
    with pytest.raises(Refused, match="Only somebody who answers for this colleague"):
        sent(council, as_actor(person))
