"""Loading induction programmes, and what the shipped ones say: ids are those of the checklist."""

from datetime import date

import pytest
import yaml
from pydantic import ValidationError

from academy.development.models import InductionItem, InductionProgramme
from academy.development.reference.inductions import INDUCTION_PROGRAMMES
from academy.development.schema.inductions import ProgrammeFile
from academy.development.services.induction_programmes import load_programme, publish_programme, withdraw_programme
from academy.engines.audit.commands import Refused
from academy.engines.reference.reading import BadFile
from academy.people.choices import RoleCode
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.inductions import InductionProgrammeFactory
from tests.factories.people import NOW, JobRoleFactory, as_actor, holder_of

DAY = date(2024, 1, 1)


def file(*codes, **said):
    items = [{"code": code, "kind": "know", "component": "visits", "title": f"About {code}"} for code in codes]
    components = [{"code": "visits", "title": "Visits"}]
    return ProgrammeFile.model_validate(
        {"code": "own", "title": "Induction", "valid_from": DAY, "components": components, "items": items, **said}
    )


def items():
    rows = InductionItem.objects.order_by("withdrawn_on", "order", "pk")
    return [(row.code, row.order) for row in rows if row.withdrawn_on is None]


def shipped():
    paths = INDUCTION_PROGRAMMES.path.glob("*.yaml")
    return [ProgrammeFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths]


def test_shipped_programmes_are_due_after_six_months_and_ask_all_three_kinds():
    found = {each.key: (each.months, {item.kind.value for item in each.items}) for each in shipped()}

    assert found == dict.fromkeys(
        [
            "all/general/2020-01-01",
            "bexley/adult-social-care/2018-04-01",
            "bexley/adult-social-care/2020-04-01",
            "bristol/induction-and-probation/2020-01-01",
        ],
        (6, {"know", "understand", "do"}),
    )


def test_bexleys_earlier_programme_has_five_components_and_its_later_one_four():
    found = {
        str(each.valid_from): [part.code for part in each.components]
        for each in shipped()
        if each.organisation == "bexley"
    }

    assert found == {
        "2018-04-01": ["supervision", "shadowing", "coaching", "e-learning", "workshops"],
        "2020-04-01": ["supervision", "shadowing", "e-learning", "workshops"],
    }


def test_programmes_are_for_every_role():
    assert {each.key: each.job_roles for each in shipped() if each.job_roles} == {}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"codes": ("team", "team")}, "item said more than once: team."),
        ({"components": [{"code": "talks", "title": "Talks"}]}, "items name components that are not there: visits."),
        ({"valid_to": date(2023, 12, 31)}, "it ends on 2023-12-31, before it starts on 2024-01-01."),
    ],
)
def test_file_that_contradicts_itself_is_refused(said, words):
    codes = said.pop("codes", ("team",))

    with pytest.raises(ValidationError, match=words):
        file(*codes, **said)


@pytest.mark.django_db
class TestLoading:
    def test_programme_is_loaded_with_its_items_and_then_unchanged(self):
        changes = load_programme(file("team", "law"), on=TODAY)

        assert [str(each) for each in changes] == [
            "added     all/own/2024-01-01",
            "added     all/own/2024-01-01/team",
            "added     all/own/2024-01-01/law",
        ]
        assert load_programme(file("team", "law"), on=TODAY) == []

    def test_item_taken_out_of_a_file_is_withdrawn_others_move_and_a_returned_one_is_the_same_row(self):
        load_programme(file("team", "law", "visit"), on=TODAY)
        before = InductionItem.objects.get(code="law").pk

        load_programme(file("visit", "team"), on=TODAY)
        without = items()
        gone = InductionItem.objects.get(code="law").withdrawn_on
        load_programme(file("law", "visit", "team"), on=TODAY)

        assert (without, gone) == ([("visit", 1), ("team", 2)], TODAY)
        assert items() == [("law", 1), ("visit", 2), ("team", 3)]
        assert InductionItem.objects.get(code="law").pk == before

    def test_new_edition_is_a_programme_beside_the_one_before(self):
        load_programme(file("team", valid_to=date(2024, 12, 31)), on=TODAY)
        load_programme(file("team", "law", valid_from=date(2025, 1, 1)), on=TODAY)

        editions = InductionProgramme.objects.order_by("valid_from")
        assert [(each.valid_from.year, each.items.count()) for each in editions] == [(2024, 1), (2025, 2)]

    def test_edition_of_an_organisation_or_of_all_is_withdrawn(self):
        council = OrganisationFactory(slug="bexley")
        load_programme(file("team", organisation="bexley"), on=TODAY)
        load_programme(file("team"), on=TODAY)

        own = withdraw_programme("bexley/own/2024-01-01", on=TODAY)
        still = InductionProgramme.objects.in_force(TODAY).get()
        everybodys = withdraw_programme("all/own/2024-01-01", on=TODAY)

        assert (len(own), still.organisation, len(everybodys)) == (1, None, 1)
        assert InductionProgramme.objects.get(organisation=council).withdrawn_on == TODAY
        assert withdraw_programme("all/own/2024-01-01", on=TODAY) == []

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"organisation": "atlantis"}, "there is no organisation atlantis"),
            ({"job_roles": ["there", "juggler"]}, "all/own/2024-01-01: there is no job juggler."),
        ],
    )
    def test_file_that_names_what_is_not_there_is_refused(self, said, words):
        JobRoleFactory(code="there")

        with pytest.raises(BadFile, match=words):
            load_programme(file("team", **said), on=TODAY)

    def test_edition_a_person_published_is_not_touched(self):
        said = {"origin": "published", "published_at": NOW, "published_by": PersonFactory()}
        InductionProgrammeFactory(code="own", valid_from=DAY, **said)

        with pytest.raises(BadFile, match="was published by a person"):
            load_programme(file("team"), on=TODAY)


class TestPublishing:
    @pytest.fixture
    def council(self, db):
        return OrganisationFactory()

    @pytest.fixture
    def lead(self, council):
        return as_actor(holder_of(RoleCode.ACADEMY_LEAD, council))

    def test_next_edition_keeps_the_code_and_has_items_of_its_own(self, council, lead):
        first = publish_programme(organisation=council, content=file("team"), by=lead, at=NOW)
        later = file("team", "law", valid_from=date(2025, 1, 1))
        second = publish_programme(organisation=council, content=later, by=lead, at=NOW)

        assert (first.code, [item.code for item in first.items.all()]) == ("own", ["team"])
        assert (second.code, [item.code for item in second.items.all()]) == ("own", ["team", "law"])

    def test_first_day_of_an_edition_is_given_once_also_when_that_one_is_withdrawn(self, council, lead):
        publish_programme(organisation=council, content=file("team"), by=lead, at=NOW)
        InductionProgramme.objects.update(withdrawn_on=TODAY)
        with pytest.raises(Refused, match="Another policy begins on this day"):
            publish_programme(organisation=council, content=file("team"), by=lead, at=NOW)

    def test_job_nobody_has_is_refused_and_nothing_is_kept(self, council, lead):
        with pytest.raises(Refused, match="there is no job juggler"):
            publish_programme(organisation=council, content=file("team", job_roles=["juggler"]), by=lead, at=NOW)
        assert InductionProgramme.objects.count() == 0
