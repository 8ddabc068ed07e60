from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.choices import Origin
from academy.engines.reference.reading import BadFile, BadPlace
from academy.people.choices import RoleCode
from pathways.models import LadderVersion
from pathways.schema.ladder import LadderFile
from pathways.selectors.standings import standings_of
from pathways.services.ladders import load_ladder, publish, withdraw_ladder
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.pathways import JourneyFactory, ladder_file, practitioner_of
from tests.factories.people import NOW, GradeFactory, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db
KEY = "anywhere/adults/2026"
AWARD = {"award": "autism"}


@pytest.fixture
def council():
    council = OrganisationFactory(slug="anywhere")
    practitioner_of(council)
    for rank, code in enumerate(["BG11", "BG12"], start=20):
        GradeFactory(organisation=council, code=code, rank=rank)
    return council


@pytest.fixture
def lead(council):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, council))


def test_ladder_is_loaded_once_and_again_when_it_changes(council):
    assert [change.verb for change in load_ladder(ladder_file(), on=TODAY)] == ["added"]
    assert load_ladder(ladder_file(), on=TODAY) == []
    [changed] = load_ladder(ladder_file(title="Another title"), on=TODAY)

    stored = LadderVersion.objects.get()
    assert (changed.verb, changed.fields) == ("changed", ("title", "checksum"))
    assert (stored.organisation, stored.ladder, stored.code, stored.service_kind) == (
        council,
        "adults",
        "2026",
        "adults",
    )
    assert str(stored) == "Another title, 2026"


def test_ladder_taken_away_ends_and_comes_back(council):
    load_ladder(ladder_file(), on=TODAY)

    assert [change.key for change in withdraw_ladder(KEY, on=TODAY)] == [KEY]
    assert LadderVersion.objects.get().withdrawn_on == TODAY
    assert withdraw_ladder(KEY, on=TODAY) == []
    assert [change.verb for change in load_ladder(ladder_file(), on=TODAY)] == ["returned"]


def test_ladder_of_an_unknown_organisation_and_one_with_a_circle_are_refused(council):
    with pytest.raises(BadFile, match="there is no organisation nowhere"):
        load_ladder(ladder_file(organisation="nowhere"), on=TODAY)
    back = {"code": "back", "from": "bg12", "to": "level-2", "mechanisms": ["panel"], "how": "Back again"}
    steps = [step.model_dump(mode="json", by_alias=True, exclude_none=True) for step in ladder_file().steps]
    with pytest.raises(BadPlace, match="a circle"):
        load_ladder(ladder_file(steps=[*steps, back]), on=TODAY)
    assert LadderVersion.objects.count() == 0


def test_published_ladder_is_left_alone(council):
    load_ladder(ladder_file(), on=TODAY)
    LadderVersion.objects.update(origin=Origin.PUBLISHED, published_at=NOW, published_by=PersonFactory())

    with pytest.raises(BadFile, match="published by a person"):
        load_ladder(ladder_file(title="Another"), on=TODAY)
    assert withdraw_ladder(KEY, on=TODAY) == []


def test_lead_publishes_an_edition_of_her_organisation_s_ladder(council, lead):
    version = publish(organisation=council, content=ladder_file(), by=lead, at=NOW)

    assert (version.origin, version.published_by_id, version.code) == (Origin.PUBLISHED, lead.person_id, "2026")
    assert Event.objects.get().act == "pathways.ladder.publish"
    with pytest.raises(Refused, match="with this code already"):
        publish(organisation=council, content=ladder_file(), by=lead, at=NOW)
    with pytest.raises(Refused, match="Another policy begins on this day"):
        publish(organisation=council, content=ladder_file(code="other"), by=lead, at=NOW)


def test_two_ladders_of_one_organisation_begin_on_the_same_day(council, lead):
    publish(organisation=council, content=ladder_file(), by=lead, at=NOW)
    publish(organisation=council, content=ladder_file(ladder="children", service_kind="children"), by=lead, at=NOW)

    assert sorted(LadderVersion.objects.values_list("ladder", flat=True)) == ["adults", "children"]


def test_ladder_published_by_anybody_else_or_wrong_in_itself_is_refused(council, lead):
    with pytest.raises(Refused, match="Only the academy lead"):
        publish(organisation=council, content=ladder_file(), by=as_actor(staff_of(council)), at=NOW)
    with pytest.raises(Refused, match="no step leads by"):
        publish(organisation=council, content=ladder_file(steps=[]), by=lead, at=NOW)
    assert LadderVersion.objects.count() == 0


def test_edition_begins_on_its_first_day_and_holds_until_its_last(council):
    load_ladder(ladder_file(valid_to=date(2026, 12, 31)), on=TODAY)
    load_ladder(ladder_file(code="2027", valid_from=date(2027, 1, 1)), on=TODAY)

    for day, code in ((date(2026, 12, 31), "2026"), (date(2027, 1, 1), "2027")):
        assert [version.code for version in LadderVersion.objects.in_force(day)] == [code]


def test_pathway_added_by_a_lead_is_open_to_those_who_begin_afterwards(council, lead):
    load_ladder(ladder_file(), on=TODAY)
    before = practitioner_of(council)
    JourneyFactory(person=before, organisation=council, ladder=LadderVersion.objects.get())
    said = ladder_file().model_dump(mode="json", by_alias=True, exclude_none=True)
    autism = {"code": "autism", "title": "Autism", "stages": [{"code": "a", "title": "A module", "requires": AWARD}]}
    said["pathways"].append(autism)
    said["steps"][0]["pathways"].append("autism")
    said |= {"code": "2027", "valid_from": TODAY}
    publish(organisation=council, content=LadderFile.model_validate(said), by=lead, at=NOW)

    def ways(person):
        [standing] = standings_of([person.pk], on=TODAY)[person.pk]
        return standing.steps[0].pathways

    assert ways(practitioner_of(council)) == ["mca-bia", "specialist", "amhp", "autism"]
    assert ways(before) == ["mca-bia", "specialist", "amhp"]
