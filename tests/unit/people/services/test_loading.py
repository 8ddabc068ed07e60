from datetime import date

import pytest

from academy.engines.reference.reading import BadFile
from academy.identity.models import Organisation
from academy.people.models import AcademyPage, OrganisationLink, PartnershipMember, Service, Team
from academy.people.schema.places import OrganisationFile
from academy.people.services.loading import end_organisation, load_organisation, partners_named
from tests.factories.identity import OrganisationFactory
from tests.factories.people import PartnershipMemberFactory, ServiceFactory, TeamFactory

pytestmark = pytest.mark.django_db

ON = date(2026, 3, 1)
THE_DAY_BEFORE = date(2026, 2, 28)
BRISTOL = {"slug": "bristol", "name": "Bristol City Council", "short_name": "Bristol", "kind": "council"}
SOUTH = {"code": "south", "name": "South Locality", "from_on": date(2015, 4, 1)}
NORTH = {"code": "north", "name": "North Locality", "from_on": date(2015, 4, 1)}
ADULTS = {"code": "adults", "name": "Adult Social Care", "kind": "adults", "teams": [SOUTH, NORTH]}
VISION, PLATFORM = {"title": "Vision", "url": "https://council.example/vision"}, {"title": "Platform"}


def load(**content) -> list[str]:
    file = OrganisationFile.model_validate({"organisation": BRISTOL} | content)
    return [str(change).strip() for change in load_organisation(file, on=ON)]


def test_organisation_is_added_with_everything_its_file_says():
    page = {"approach_name": "Everyday Learning", "promise": ["Begin", "Flourish", "Excel"]}

    changes = load(page=page, links=[VISION, PLATFORM], services=[ADULTS])

    assert [line.split()[1] for line in changes] == [
        "bristol",
        "bristol/page",
        "bristol/Vision",
        "bristol/Platform",
        "bristol/adults",
        "bristol/adults/south",
        "bristol/adults/north",
    ]
    written = AcademyPage.objects.get(organisation__slug="bristol")
    assert (written.approach_name, written.promise, written.by_experience, written.from_others, written.formal) == (
        "Everyday Learning",
        ["Begin", "Flourish", "Excel"],
        70,
        20,
        10,
    )


def test_same_file_again_changes_nothing():
    load(page={}, links=[VISION], services=[ADULTS])

    assert load(page={}, links=[VISION], services=[ADULTS]) == []


def test_changed_fields_are_named():
    load(services=[ADULTS])

    renamed = BRISTOL | {"short_name": "Bristol City"}
    assert load(organisation=renamed, services=[ADULTS]) == ["changed   bristol (short_name)"]


def test_team_its_file_holds_no_longer_ends_the_day_before():
    load(services=[ADULTS])

    assert load(services=[ADULTS | {"teams": [SOUTH]}]) == ["withdrawn bristol/adults/north"]
    assert Team.objects.get(code="north").until_on == THE_DAY_BEFORE


def test_team_that_comes_back_goes_on():
    load(services=[ADULTS])
    load(services=[ADULTS | {"teams": [SOUTH]}])

    assert load(services=[ADULTS]) == ["changed   bristol/adults/north (until_on)"]
    assert Team.objects.get(code="north").until_on is None


def test_team_an_organisation_added_itself_is_left_alone():
    load(services=[ADULTS])
    own = TeamFactory(service=Organisation.objects.get(slug="bristol").services.get())

    assert load(services=[ADULTS]) == []
    own.refresh_from_db()
    assert own.until_on is None


def test_service_its_file_holds_no_longer_is_withdrawn_once():
    load(services=[ADULTS])

    assert load() == ["withdrawn bristol/adults"]
    assert load() == []


def test_links_change_places_and_one_that_is_gone_is_withdrawn():
    load(links=[VISION, PLATFORM])

    assert load(links=[PLATFORM, VISION]) == ["changed   bristol/Platform (order)", "changed   bristol/Vision (order)"]
    assert load(links=[PLATFORM]) == ["withdrawn bristol/Vision"]
    assert list(OrganisationLink.objects.order_by("pk").values_list("title", "url", "order", "withdrawn_on")) == [
        ("Vision", "https://council.example/vision", 2, ON),
        ("Platform", "", 1, None),
    ]


