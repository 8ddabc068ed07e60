from academy.training.forms.requests import RequestForm
from academy.training.selectors.unsent_requests import FIELDS, read_unsent
from tests.factories.training import CourseFactory


def test_unsent_words_are_read_line_by_line_with_names_in_place_of_codes():
    payload = {
        "title": ["BIA module"],
        "support": ["fees", "time"],
        "award_type": ["module"],
        "need": [""],
        "tab": ["x"],
    }
    assert read_unsent(payload) == {
        "What you ask for": "BIA module",
        "Leads to": "University module",
        "Support": "Fees, Time off to attend",
    }


def test_unsent_course_is_read_by_its_name_and_nonsense_is_left_out(db):
    outside, here = CourseFactory(title="BIA award", is_external=True), CourseFactory()
    assert read_unsent({"course": [str(outside.pk)]}) == {"Course of the offer": "BIA award"}
    assert [read_unsent({"course": [said]}) for said in (str(here.pk), "x", "9" * 40, "")] == [{}] * 4


def test_goal_and_supervision_are_not_named_by_their_numbers():
    assert read_unsent({"goal": ["7"], "supervision": [""]}) == {"Goal it serves": "Chosen"}


def test_every_field_of_the_form_has_a_name():
    assert set(FIELDS) == set(RequestForm.base_fields)
