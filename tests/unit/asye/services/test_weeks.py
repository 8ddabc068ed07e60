"""A week is said once, corrected for four weeks, and never said of a week she did not work."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.development.services.versions import latest_version
from academy.engines.audit.commands import Refused
from asye.models import Week
from asye.rules.promises import Said
from asye.rules.weeks import week_asked
from asye.selectors.weeks import open_weeks, own_week, week_of
from asye.services.weeks import answer_week
from tests.factories.asye import AgreementFactory, ChangeFactory, WeekFactory
from tests.factories.development import kept_by
from tests.factories.people import NOW, TODAY, AbsenceFactory
from tests.factories.supervisions import agreement_between, session_of

pytestmark = pytest.mark.django_db
WEEK = week_asked(TODAY)
SAID = Said(WEEK, "yes", 80, True, "  Shadowing. ")


@pytest.fixture
def year(world):
    type(world.year).objects.update(state="active", starts_on=WEEK - timedelta(weeks=8))
    world.year.refresh_from_db()
    return world.year


def say(world, said: Said = SAID, *, who: str = "nqsw"):
    return answer_week(enrolment=world.year, said=said, by=world.acting(who), at=NOW)


def test_week_is_said_and_corrected_in_one_row(world, year):
    say(world)
    say(world, replace(SAID, protected="no", percent=95))

    week = Week.objects.get()
    assert (week.week_on, week.protected, week.workload_percent, week.supervised, week.used_for) == (
        WEEK,
        "no",
        95,
        True,
        "Shadowing.",
    )


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        pytest.param(
            replace(SAID, week_on=WEEK - timedelta(weeks=5)), None, "A week can be said until", id="long-over"
        ),
        pytest.param(replace(SAID, week_on=WEEK + timedelta(weeks=1)), None, "A week can be said until", id="to-come"),
        pytest.param(replace(SAID, week_on=WEEK + timedelta(days=1)), None, "A week can be said until", id="no-monday"),
        pytest.param(replace(SAID, protected="maybe"), "protected", "yes, partly or no", id="none-of-three"),
        pytest.param(replace(SAID, percent=201), "workload", "200 at the most", id="too-much"),
        pytest.param(replace(SAID, used_for="a" * 201), "used_for", "at most 200", id="too-long"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(world, year, said, field, words):
    with pytest.raises(Refused) as refused:
        say(world, said)

    assert (refused.value.field, words in refused.value.reason, Week.objects.count()) == (field, True, 0)


def test_nobody_says_it_for_her_and_nobody_where_the_year_does_not_run(world, year):
    with pytest.raises(Refused, match="Only the newly qualified"):
        say(world, who="manager")
    type(year).objects.update(state="released")
    with pytest.raises(Refused, match="does not run"):
        say(world)


def test_nothing_is_asked_of_weeks_paused_or_away(world, year):
    before = WEEK - timedelta(weeks=1)
    AbsenceFactory(person=world.nqsw, from_on=WEEK, until_on=WEEK + timedelta(days=6))
    pause = {"from_on": before, "until_on": before + timedelta(days=6), "state": "agreed", "settled_at": NOW}
    ChangeFactory(enrolment=year, **pause)

    assert own_week(world.acting("nqsw")) is None
    weeks = [week for week, _ in open_weeks(year, on=TODAY)]
    assert weeks == [WEEK - timedelta(weeks=number) for number in (2, 3, 4)]


def test_week_asked_offers_what_was_agreed_and_what_she_said_last(world, year):
    needs = {"needs": latest_version(entry=kept_by(world.nqsw), at=NOW), "needs_at": NOW, "met_on": TODAY}
    AgreementFactory(enrolment=year, state="signed", workload_percent=75, signed_at=NOW, **needs)
    first = own_week(world.acting("nqsw"))
    WeekFactory(enrolment=year, week_on=WEEK - timedelta(weeks=1), workload_percent=58)
    second = own_week(world.acting("nqsw"))

    assert (first.week_on, first.agreed, first.percent, first.before) == (WEEK, 75, 75, None)
    assert [percent for percent, _ in first.choices] == [45, 55, 65, 75, 85, 95]
    assert (second.percent, second.choices[2]) == (58, (58, "58%"))
    assert dict(second.choices)[75] == "75%, as agreed"


def test_said_already_or_no_year_nothing_is_asked(world, year):
    say(world)

    assert own_week(world.acting("nqsw")) is None
    assert own_week(world.acting("assessor")) is None
    assert week_of(year, WEEK, on=TODAY).before == replace(SAID, used_for="Shadowing.")
    assert week_of(year, WEEK - timedelta(weeks=9), on=TODAY) is None
    assert open_weeks(year, on=TODAY)[:2] == [(WEEK, True), (WEEK - timedelta(weeks=1), False)]


@pytest.mark.parametrize(("held_on", "asks"), [(WEEK, False), (WEEK - timedelta(days=3), True)])
def test_supervision_is_asked_where_the_portal_knows_of_none(world, year, held_on: date, asks):
    session_of(agreement_between(world.nqsw, world.manager), "held", planned_on=held_on, held_on=held_on)

    asked = week_of(year, WEEK, on=TODAY)
    assert asked is not None
    assert asked.asks_meeting is asks
