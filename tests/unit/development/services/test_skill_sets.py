from datetime import date

import pytest
from pydantic import ValidationError

from academy.development.models import Skill, SkillSet
from academy.development.schema.skills import SkillSetFile
from academy.development.services.skill_sets import load_skill_set, publish_skill_set, said_by_set, withdraw_skill_set
from academy.engines.audit.commands import Refused
from academy.engines.reference.reading import BadFile
from academy.people.choices import RoleCode
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of

ON = date(2026, 11, 17)
FILE = {
    "code": "social-work-2026",
    "title": "Skills",
    "valid_from": date(2026, 1, 1),
    "professions": ["social_worker"],
    "groups": [
        {"name": "Law", "skills": [{"code": "capacity", "title": "Capacity"}, {"code": "court", "title": "Court"}]}
    ],
}

pytestmark = pytest.mark.django_db


def file(**said):
    return SkillSetFile.model_validate({**FILE, **said})


def test_edition_is_loaded_with_its_skills_in_order_and_twice_changes_nothing():
    (added,) = load_skill_set(file(), on=ON)
    ids = list(Skill.objects.values_list("pk", flat=True))
    again = load_skill_set(file(), on=ON)

    assert (added.verb, again) == ("added", [])
    assert list(Skill.objects.values_list("code", "group", "order")) == [("capacity", "Law", 1), ("court", "Law", 2)]
    assert list(Skill.objects.values_list("pk", flat=True)) == ids
    assert SkillSet.objects.get().professions == ["social_worker"]


def test_edition_that_says_something_else_has_its_skills_anew():
    load_skill_set(file(), on=ON)
    groups = [{"name": "Law", "skills": [{"code": "court", "title": "At court"}]}]
    (changed,) = load_skill_set(file(groups=groups), on=ON)

    assert changed.verb == "changed"
    assert list(Skill.objects.values_list("code", "title", "order")) == [("court", "At court", 1)]


def test_edition_of_an_unknown_organisation_is_refused():
    with pytest.raises(BadFile, match="there is no organisation nowhere"):
        load_skill_set(file(organisation="nowhere"), on=ON)


def test_edition_whose_file_is_gone_ends():
    load_skill_set(file(), on=ON)
    (ended,) = withdraw_skill_set("all/social-work-2026", on=ON)

    assert (ended.verb, SkillSet.objects.get().withdrawn_on) == ("withdrawn", ON)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"valid_to": date(2025, 1, 1)}, "it ends on 2025-01-01, before it starts on 2026-01-01"),
        ({"groups": [*FILE["groups"], *FILE["groups"]]}, "skills said more than once: capacity, court"),
        ({"professions": ["juggler"]}, "professions"),
    ],
)
def test_file_that_does_not_fit_says_where(said, words):
    with pytest.raises(ValidationError, match=words):
        file(**said)


class TestPublishing:
    @pytest.fixture
    def council(self):
        return OrganisationFactory()

    @pytest.fixture
    def lead(self, council):
        return as_actor(holder_of(RoleCode.ACADEMY_LEAD, council))

    def test_sets_for_other_professions_begin_on_the_same_day(self, council, lead):
        everybody = file(code="everybody-2026", professions=[])
        made = [publish_skill_set(organisation=council, content=each, by=lead, at=NOW) for each in (file(), everybody)]
        assert [(each.code, each.skills.count()) for each in made] == [("social-work-2026", 2), ("everybody-2026", 2)]
        assert said_by_set(made[0]) == {name: FILE[name] for name in ("title", "professions", "groups")}

    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ({"professions": [], "valid_from": date(2027, 1, 1)}, "code"),
            ({"code": "social-work-2027"}, "valid_from"),
        ],
    )
    def test_code_and_first_day_are_given_once(self, council, lead, said, field):
        publish_skill_set(organisation=council, content=file(), by=lead, at=NOW)
        with pytest.raises(Refused) as refused:
            publish_skill_set(organisation=council, content=file(**said), by=lead, at=NOW)
        assert refused.value.field == field
