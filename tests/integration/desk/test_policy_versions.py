"""What holds of every kind of policy, what held before, each version's text, and withdrawing one."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from academy.engines.audit.models import Event
from academy.engines.reference.publishing.kinds import published_kinds
from academy.people.choices import RoleCode
from academy.training.models import RequirementMatrix, TrainingPolicy
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, holder_of, staff_of
from tests.factories.training import TrainingPolicyFactory
from tests.integration.training.windows import own_queries, shown, window_of

pytestmark = pytest.mark.django_db
START = "/settings/policies/"
TRAINING = f"{START}training/"


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


def published(council, **said):
    lead = holder_of(RoleCode.ACADEMY_LEAD, council)
    return TrainingPolicyFactory(
        organisation=council, origin="published", published_at=NOW, published_by=lead, **{"code": "2026", **said}
    )


def test_list_names_every_kind_with_what_holds_and_what_comes(council, lead):
    TrainingPolicyFactory(code="default", valid_from=date(2020, 1, 1))
    TrainingPolicyFactory(organisation=council, code="next", valid_from=date(2027, 1, 1))
    page = shown(lead.get(START))
    assert [kind.words in page for kind in published_kinds()] == [True] * len(published_kinds())
    assert "default<small>for all academies, from 1 January 2020</small>" in page
    assert (
        '<td data-label="Coming"><span class="app-standing">next<small>from 1 January 2027</small></span></td>' in page
    )


def test_versions_are_listed_with_how_each_stands(council, lead):
    TrainingPolicyFactory(code="default", content={"hold_days": 21})
    TrainingPolicyFactory(organisation=council, code="2024", valid_from=date(2024, 1, 1))
    published(council, code="2026", valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))
    published(council, code="taken-back", valid_from=date(2025, 1, 1), withdrawn_on=date(2025, 2, 1))
    response = lead.get(TRAINING)
    stand = [(each.version.code, each.stands.name) for each in response.context["standings"]]
    assert stand == [("2026", "IN_FORCE"), ("taken-back", "WITHDRAWN"), ("2024", "PAST"), ("default", "ELSEWHERE")]
    page = shown(response)
    assert ("until 31 December 2026" in page, "withdrawn from 1 February 2025" in page) == (True, True)
    assert page.count("Withdraw<span") == 1


def test_nothing_of_elsewhere_is_listed_or_read(council, lead):
    elsewhere = TrainingPolicyFactory(organisation=OrganisationFactory(), code="elsewhere")
    assert "elsewhere" not in shown(lead.get(TRAINING))
    for name in ("version", "text", "withdraw"):
        assert lead.get(reverse(f"policies:{name}", args=["training", elsewhere.pk])).status_code == 404


def test_version_is_read_as_staff_see_it_and_as_it_is_written(council, lead):
    policy = TrainingPolicyFactory(organisation=council, code="2026", content={"hold_days": 3})
    page = shown(lead.get(reverse("policies:version", args=["training", policy.pk])))
    assert '<span class="app-outline__words">Hold days:</span> 3' in page
    assert "organisation: bexley code: &#x27;2026&#x27; valid_from:" in page


def test_version_the_schema_of_today_does_not_read_is_shown_as_text(council, lead):
    policy = TrainingPolicyFactory(organisation=council, code="2026", content={"long_gone": 3})
    page = shown(lead.get(reverse("policies:version", args=["training", policy.pk])))
    assert ("It was written for an earlier edition of the portal." in page, "long_gone: 3" in page) == (True, True)


def test_version_is_downloaded_as_yaml(council, lead):
    policy = TrainingPolicyFactory(
        organisation=council, code="2026", content={"hold_days": 3}, valid_from=date(2026, 1, 1), valid_to=NOW.date()
    )
    response = lead.get(reverse("policies:text", args=["training", policy.pk]))
    assert response["Content-Disposition"] == 'attachment; filename="training-2026.yaml"'
    assert response.content.decode() == (
        "organisation: bexley\ncode: '2026'\nvalid_from: 2026-01-01\nvalid_to: 2026-11-17\nhold_days: 3\n"
    )


def test_lead_withdraws_what_was_published_after_reading_what_holds_then(council, lead):
    TrainingPolicyFactory(code="default")
    policy = published(council)
    address = reverse("policies:withdraw", args=["training", policy.pk])
    page = shown(lead.get(address))
    assert "Version default, for all academies without one of their own, holds instead." in page
    page = shown(lead.post(address, follow=True))
    policy.refresh_from_db()
    assert ("It is withdrawn." in page, policy.withdrawn_on) == (True, NOW.date())
    assert Event.objects.get().act == "reference.version.withdraw"
    assert lead.get(address).status_code == 404


def test_what_came_with_the_portal_is_not_withdrawn(council, lead):
    policy = TrainingPolicyFactory(organisation=council, code="2026")
    assert lead.get(reverse("policies:withdraw", args=["training", policy.pk])).status_code == 404


def test_academy_reads_and_only_its_lead_withdraws(council):
    policy = published(council)
    keeper, colleague = window_of(holder_of(RoleCode.ACADEMY_STAFF, council)), window_of(staff_of(council))
    page = shown(keeper.get(TRAINING))
    assert ("How training is decided" in page, "Write the next version" in page) == (True, False)
    assert keeper.post(reverse("policies:withdraw", args=["training", policy.pk])).status_code == 403
    assert [colleague.get(url).status_code for url in (START, TRAINING)] == [403, 403]
    assert TrainingPolicy.objects.get().withdrawn_on is None


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_once_for_each_kind_however_many_versions_there_are(council, lead, number):
    for each in range(number):
        TrainingPolicyFactory(organisation=council, valid_from=date(2026, 1, each + 1))
        matrix = {"code": f"m{each}", "valid_from": date(2026, 1, each + 1), "checksum": "0" * 64}
        RequirementMatrix.objects.create(organisation=council, content={"lines": []}, **matrix)
    assert own_queries(lead, START) == 1 + len(published_kinds())
