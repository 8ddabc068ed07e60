"""When a registration runs out: who hears of it, and in which words."""

from datetime import date, timedelta

import pytest

from academy.engines.notify.models import Notice
from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from academy.engines.reminders.sweeping import sweep
from academy.people.models import Registration
from academy.people.reminders.records import REGISTRATION
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import PostFactory, RegistrationFactory, TermsFactory, staff_of
from tests.factories.reminders import AT

pytestmark = pytest.mark.django_db


def registered_until(day, **terms):
    person = staff_of(OrganisationFactory(), person=PersonFactory(given_name="Amara", family_name="Bell"), **terms)
    return RegistrationFactory(person=person, expires_on=day)


@pytest.mark.parametrize(
    ("days_left", "offsets"),
    [(31, set()), (30, {-30}), (16, {-30}), (15, set()), (14, {-14}), (3, {-14, -3}), (0, {-14, -3, 0}), (-1, {-3, 0})],
)
def test_registration_is_reminded_of_30_14_and_3_days_before_and_on_its_last_day(days_left, offsets):
    registered_until(TODAY + timedelta(days=days_left))

    note_due(on=TODAY, at=AT)

    assert set(Reminder.objects.values_list("days", flat=True)) == offsets


def test_line_manager_hears_of_it_three_days_before():
    chief = staff_of(OrganisationFactory())
    registration = registered_until(TODAY + timedelta(days=3), line_manager=chief)

    sweep(on=TODAY, at=AT)

    heard = {(notice.person_id, notice.body.partition("\n")[0]) for notice in Notice.objects.all()}
    assert heard == {
        (registration.person_id, "Your registration runs out on 20 November, in 3 days."),
        (chief.pk, "The registration of Amara Bell runs out on 20 November, in 3 days."),
    }


def test_line_manager_of_the_primary_post_is_the_one_who_hears():
    chief, other = staff_of(OrganisationFactory()), staff_of(OrganisationFactory())
    registration = registered_until(TODAY + timedelta(days=3), line_manager=chief)
    second = PostFactory(person=registration.person, is_primary=False, from_on=date(2020, 1, 1))
    TermsFactory(post=second, line_manager=other)

    note_due(on=TODAY, at=AT)

    told = Reminder.objects.filter(days=-3).exclude(recipient=registration.person)
    assert list(told.values_list("recipient_id", flat=True)) == [chief.pk]


def test_renewed_registration_is_reminded_of_no_more():
    registration = registered_until(TODAY + timedelta(days=3))
    note_due(on=TODAY, at=AT)
    Registration.objects.filter(pk=registration.pk).update(expires_on=TODAY + timedelta(days=368))

    assert sweep(on=TODAY, at=AT).sent == 0
    assert set(Reminder.objects.values_list("status", flat=True)) == {"withdrawn"}


@pytest.mark.parametrize("values", [{"expires_on": None}, {"until_on": TODAY - timedelta(days=1)}])
def test_registration_without_a_day_or_no_longer_held_is_not_reminded_of(values):
    registration = registered_until(TODAY + timedelta(days=3))
    Registration.objects.filter(pk=registration.pk).update(**values)

    assert note_due(on=TODAY, at=AT) == 0


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Your registration runs out on 17 November, which is today."),
        (-2, "Your registration ran out on 15 November, 2 days ago."),
    ],
)
def test_line_says_whether_it_runs_out_or_ran_out(days, words):
    person = PersonFactory()

    line = REGISTRATION.line(Told(1, person, True, TODAY + timedelta(days=days), TODAY))

    assert (line.what, line.url) == (words, f"/people/{person.pk}/")


def test_registration_that_runs_out_cannot_be_turned_off():
    assert REGISTRATION.is_optional is False
