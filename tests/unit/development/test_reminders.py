"""When somebody is reminded of an empty stretch that ends (S2-84), a regulator's window or a talk, in which words."""

from datetime import date, timedelta

import pytest

from academy.development.models import RenewalAct
from academy.development.reminders.entries import CLOSINGS, OPENINGS, REFLECTION, STRETCH
from academy.development.services.reflections import answer
from academy.engines.notify.models import Notice
from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from academy.engines.reminders.sweeping import sweep
from tests.factories.development import EntryFactory
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, RegistrationFactory, account_of, as_actor, staff_of
from tests.factories.reflections import reflection_of
from tests.factories.reminders import AT
from tests.factories.renewals import regulators_loaded

pytestmark = pytest.mark.django_db
ENDS = date(2026, 12, 6)
ASKED, MISSING = "See what is asked of you.", "Not everything it asks is noted here as done."


@pytest.fixture
def worker():
    person = staff_of(OrganisationFactory())
    account_of(person)
    return person


@pytest.mark.parametrize(
    ("days_left", "offsets"), [(29, []), (28, [-28]), (14, [-28]), (13, []), (7, [-7]), (0, [-7]), (-1, [])]
)
def test_empty_stretch_is_reminded_of_28_and_7_days_before_its_end(worker, days_left, offsets):
    note_due(on=ENDS - timedelta(days=days_left), at=AT)

    assert list(Reminder.objects.values_list("days", flat=True)) == offsets


def test_reminder_says_when_it_ends_and_leads_to_a_new_entry(worker):
    sweep(on=ENDS - timedelta(days=7), at=AT)

    notice = Notice.objects.get(person=worker)
    assert notice.body.startswith(
        "Nothing is kept yet in your present stretch. It ends on 6 December, in 7 days. A small, true piece is enough."
    )
    assert notice.url == "/cpd/new/"


def test_entry_kept_between_noting_and_telling_is_answer_enough(worker):
    on = ENDS - timedelta(days=7)
    note_due(on=on, at=AT)
    EntryFactory(author=worker, started_on=on)

    assert sweep(on=on, at=AT).sent == 0
    assert Reminder.objects.get().status == "withdrawn"


def test_entry_withdrawn_again_brings_the_reminder_back(worker):
    on = ENDS - timedelta(days=7)
    note_due(on=on, at=AT)
    entry = EntryFactory(author=worker, started_on=on)
    sweep(on=on, at=AT)
    entry.delete()

    assert sweep(on=on, at=AT + timedelta(hours=1)).sent == 1


def test_empty_stretch_may_be_turned_off():
    assert STRETCH.is_optional is True


