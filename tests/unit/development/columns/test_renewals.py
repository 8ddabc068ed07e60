from datetime import date, timedelta

import pytest

from academy.development.services.renewals import note
from academy.engines.columns.columns import declared
from academy.ui.states import Shape
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, RegistrationFactory, as_actor, staff_of
from tests.factories.renewals import regulators_loaded

pytestmark = pytest.mark.django_db

WINDOW = date(2026, 11, 17)
BEFORE = date(2026, 3, 2)


@pytest.fixture
def here():
    regulators_loaded()
    return OrganisationFactory()


@pytest.fixture
def helen(here):
    return staff_of(here)


@pytest.fixture
def amara(here, helen):
    person = staff_of(here, line_manager=helen)
    RegistrationFactory(person=person)
    return person


def cell(helen, amara, *, on=WINDOW):
    (column,) = [column for column in declared() if column.key == "development.renewal"]
    return column.read(as_actor(helen, on=on), [amara.pk]).get(amara.pk)


def noted(amara, *acts):
    for act in acts:
        note(regulator="swe", act=act, done_on=WINDOW - timedelta(days=3), by=as_actor(amara), at=NOW)


def test_nothing_noted_in_the_window_names_what_is_missing_and_when_it_closes(helen, amara):
    found = cell(helen, amara)

    assert (found.state.word, found.state.shape) == ("Nothing noted", Shape.NOT_YET)
    assert (found.says, found.due_on) == ("Missing: CPD, form and fee", date(2026, 11, 30))
    assert found.url == "/cpd/season/?regulator=swe"


def test_something_noted_is_in_progress_and_everything_is_met(helen, amara):
    noted(amara, "cpd")
    assert (cell(helen, amara).state.shape, cell(helen, amara).says) == (Shape.DOING, "Missing: form and fee")

    noted(amara, "form", "fee")
    done = cell(helen, amara)
    assert (done.state.word, done.state.shape, done.says, done.due_on) == ("All noted", Shape.MET, "", None)


def test_before_the_window_the_day_it_opens_is_said(helen, amara):
    found = cell(helen, amara, on=BEFORE)

    assert (found.state.shape, found.says, found.due_on) == (Shape.NOT_YET, "opens", date(2026, 9, 1))


def test_who_is_on_no_register_has_no_cell(here, helen):
    assert cell(helen, staff_of(here, line_manager=helen)) is None


def test_of_two_registers_the_window_that_closes_first_is_shown(helen, amara):
    RegistrationFactory(person=amara, regulator="hcpc", number="SW99999")

    assert cell(helen, amara).url == "/cpd/season/?regulator=swe"
