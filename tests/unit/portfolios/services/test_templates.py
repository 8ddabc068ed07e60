from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.choices import Origin
from academy.engines.reference.publishing.checking import YOUR_TEXT
from academy.engines.reference.reading import BadFile, BadPlace, check, read, sources_of
from academy.people.choices import RoleCode
from portfolios.choices.portfolios import Purpose
from portfolios.models import PortfolioTemplate
from portfolios.reference.portfolio_templates import EXAMPLE, TEMPLATES
from portfolios.schema.template import TemplateFile
from portfolios.services.templates import load_template, publish_template, said_by_template, withdraw_template
from tests.factories.frameworks import loaded, shipped
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.unit.portfolios.services.test_template_faults import TEMPLATE

pytestmark = pytest.mark.django_db
KEY = "seaborough/master/2027"
FRAMEWORKS = ("pcf", "adult-pqs", "hcpc-social-workers", "swe-professional-standards", "child-family-pqs")
MORE = ("peps", "amhp", "safeguarding-capability")


def template_file(**changes):
    return check(TemplateFile, TEMPLATE, name=YOUR_TEXT).model_copy(update=changes)


@pytest.fixture
def council():
    loaded()
    return OrganisationFactory(slug="seaborough")


@pytest.fixture
def lead(council):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, council))


def test_template_is_loaded_once_and_again_when_it_changes(council):
    assert [change.verb for change in load_template(template_file(), on=TODAY)] == ["added"]
    assert load_template(template_file(), on=TODAY) == []
    [changed] = load_template(template_file(title="Another title"), on=TODAY)

    stored = PortfolioTemplate.objects.get()
    assert (changed.verb, changed.fields, changed.key) == ("changed", ("title", "checksum"), KEY)
    assert (stored.organisation, stored.template, stored.code, stored.purpose) == (council, "master", "2027", "course")
    assert TemplateFile.model_validate({"code": "x", "valid_from": TODAY, **said_by_template(stored)}).content == (
        template_file().content
    )


def test_template_taken_away_ends_and_comes_back(council):
    load_template(template_file(), on=TODAY)
    load_template(template_file(organisation=None), on=TODAY)

    assert [change.key for change in withdraw_template(KEY, on=TODAY)] == [KEY]
    assert withdraw_template(KEY, on=TODAY) == []
    assert PortfolioTemplate.objects.filter(withdrawn_on=None).get().organisation is None
    assert [change.key for change in withdraw_template("all/master/2027", on=TODAY)] == ["all/master/2027"]
    assert [change.verb for change in load_template(template_file(), on=TODAY)] == ["returned"]


def test_template_of_an_unknown_organisation_and_one_with_a_fault_are_refused(council):
    with pytest.raises(BadFile, match="there is no organisation nowhere"):
        load_template(template_file(organisation="nowhere"), on=TODAY)
    with pytest.raises(BadPlace, match="used more than once"):
        load_template(template_file(sections=[*template_file().sections, template_file().sections[0]]), on=TODAY)
    assert PortfolioTemplate.objects.count() == 0


def test_published_template_is_left_alone(council):
    load_template(template_file(), on=TODAY)
    PortfolioTemplate.objects.update(origin=Origin.PUBLISHED, published_at=NOW, published_by=PersonFactory())

    with pytest.raises(BadFile, match="published by a person"):
        load_template(template_file(title="Another"), on=TODAY)
    assert withdraw_template(KEY, on=TODAY) == []


def test_lead_publishes_an_edition_of_her_organisation_s_template(council, lead):
    version = publish_template(organisation=council, content=template_file(), by=lead, at=NOW)

    assert (version.origin, version.published_by_id, version.code) == (Origin.PUBLISHED, lead.person_id, "2027")
    assert Event.objects.get().act == "portfolios.template.publish"
    with pytest.raises(Refused, match="with this code already"):
        publish_template(organisation=council, content=template_file(), by=lead, at=NOW)
    with pytest.raises(Refused, match="Another policy begins on this day"):
        publish_template(organisation=council, content=template_file(code="other"), by=lead, at=NOW)


def test_template_published_by_anybody_else_or_wrong_in_itself_is_refused(council, lead):
    wrong = TemplateFile.model_validate({**template_file().model_dump(mode="python"), "frameworks": [{"code": "pcf"}]})
    with pytest.raises(Refused, match="Only the academy lead"):
        publish_template(organisation=council, content=wrong, by=as_actor(staff_of(council)), at=NOW)
    with pytest.raises(Refused, match="no edition of pcf is in force"):
        publish_template(organisation=council, content=wrong, by=lead, at=NOW)
    assert PortfolioTemplate.objects.count() == 0


def test_everything_that_comes_with_the_portal_loads_and_covers_every_purpose():
    shipped(*FRAMEWORKS, *MORE)
    for slug in ("bristol", "herefordshire"):
        OrganisationFactory(slug=slug)
    for file in map(read, sources_of(TEMPLATES)):
        load_template(file.parsed, on=TODAY)

    stored = PortfolioTemplate.objects.in_force(date(2026, 6, 1))
    assert {row.purpose for row in stored} == set(Purpose.values)
    assert all(row.content["sources"] and row.content["statement"] for row in stored)
    apart = [row.organisation.slug if row.organisation else "all" for row in stored.filter(template="peps-1")]
    assert sorted(apart) == ["all", "bristol"]


def test_example_a_lead_begins_from_has_the_right_shape():
    text = f"organisation: seaborough\ncode: new\nvalid_from: 2027-01-01\n{EXAMPLE}"

    assert check(TemplateFile, text, name=YOUR_TEXT).template == "return-to-practice"