class TestWindows:
    @pytest.fixture(autouse=True)
    def _editions(self):
        regulators_loaded()

    @pytest.fixture
    def registered(self):
        """Somebody on a register who has written lately, so that only the window is there to be reminded of."""

        def make(regulator="swe"):
            person = staff_of(OrganisationFactory())
            return RegistrationFactory(person=person, regulator=regulator, from_on=date(2021, 4, 1))

        return make

    def noted(self, on):
        note_due(on=on, at=AT)
        return sorted(Reminder.objects.values_list("kind", "due_on", "days"))

    @pytest.mark.parametrize(
        ("regulator", "on", "noted"),
        [
            ("swe", date(2026, 8, 31), []),
            ("swe", date(2026, 9, 1), [("development.renewal_opens_swe", date(2026, 9, 1), 0)]),
            ("swe", date(2026, 10, 30), []),
            ("swe", date(2026, 10, 31), [("development.renewal_closes_swe", date(2026, 11, 30), -30)]),
            ("swe", date(2026, 11, 16), [("development.renewal_closes_swe", date(2026, 11, 30), -14)]),
            ("swe", date(2026, 12, 1), []),
            ("hcpc", date(2026, 8, 1), []),
            ("hcpc", date(2027, 7, 31), []),
            ("hcpc", date(2027, 8, 1), [("development.renewal_opens_hcpc", date(2027, 8, 1), 0)]),
            ("hcpc", date(2027, 10, 1), [("development.renewal_closes_hcpc", date(2027, 10, 31), -30)]),
        ],
    )
    def test_window_is_reminded_of_when_it_opens_and_before_it_closes(self, registered, regulator, on, noted):
        registered(regulator)

        assert self.noted(on) == noted

    def test_last_days_are_reminded_of_once_each(self, registered):
        person = registered().person
        days = {day: date(2026, 11, day) for day in range(16, 31)}
        told = [day for day, on in days.items() if sweep(on=on, at=AT + timedelta(days=day - 17)).sent]

        assert told == [16, 27, 30]
        assert Notice.objects.filter(person=person).count() == 3

    def test_who_noted_every_act_hears_no_more(self, registered):
        registration = registered()
        for act in ("cpd", "form", "fee"):
            RenewalAct.objects.create(
                person=registration.person,
                regulator="swe",
                closes_on=date(2026, 11, 30),
                act=act,
                done_on=date(2026, 11, 10),
                noted_at=NOW,
            )

        assert self.noted(date(2026, 11, 27)) == []

    @pytest.mark.parametrize(
        ("deadline", "day", "sentences"),
        [
            (
                OPENINGS[0],
                17,
                ("Social Work England: your renewal window opens on 17 November, which is today.", ASKED),
            ),
            (
                OPENINGS[1],
                15,
                ("Health and Care Professions Council: your renewal window opened on 15 November, 2 days ago.", ASKED),
            ),
            (
                CLOSINGS[0],
                20,
                ("Social Work England: your renewal window closes on 20 November, in 3 days.", MISSING),
            ),
        ],
    )
    def test_line_names_regulator_and_day_and_leads_to_the_renewal(self, worker, deadline, day, sentences):
        line = deadline.line(Told(1, worker, True, date(2026, 11, day), date(2026, 11, 17)))

        assert (line.what, line.url) == (" ".join(sentences), "/cpd/renewal/")

    def test_windows_cannot_be_turned_off(self):
        assert {each.is_optional for each in [*OPENINGS, *CLOSINGS]} == {False}


class TestReflections:
    # NOW is 17 November.
    @pytest.fixture
    def asked(self, worker):
        here = worker.posts.get().organisation
        author = staff_of(here, person=PersonFactory(given_name="Amara", family_name="Bell"))
        entry = EntryFactory(author=author, organisation=here)
        return reflection_of(entry, "asked", peer=worker, answered_at=None, withdrawn_at=None)

    @pytest.mark.parametrize(
        ("on", "offsets"),
        [
            (date(2026, 11, 23), []),
            (date(2026, 11, 24), [7]),
            (date(2026, 12, 8), [7, 21]),
            (date(2026, 12, 9), [21]),
        ],
    )
    def test_colleague_is_reminded_7_and_21_days_after_she_was_asked(self, asked, worker, on, offsets):
        note_due(on=on, at=AT)

        noted = Reminder.objects.filter(kind=REFLECTION.key).order_by("days")
        assert list(noted.values_list("days", flat=True)) == offsets
        assert {(each.recipient, each.about, each.subject_id, each.due_on) for each in noted} == (
            {(worker, asked.entry.author, asked.pk, date(2026, 11, 17))} if offsets else set()
        )

    def test_answered_talk_is_reminded_of_no_more(self, asked, worker):
        note_due(on=date(2026, 11, 24), at=AT)
        answer(reflection=asked, took_place=True, words="", by=as_actor(worker), at=NOW)

        sweep(on=date(2026, 11, 24), at=AT)

        assert Reminder.objects.get(kind=REFLECTION.key).status == "withdrawn"

    def test_line_names_who_asked_and_leads_to_the_answer(self, asked, worker):
        told = Told(asked.pk, asked.entry.author, False, date(2026, 11, 17), date(2026, 11, 24))

        line = REFLECTION.line(told)

        words = "Amara Bell asked you on 17 November, 7 days ago, to confirm that you talked. You approve nothing."
        assert (line.what, line.url) == (words, f"/cpd/reflections/{asked.pk}/answer/")
