from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.people.choices import AbsenceCategory
from academy.people.models import Absence
from academy.people.services.absences import end, enter
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW, AbsenceFactory

FIRST, LAST = date(2024, 2, 26), date(2024, 3, 1)


def test_absence_is_entered_with_its_days(hr, last_act):
    person = PersonFactory()

    enter(person=person, category=AbsenceCategory.LEAVE, from_on=FIRST, until_on=LAST, by=hr, at=NOW)

    assert list(person.absences.values_list("category", "from_on", "until_on")) == [("leave", FIRST, LAST)]
    assert last_act() == ("people.absence.enter", person.pk, ["category", "from_on", "until_on"], "", "")


@pytest.mark.parametrize(
    ("from_on", "until_on", "field", "reason"),
    [
        (
            LAST,
            None,
            "from_on",
            "There is an absence from 26 February 2024 to 1 March 2024 already. Change that one instead.",
        ),
        (
            date(2024, 3, 2),
            FIRST,
            "until_on",
            "The last day is before the first. Give a later last day.",
        ),
    ],
)
def test_absence_that_does_not_fit_is_refused(hr, from_on, until_on, field, reason):
    person = AbsenceFactory(from_on=FIRST, until_on=LAST).person

    with pytest.raises(Refused) as refused:
        enter(person=person, category=AbsenceCategory.OTHER, from_on=from_on, until_on=until_on, by=hr, at=NOW)

    assert (refused.value.field, refused.value.reason, Absence.objects.count()) == (field, reason, 1)


def test_absence_the_day_after_another_is_entered(hr):
    person = AbsenceFactory(from_on=FIRST, until_on=LAST).person

    enter(person=person, category=AbsenceCategory.SICKNESS, from_on=date(2024, 3, 2), by=hr, at=NOW)

    assert person.absences.count() == 2


def test_absence_ends_on_the_last_day_away(hr, last_act):
    absence = AbsenceFactory(from_on=FIRST, until_on=None)

    end(absence=absence, last_day=LAST, by=hr, at=NOW)

    absence.refresh_from_db()
    assert absence.until_on == LAST
    assert last_act() == ("people.absence.end", absence.person_id, ["until_on"], "away", "back")


def test_absence_with_a_last_day_does_not_end_again(hr):
    absence = AbsenceFactory(from_on=FIRST, until_on=LAST)

    with pytest.raises(Refused, match=r"^This ends on 1 March 2024 already\.$"):
        end(absence=absence, last_day=LAST, by=hr, at=NOW)
