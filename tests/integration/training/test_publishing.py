"""Publishing how training is decided and what is required: mistakes by line and key, what changes, from a day on."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from academy.people.choices import RoleCode
from academy.training.models import RequirementMatrix, TrainingPolicy
from academy.training.selectors.policies import terms_for
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, holder_of, staff_of
from tests.factories.training import CourseFactory, TrainingPolicyFactory
from tests.integration.training.windows import own_queries, shown, window_of

pytestmark = pytest.mark.django_db
# Queries of the page beyond those every page asks.
PAGE = 5
POLICIES = "/settings/training/policies/"
POLICY = """organisation: bexley
code: "2027"
valid_from: 2027-01-01
hold_days: 7
stages:
- {decider: academy_lead, cost_over: 500}
"""
MATRIX = """organisation: bexley
code: "2027"
valid_from: 2027-01-01
lines:
- code: law
  source: The Care Act 2014
  audiences: [{service_kind: adults}]
  requires: {course: law}
"""


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    return OrganisationFactory(slug="bexley")


@pytest.fixture
def lead(council):
    return window_of(holder_of(RoleCode.ACADEMY_LEAD, council))


def at(kind):
    return reverse("training_settings:publish-policy", args=[kind])


def checked(window, kind, text):
    """The page after the text was checked, and what its form would send."""
    page = window.post(at(kind), {"text": text})
    form = page.context["form"]
    return shown(page), {name: form[name].value() or "" for name in ("text", "seen")}


def test_policy_is_checked_shown_with_what_it_changes_and_published(council, lead):
    TrainingPolicyFactory(code="default", content={"hold_days": 14, "offer_hours": 48})
    page, sent = checked(lead, "training", POLICY)
    assert ("The text is in order. Against version default" in page, TrainingPolicy.objects.count()) == (True, 1)
    assert (
        '<th scope="row">hold_days</th> <td data-label="Until then">14</td> <td data-label="From then on">7</td>'
        in page
    )
    assert "Publish it from 1 January 2027" in page

    page = shown(lead.post(at("training"), sent, follow=True))

    assert ("It is published, and holds from its first day." in page, "Begins later" in page) == (True, True)
    assert [terms_for(council.pk, on=date(2027, 1, day)).hold_days for day in (1, 2)] == [7, 7]
    assert terms_for(council.pk, on=date(2026, 12, 31)).hold_days == 14


def test_matrix_is_checked_and_published_on_the_same_page(council, lead):
    CourseFactory(organisation=council, code="law")
    page, sent = checked(lead, "requirements", MATRIX)
    assert "Nothing holds on 1 January 2027 yet." in page
    lead.post(at("requirements"), sent)
    matrix = RequirementMatrix.objects.get()
    assert (matrix.code, matrix.organisation, matrix.content["lines"][0]["code"]) == ("2027", council, "law")


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        (
            "training",
            POLICY.replace("hold_days: 7", "hold_days: many"),
            "line 4, hold_days: it has to be a whole number",
        ),
        (
            "training",
            POLICY.replace("cost_over", "cost_above"),
            "line 6, stages.1.cost_above: this key is not known here; perhaps cost_over is meant",
        ),
        (
            "training",
            POLICY.replace("bexley", "bristol"),
            "line 1, organisation: it is published for your",
        ),
        ("training", POLICY.replace("01-01", "02-30"), "line 3: day is out of range for month."),
        ("training", "stages: [", "line 1: not YAML"),
        ("training", "", "Choose a file or write the text."),
        ("training", POLICY.replace("2027-01-01", "2026-01-01"), "line 3, valid_from: Give today or a day to come"),
        ("requirements", MATRIX, "line 8, lines.1.requires: there is no course bexley/law."),
        ("requirements", MATRIX.replace("{service_kind: adults}", "{team: none/such}"), "line 7, lines.1.audiences.1:"),
    ],
)
def test_mistake_is_told_next_to_the_text_with_line_and_key_and_nothing_is_lost(council, lead, kind, text, says):
    response = lead.post(at(kind), {"text": text})
    page = shown(response)
    assert (response.status_code, says in page, 'id="id_text_error_1"' in page) == (422, True, True)
    assert response.context["form"]["text"].value() == text.strip()
    assert TrainingPolicy.objects.count() + RequirementMatrix.objects.count() == 0


def test_every_mistake_is_told_at_once(council, lead):
    page = shown(lead.post(at("training"), {"text": POLICY.replace("7", "0").replace("500", "-1")}))
    assert ("line 4, hold_days" in page, "line 6, stages.1.cost_over" in page) == (True, True)


def test_text_that_changed_since_it_was_checked_is_shown_again(council, lead):
    _, sent = checked(lead, "training", POLICY)
    page = shown(lead.post(at("training"), sent | {"text": POLICY.replace("hold_days: 7", "hold_days: 8")}))
    assert ("The text is in order." in page, TrainingPolicy.objects.count()) == (True, 0)


def test_checking_again_publishes_nothing(council, lead):
    _, sent = checked(lead, "training", POLICY)
    page = shown(lead.post(at("training"), sent | {"check": "1"}))
    assert ("The text is in order." in page, TrainingPolicy.objects.count()) == (True, 0)


def test_version_with_a_code_that_is_taken_is_refused_next_to_the_text(council, lead):
    _, sent = checked(lead, "training", POLICY)
    TrainingPolicyFactory(organisation=council, code="2027", valid_from=date(2025, 1, 1))
    response = lead.post(at("training"), sent)
    assert (response.status_code, "There is a policy with this code already" in shown(response)) == (422, True)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_file_is_taken_as_the_text_and_published_after_it_was_shown(council, lead, ending):
    upload = SimpleUploadedFile("policy.yaml", POLICY.replace("\n", ending).encode())
    page = lead.post(at("training"), {"upload": upload, "text": ""})
    form = page.context["form"]
    assert ("The text is in order." in shown(page), form["text"].value()) == (True, POLICY.strip())
    lead.post(at("training"), {"text": POLICY.replace("\n", "\r\n"), "seen": form["seen"].value()})
    assert TrainingPolicy.objects.get().code == "2027"


def test_mistakes_of_a_file_are_told_beside_its_text(council, lead):
    upload = SimpleUploadedFile("policy.yaml", POLICY.replace("7", "0").encode())
    page = lead.post(at("training"), {"upload": upload, "text": ""})
    assert (page.status_code, page.context["form"]["text"].value()) == (422, POLICY.replace("7", "0").strip())


def test_file_that_is_no_text_is_refused(council, lead):
    page = lead.post(at("training"), {"upload": SimpleUploadedFile("policy.yaml", b"\xff\xfe\x00"), "text": ""})
    assert (page.status_code, "This is no text in UTF-8." in shown(page)) == (422, True)


def test_next_version_is_begun_from_what_holds_now(council, lead):
    TrainingPolicyFactory(organisation=council, code="2026", content={"hold_days": 3})
    text = lead.get(at("training")).context["form"]["text"].value()
    assert text == "organisation: bexley\ncode: 2026-2\nvalid_from: 2026-11-17\nhold_days: 3\n"


def test_list_says_which_version_holds_and_what_it_says(council, lead):
    TrainingPolicyFactory(code="default", content={"hold_days": 21})
    TrainingPolicyFactory(organisation=council, code="2026", content={"hold_days": 3}, valid_to=date(2026, 12, 31))
    page = shown(lead.get(POLICIES))
    assert page.index("Holds now") < page.index("hold_days: 3") < page.index("hold_days: 21")
    assert (page.count("Holds now"), "until 31 December 2026" in page, "Came with the portal" in page) == (
        1,
        True,
        True,
    )
    assert ("For all academies without one of their own" in page, "None yet." in page) == (True, True)


def test_list_shows_nothing_of_elsewhere(council, lead):
    TrainingPolicyFactory(organisation=OrganisationFactory(), code="elsewhere")
    assert "elsewhere" not in shown(lead.get(POLICIES))


def test_academy_reads_and_only_its_lead_publishes(council):
    keeper = window_of(holder_of(RoleCode.ACADEMY_STAFF, council))
    page = shown(keeper.get(POLICIES))
    assert ("How training is decided" in page, "Publish the next version" in page) == (True, False)
    assert keeper.get(at("training")).status_code == 403
    assert window_of(staff_of(council)).get(POLICIES).status_code == 403


def test_kind_there_is_not_is_not_found(lead):
    assert lead.get(at("nothing")).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_database_as_often_however_many_versions_there_are(council, lead, number):
    for each in range(number):
        TrainingPolicyFactory(organisation=council, valid_from=date(2026, 1, each + 1))
        matrix = {"code": f"m{each}", "valid_from": date(2026, 1, each + 1), "checksum": "0" * 64}
        RequirementMatrix.objects.create(organisation=council, content={"lines": []}, **matrix)
    assert own_queries(lead, POLICIES) == PAGE
