from datetime import date

import pytest

from academy.engines.columns.columns import declared
from academy.ui.states import Shape
from tests.factories.completions import CompletionFactory, matrix_of
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, staff_of
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db

ON = date(2026, 11, 17)


@pytest.fixture
def here():
    return OrganisationFactory(slug="bristol")


@pytest.fixture
def helen(here):
    return staff_of(here)


@pytest.fixture
def amara(here, helen):
    return staff_of(here, line_manager=helen)


def cell(helen, amara):
    (column,) = [column for column in declared() if column.key == "training.mandatory"]
    return column.read(as_actor(helen, on=ON), [amara.pk]).get(amara.pk)


def courses(here, *codes):
    matrix_of(here, *({"code": code} for code in codes))
    return [CourseFactory(organisation=here, code=code, title=code.title()) for code in codes]


def test_where_nothing_is_required_there_is_no_cell(helen, amara):
    assert cell(helen, amara) is None


def test_missing_training_is_counted_and_the_first_named(here, helen, amara):
    courses(here, "law", "moving", "oral")

    found = cell(helen, amara)

    assert (found.state.word, found.state.shape) == ("3 missing", Shape.NOT_YET)
    assert found.says == "Law and 2 more"
    assert found.url == f"/training/record/{amara.pk}/"


def test_training_that_runs_out_soon_is_named_with_the_day(here, helen, amara):
    (law,) = courses(here, "law")
    CompletionFactory(person=amara, course=law, completed_on=date(2025, 11, 20), valid_until=date(2026, 11, 30))

    found = cell(helen, amara)

    assert (found.state.word, found.says, found.due_on) == ("Runs out soon", "Law", date(2026, 11, 30))


def test_everything_done_says_when_the_first_runs_out(here, helen, amara):
    law, moving = courses(here, "law", "moving")
    CompletionFactory(person=amara, course=law, completed_on=date(2026, 11, 2), valid_until=date(2028, 11, 2))
    CompletionFactory(person=amara, course=moving, completed_on=date(2026, 11, 2), valid_until=date(2027, 11, 2))

    found = cell(helen, amara)

    assert (found.state.word, found.says, found.due_on) == ("Done", "", date(2027, 11, 2))
