from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.imports.declarations import Batch
from academy.engines.imports.models import Import
from academy.engines.imports.rules.rows import parsed
from academy.people.choices import RoleCode
from academy.people.models import Post
from academy.training.models import Completion
from academy.training.rules.completion_rows import COLUMNS
from academy.training.services.completion_rows import add_all, checker
from academy.training.services.completions import withdraw
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, RegistrationFactory, as_actor, holder_of, member_of, staff_of
from tests.factories.training import CourseFactory, PlatformFactory

pytestmark = pytest.mark.django_db
ROW = {
    "person": "her@council.example",
    "course": "moving",
    "completed_on": "10 November 2026",
    "platform": "evolve",
    "outside_id": "a-1",
}


@pytest.fixture
def council():
    council = OrganisationFactory()
    CourseFactory(organisation=council, code="moving", valid_months=12)
    PlatformFactory(organisation=council, code="evolve", name="Evolve")
    return council


@pytest.fixture
def her(council):
    person = staff_of(council)
    person.work_email = "Her@Council.example"
    person.save()
    RegistrationFactory(person=person, number="SW123456")
    return person


@pytest.fixture
def academy(council):
    return as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))


def values(**said):
    found, wrong = parsed(COLUMNS, {**ROW, **said})
    return found, wrong


def faults(by, *rows):
    check = checker(by)
    return [[(fault.column, fault.reason) for fault in check(values(**row)[0])] for row in rows]


def taken_in(by, *rows):
    upload = Import.objects.create(
        kind="training.completions",
        owner_id=by.person_id,
        organisation_id=by.organisation_id,
        original_name="t.csv",
        sha256=str(Import.objects.count()).zfill(64),
        uploaded_at=NOW,
    )
    batch = Batch(upload=upload, rows=[values(**row)[0] for row in rows], by=by, at=NOW)
    return add_all(batch=batch, by=by, at=NOW)


def test_sound_row_has_no_fault(her, academy):
    assert faults(academy, {}, {"person": "sw 123456", "outside_id": "a-2"}) == [[], []]


@pytest.mark.parametrize(
    ("said", "column", "reason"),
    [
        ({"person": "nobody@council.example"}, "person", "Nobody here has the e-mail or registration number"),
        ({"course": "lifting"}, "course", "There is no course “lifting” here."),
        ({"platform": "other"}, "platform", "Your platforms are: evolve."),
        ({"completed_on": "18 November 2026"}, "completed_on", "Write a day that has been."),
        ({"person": ""}, "person", "Write the person’s staff e-mail or registration number."),
        ({"outside_id": ""}, "outside_id", "Write the platform’s own id of this completion."),
    ],
)
def test_wrong_cell_is_told_in_its_column(her, academy, said, column, reason):
    [[(where, says)]] = faults(academy, said)

    assert (where, says.startswith(reason)) == (column, True)


def test_everything_wrong_in_a_row_is_told_at_once(her, academy):
    [wrong] = faults(academy, {"person": "x", "course": "y", "platform": "z"})

    assert [column for column, _ in wrong] == ["person", "course", "platform"]


def test_colleague_of_another_organisation_and_who_has_left_are_nobody_here(council, her, academy):
    stranger = staff_of(OrganisationFactory())
    left = staff_of(council)
    Post.objects.filter(person=left).update(until_on=date(2026, 10, 1))
    member = member_of(council)

    rows = [{"person": person.work_email, "outside_id": person.work_email} for person in (stranger, left, member)]

    assert [bool(wrong) for wrong in faults(academy, *rows)] == [True, True, False]


def test_e_mail_two_people_have_is_nobodys(council, her, academy):
    other = staff_of(council)
    other.work_email = "her@council.example"
    other.save()

    [[(column, _)], right] = faults(academy, {}, {"person": "SW123456", "outside_id": "a-2"})

    assert (column, right) == ("person", [])


def test_id_that_stands_above_is_told(her, academy):
    assert faults(academy, {}, {"completed_on": "9/11/2026"}) == [
        [],
        [("outside_id", "This id stands in a row above. Each completion has its own.")],
    ]


def test_id_that_was_of_something_else_is_told_and_the_same_again_is_not(her, academy):
    taken_in(academy, {})

    assert faults(academy, {}) == [[]]
    assert faults(academy, {"completed_on": "9/11/2026"}) == [
        [("outside_id", "Under this id another person, course or day was taken in before. Check the id.")]
    ]


def test_organisation_without_a_platform_says_so():
    by = as_actor(holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()))

    [wrong] = faults(by, {})

    assert wrong[-1] == ("platform", "Your platforms are: none yet.")


@pytest.mark.parametrize(
    ("said", "column"),
    [
        ({"course": "=cmd|' /C calc'!A0"}, "course"),
        ({"platform": "Evolve LMS"}, "platform"),
        ({"completed_on": "31/2/2026"}, "completed_on"),
        ({"outside_id": "x" * 121}, "outside_id"),
        ({"outside_id": "a\x07b"}, "outside_id"),
    ],
)
def test_cell_that_cannot_be_read_is_told(said, column):
    assert [fault.column for fault in values(**said)[1]] == [column]


def test_rows_become_completions_of_the_platform(council, her, academy):
    outcome = taken_in(academy, {}, {"person": "SW123456", "outside_id": "a-2", "completed_on": "29/2/2024"})

    first, second = Completion.objects.order_by("outside_id")
    assert (outcome.added, outcome.known) == (2, 0)
    assert (first.person, first.organisation, first.course.code, first.platform.code) == (
        her,
        council,
        "moving",
        "evolve",
    )
    assert (first.completed_on, first.valid_until, first.source) == (date(2026, 11, 10), date(2027, 11, 10), "platform")
    assert (first.noted_by_id, first.noted_at) == (academy.person_id, NOW)
    assert (second.person, second.valid_until) == (her, date(2025, 2, 28))


def test_taken_in_twice_it_is_there_once_also_when_it_was_taken_back(her, academy):
    taken_in(academy, {}, {})
    withdraw(completion=Completion.objects.get(), reason="Another person.", by=academy, at=NOW)

    outcome = taken_in(academy, {})

    assert (outcome.added, outcome.known, Completion.objects.count()) == (0, 1, 1)
    assert Completion.objects.get().withdrawn_because == "Another person."


def test_whole_table_is_one_act(her, academy):
    taken_in(academy, *({"outside_id": f"a-{number}"} for number in range(3)))

    [event] = Event.objects.filter(act="training.completion.import")
    assert (event.note, event.about_id) == ("3 added", academy.person_id)


def test_nothing_is_taken_in_when_somebody_left_since_the_check(her, academy):
    with pytest.raises(Refused, match="has left since it was checked"):
        taken_in(academy, {}, {"person": "gone@council.example", "outside_id": "a-2"})

    assert Completion.objects.count() == 0


def test_nobody_but_the_academy_takes_in(council, her):
    by = as_actor(her)

    with pytest.raises(Refused, match="Only the academy"):
        taken_in(by, {})


@pytest.mark.parametrize("count", [1, 3])
def test_rows_cost_the_same_however_many(council, academy, count, django_assert_num_queries):
    people = [staff_of(council) for _ in range(count)]
    rows = [{"person": each.work_email, "outside_id": f"a-{each.pk}"} for each in people]

    with django_assert_num_queries(15):
        taken_in(academy, *rows)
