"""Publishing the next version of a policy: mistakes by line and key, what changes, from a day on."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from academy.desk.selectors.policies import DRAFT_FORM, draft_key
from academy.engines.drafts.models import Draft
from academy.engines.drafts.services.drafts import Sent, save
from academy.people.choices import RoleCode
from academy.training.models import RequirementMatrix, TrainingPolicy
from academy.training.selectors.policies import terms_for
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, account_of, holder_of, staff_of
from tests.factories.training import CourseFactory, TrainingPolicyFactory
from tests.integration.training.windows import crumbs_in, shown, window_of

pytestmark = pytest.mark.django_db
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
def person(council):
    return holder_of(RoleCode.ACADEMY_LEAD, council)


@pytest.fixture
def lead(person):
    return window_of(person)


def at(kind):
    return reverse("policies:publish", args=[kind])


def uploaded(content, name="policy.yaml"):
    return {"upload": SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode()), "text": ""}


def checked(window, kind, text):
    """The page after the text was checked, and what its form would send."""
    page = window.post(at(kind), {"text": text})
    form = page.context["form"]
    return shown(page), {name: form[name].value() or "" for name in ("text", "seen")}


def test_policy_is_checked_shown_with_what_it_changes_and_published(council, lead):
    TrainingPolicyFactory(code="default", content={"hold_days": 14, "offer_hours": 48})
    page, sent = checked(lead, "training", POLICY)
    assert ("The text is in order." in page, TrainingPolicy.objects.count()) == (True, 1)
    assert "Against version default, which would hold on 1 January 2027:" in page
    assert (
        '<th scope="row">hold_days</th> <td data-label="Until then">14</td> <td data-label="From then on">7</td>'
        in page
    )
    assert page.count('<td data-label="Until then">') == 2
    assert "Publish it from 1 January 2027" in page

    page = shown(lead.post(at("training"), sent, follow=True))

    assert ("It is published, and holds from its first day." in page, "Begins later" in page) == (True, True)
    assert [terms_for(council.pk, on=date(2027, 1, day)).hold_days for day in (1, 2)] == [7, 7]
    assert terms_for(council.pk, on=date(2026, 12, 31)).hold_days == 14


def test_page_of_a_text_in_order_says_from_when_for_whom_and_what_stays(council, lead):
    TrainingPolicyFactory(organisation=council, code="2026", content={"hold_days": 3})
    TrainingPolicyFactory(organisation=council, code="2028", content={}, valid_from=date(2028, 1, 1))
    page, _ = checked(lead, "training", POLICY)
    assert "It holds from 1 January 2027 until version 2028 takes its place on 1 January 2028." in page
    assert "Until then version 2026 goes on." in page
    assert "Everybody who asks for training or books a place from that day on, and whoever decides on it." in page
    assert "A request that was handed in before stays under the version it was handed in under." in page
    assert crumbs_in(page) == ["Settings", "Policies", "How training is decided", "The next version"]


def test_text_is_shown_as_staff_will_see_it(lead):
    page, _ = checked(lead, "training", POLICY)
    assert '<span class="app-outline__words">Hold days:</span> 7' in page
    assert '<span class="app-outline__words">Academy lead</span>' in page


def test_text_that_says_the_same_is_told_so(council, lead):
    TrainingPolicyFactory(organisation=council, code="2026", content={"hold_days": 3})
    text = lead.get(at("training")).context["form"]["text"].value()
    assert "It says the same as version 2026." in checked(lead, "training", text)[0]


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
        ("training", POLICY.replace("bexley", "bristol"), "line 1, organisation: it is published for your"),
        ("training", POLICY.replace("01-01", "02-30"), "line 3: day is out of range for month."),
        ("training", "stages: [", "line 1: not YAML"),
        ("training", POLICY + "hold_days: 8\n", "line 7: hold_days is said twice. Say it once."),
        (
            "training",
            POLICY.replace("stages:", "stages: &s").replace("- {", "- *s #"),
            "line 6: *s stands for something",
        ),
        ("training", POLICY.replace("- {decider", "\t- {decider"), "line 6: not YAML: a tab at the beginning"),
        ("training", "- " * 2000, "line 1: lists within lists, too deep."),
        ("training", POLICY.replace("7", "!!python/name:os.system 7"), "line 4: a value that names its type"),
        ("training", "", "Choose a file or write the text."),
        ("training", POLICY.replace("2027-01-01", "2026-01-01"), "line 3, valid_from: Give today or a day to come"),
        ("requirements", MATRIX, "line 8, lines.1.requires: there is no course bexley/law."),
        ("requirements", MATRIX.replace("{service_kind: adults}", "{team: none/such}"), "line 7, lines.1.audiences.1:"),
    ],
)
def test_mistake_is_told_next_to_the_text_with_line_and_key_and_nothing_is_lost(lead, kind, text, says):
    response = lead.post(at(kind), {"text": text})
    page = shown(response)
    assert (response.status_code, says in page, 'id="id_text_error_1"' in page) == (422, True, True)
    assert response.context["form"]["text"].value() == text.strip()
    assert TrainingPolicy.objects.count() + RequirementMatrix.objects.count() == 0


def test_text_far_too_long_is_refused_unread_and_stays_in_the_box(lead):
    text = "a: 1\n" * 110_000
    response = lead.post(at("training"), {"text": text})
    says = "This is too long to be a policy: at most 512 kB, and it has 537 kB."
    assert (response.status_code, says in response.content.decode()) == (422, True)
    assert (len(response.context["form"]["text"].value()) == len(text), response.context["lines"]) == (True, [])


def test_every_mistake_is_told_at_once_under_its_numbered_line(lead):
    page = lead.post(at("training"), {"text": POLICY.replace("7", "0").replace("500", "-1")})
    lines = page.context["lines"]
    assert [line.number for line in lines if line.mistakes] == [4, 6]
    assert '<li value="4" class="app-lines__line app-lines__line--wrong">' in shown(page)


def test_summary_of_many_mistakes_is_short_and_all_stand_under_their_lines(lead):
    wrong = "".join(f"- {{decider: academy_lead, cost_over: {number}.5}}\n" for number in range(15))
    page = lead.post(at("training"), {"text": POLICY + wrong})
    errors = page.context["form"].errors["text"]
    assert (len(errors), errors[-1]) == (11, "5 more stand under their lines.")
    assert sum(len(line.mistakes) for line in page.context["lines"]) == 15


def test_text_that_changed_since_it_was_checked_is_shown_again(lead):
    _, sent = checked(lead, "training", POLICY)
    page = shown(lead.post(at("training"), sent | {"text": POLICY.replace("hold_days: 7", "hold_days: 8")}))
    assert ("The text is in order." in page, TrainingPolicy.objects.count()) == (True, 0)


def test_checking_again_publishes_nothing(lead):
    _, sent = checked(lead, "training", POLICY)
    page = shown(lead.post(at("training"), sent | {"check": "1"}))
    assert ("The text is in order." in page, TrainingPolicy.objects.count()) == (True, 0)


def test_version_with_a_code_that_is_taken_is_refused_next_to_the_text(council, lead):
    _, sent = checked(lead, "training", POLICY)
    TrainingPolicyFactory(organisation=council, code="2027", valid_from=date(2025, 1, 1))
    response = lead.post(at("training"), sent)
    assert (response.status_code, "There is a policy with this code already" in shown(response)) == (422, True)


@pytest.mark.parametrize("content", [POLICY, POLICY.replace("\n", "\r\n"), "\ufeff" + POLICY])
def test_file_is_taken_as_the_text_and_published_after_it_was_shown(lead, content):
    page = lead.post(at("training"), uploaded(content))
    form = page.context["form"]
    assert ("The text is in order." in shown(page), form["text"].value()) == (True, POLICY.strip())
    lead.post(at("training"), {"text": POLICY.replace("\n", "\r\n"), "seen": form["seen"].value()})
    assert TrainingPolicy.objects.get().code == "2027"


def test_mistakes_of_a_file_are_told_beside_its_text(lead):
    page = lead.post(at("training"), uploaded(POLICY.replace("7", "0")))
    assert (page.status_code, page.context["form"]["text"].value()) == (422, POLICY.replace("7", "0").strip())


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"\xff\xfe\x00", "policy.yaml", "This is no text in UTF-8."),
        ("motto: caf\u00e9".encode("latin-1"), "policy.yaml", "This is no text in UTF-8."),
        (b"a: 1\n" * 1_000_000, "policy.yaml", "The file is too big: at most 0.5 MB, and it has 4.8 MB."),
        (b"a: 1", "policy.exe", "Choose a file of these kinds: YAML."),
        (b"", "policy.yaml", "The file is empty."),
    ],
)
def test_file_that_is_no_text_of_ours_is_refused(lead, content, name, says):
    page = lead.post(at("training"), uploaded(content, name))
    assert (page.status_code, says in shown(page), len(page.content) < 60_000) == (422, True, True)


def test_next_version_is_begun_from_what_holds_now_or_from_another(council, lead):
    older = TrainingPolicyFactory(
        organisation=council, code="2025", content={"hold_days": 2}, valid_from=date(2025, 1, 1)
    )
    TrainingPolicyFactory(organisation=council, code="2026", content={"hold_days": 3})
    text = lead.get(at("training")).context["form"]["text"].value()
    assert text == "organisation: bexley\ncode: 2026-2\nvalid_from: 2026-11-17\nhold_days: 3\n"
    text = lead.get(at("training"), {"from": older.pk}).context["form"]["text"].value()
    assert text == "organisation: bexley\ncode: 2026-2\nvalid_from: 2026-11-17\nhold_days: 2\n"


def test_first_version_is_begun_from_a_commented_example(lead):
    text = lead.get(at("requirements")).context["form"]["text"].value()
    assert text.startswith("organisation: bexley\ncode: '2026'\nvalid_from: 2026-11-17\nsoon_days: 60")
    assert "lines:                             # each line asks one thing of some people" in text


def test_unsent_words_come_back_and_go_when_they_are_published(council, person, lead):
    key = draft_key("training", organisation_id=council.pk)
    save(owner=account_of(person), form=DRAFT_FORM, key=key, sent=Sent(0, payload={"text": [POLICY]}), at=NOW)
    assert lead.get(at("training")).context["form"]["text"].value() == POLICY
    _, sent = checked(lead, "training", POLICY)
    lead.post(at("training"), sent)
    assert (Draft.objects.count(), TrainingPolicy.objects.count()) == (0, 1)


def test_unsent_words_are_discarded_on_the_page(council, person, lead):
    key = draft_key("training", organisation_id=council.pk)
    save(owner=account_of(person), form=DRAFT_FORM, key=key, sent=Sent(0, payload={"text": [POLICY]}), at=NOW)
    page = shown(lead.post(at("training"), {"discard": "1"}, follow=True))
    assert ("The unsaved words are gone." in page, Draft.objects.count()) == (True, 0)


def test_academy_reads_and_only_its_lead_publishes(council):
    keeper = window_of(holder_of(RoleCode.ACADEMY_STAFF, council))
    assert keeper.get(at("training")).status_code == 403
    assert window_of(staff_of(council)).get(at("training")).status_code == 403


def test_kind_there_is_not_is_not_found(lead):
    assert lead.get(at("nothing")).status_code == 404