def test_link_in_the_place_of_a_withdrawn_one_is_kept_and_the_withdrawn_one_returns_behind_it():
    load(links=[VISION])
    load(links=[])

    assert load(links=[PLATFORM]) == ["added     bristol/Platform"]
    assert load(links=[PLATFORM, VISION]) == ["returned  bristol/Vision"]


PARTNERSHIP = {"slug": "north-west", "name": "North West", "short_name": "North West", "kind": "partnership"}


def test_partners_begin_and_end_with_the_file():
    OrganisationFactory(slug="brent")
    OrganisationFactory(slug="ealing")
    both = [{"organisation": slug, "from_on": date(2013, 1, 1)} for slug in ("brent", "ealing")]
    load(organisation=PARTNERSHIP, partners=both)

    assert load(organisation=PARTNERSHIP, partners=both[:1]) == ["withdrawn north-west/ealing"]
    assert dict(PartnershipMember.objects.values_list("member__slug", "until_on")) == {
        "brent": None,
        "ealing": THE_DAY_BEFORE,
    }


def test_partner_whose_dates_were_given_on_a_page_is_left_alone():
    OrganisationFactory(slug="brent")
    OrganisationFactory(slug="ealing")
    brent, ealing = ({"organisation": slug, "from_on": date(2013, 1, 1)} for slug in ("brent", "ealing"))
    load(organisation=PARTNERSHIP, partners=[brent])
    PartnershipMember.objects.update(until_on=THE_DAY_BEFORE, origin="published")
    partnership = Organisation.objects.get(slug="north-west")
    PartnershipMemberFactory(partnership=partnership, member=Organisation.objects.get(slug="ealing"), from_on=ON)

    assert load(organisation=PARTNERSHIP, partners=[brent, ealing]) == []
    assert load(organisation=PARTNERSHIP, partners=[]) == []
    assert list(PartnershipMember.objects.order_by("pk").values_list("from_on", "until_on")) == [
        (date(2013, 1, 1), THE_DAY_BEFORE),
        (ON, None),
    ]


def test_organisation_changed_on_a_page_is_left_as_it_is_and_its_services_still_come():
    load()
    Organisation.objects.update(name="Bristol", origin="published", ends_on=None)

    assert load(services=[ADULTS])[0] == "added     bristol/adults"
    assert end_organisation("bristol", on=ON) == []
    assert list(Organisation.objects.values_list("name", "ends_on")) == [("Bristol", None)]


def test_partner_nobody_holds_is_a_mistake_in_the_file():
    with pytest.raises(BadFile) as bad:
        load(organisation=PARTNERSHIP, partners=[{"organisation": "brent", "from_on": date(2013, 1, 1)}])

    assert bad.value.mistakes == ["north-west: names the partner brent, which no file holds."]


def test_partners_named_are_loaded_first():
    file = OrganisationFile.model_validate(
        {"organisation": PARTNERSHIP, "partners": [{"organisation": "brent", "from_on": date(2013, 1, 1)}]}
    )

    assert partners_named(file) == frozenset({"brent"})


def test_organisation_whose_file_is_gone_ends_the_day_before_once():
    load()

    assert [str(change).strip() for change in end_organisation("bristol", on=ON)] == ["withdrawn bristol"]
    assert Organisation.objects.get(slug="bristol").ends_on == THE_DAY_BEFORE
    assert end_organisation("bristol", on=date(2026, 4, 1)) == []


def test_organisation_that_was_to_begin_later_ends_on_its_first_day():
    load(organisation=BRISTOL | {"starts_on": date(2026, 4, 1)})

    end_organisation("bristol", on=ON)

    assert Organisation.objects.get(slug="bristol").ends_on == date(2026, 4, 1)


def test_what_was_changed_or_added_on_a_page_stays_as_it_is():
    load(services=[ADULTS])
    Team.objects.filter(code="south").update(name="South", origin="published")
    Service.objects.filter(code="adults").update(name="Adults", origin="published")
    ServiceFactory(organisation=Organisation.objects.get(slug="bristol"), code="early-help")

    changes = load(services=[ADULTS])

    assert changes == []
    assert list(Team.objects.order_by("code").values_list("name", flat=True)) == ["North Locality", "South"]
    assert set(Service.objects.values_list("code", "name", "withdrawn_on")) == {
        ("adults", "Adults", None),
        ("early-help", Service.objects.get(code="early-help").name, None),
    }
