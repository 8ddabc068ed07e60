from datetime import timedelta

import pytest

from academy.development.models import SkillMark
from academy.development.selectors.skills import matrix_of, team_skills, waiting_of
from academy.development.services.skills import confirm, mark
from academy.engines.audit.commands import Refused
from tests.factories.audits import SkillFactory, SkillSetFactory
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, staff_of

LATER = NOW + timedelta(days=1)


@pytest.fixture
def asked(council):
    """Two skills everybody is asked about."""
    skills = SkillSetFactory(organisation=None, professions=[])
    SkillFactory(skill_set=skills, code="law", group="Law", title="Legal literacy", order=1)
    SkillFactory(skill_set=skills, code="risk", group="Law", title="Positive risk", order=2)


def said_of(person):
    return {row.skill.code: (row.words, row.waits) for group in matrix_of(person.pk, on=TODAY) for row in group.rows}


def test_what_she_says_is_kept_with_its_day_and_waits_for_her_manager(council, asked):
    mark(person=council.author, said={"law": 3}, by=council.by, at=NOW)

    assert said_of(council.author) == {"law": ("Does it alone", True), "risk": ("Not said yet", False)}
    assert waiting_of(as_actor(council.manager)) == [(council.author, 1)]


def test_the_same_said_again_is_one_mark_and_something_else_is_a_new_one(council, asked):
    mark(person=council.author, said={"law": 2}, by=council.by, at=NOW)
    mark(person=council.author, said={"law": 2, "risk": 1}, by=council.by, at=LATER)
    mark(person=council.author, said={"law": 3}, by=council.by, at=LATER)

    held = SkillMark.objects.order_by("pk").values_list("code", "proficiency")
    assert list(held) == [("law", 2), ("risk", 1), ("law", 3)]
    assert said_of(council.author)["law"] == ("Does it alone", True)


def test_marking_refuses_others_and_skills_not_asked(council, asked):
    with pytest.raises(Refused, match="Only she says this"):
        mark(person=council.author, said={"law": 3}, by=as_actor(council.manager), at=NOW)
    with pytest.raises(Refused, match="Choose from the skills shown"):
        mark(person=council.author, said={"juggling": 3}, by=council.by, at=NOW)

    assert not SkillMark.objects.exists()


def test_manager_confirms_and_a_change_waits_again(council, asked):
    manager = as_actor(council.manager)
    mark(person=council.author, said={"law": 3, "risk": 2}, by=council.by, at=NOW)

    confirm(person=council.author, codes=["law"], by=manager, at=LATER)

    assert said_of(council.author) == {
        "law": ("Does it alone", False),
        "risk": ("Does it with support", True),
    }
    assert SkillMark.objects.get(code="law").confirmed_by == council.manager
    mark(person=council.author, said={"law": 4}, by=council.by, at=LATER)
    assert waiting_of(manager) == [(council.author, 2)]


def test_confirming_refuses_herself_and_what_was_confirmed_already(council, asked):
    mark(person=council.author, said={"law": 3}, by=council.by, at=NOW)
    with pytest.raises(Refused, match="Only her manager"):
        confirm(person=council.author, codes=["law"], by=council.by, at=NOW)
    manager = as_actor(council.manager)
    confirm(person=council.author, codes=["law"], by=manager, at=NOW)

    with pytest.raises(Refused, match="changed meanwhile") as refused:
        confirm(person=council.author, codes=["law"], by=manager, at=LATER)
    assert refused.value.field == "codes"


def test_sets_follow_organisation_and_profession_and_a_code_stands_once(council):
    general = SkillSetFactory(organisation=None, professions=[])
    SkillFactory(skill_set=general, code="team", order=1)
    SkillFactory(skill_set=general, code="law", title="Law for everybody", order=2)
    social = SkillSetFactory(organisation=None, professions=["social_worker"])
    SkillFactory(skill_set=social, code="law", title="Law for social workers", order=1)
    foreign = SkillSetFactory(organisation=OrganisationFactory())
    SkillFactory(skill_set=foreign, code="other", order=1)
    ended = SkillSetFactory(organisation=None, professions=[], valid_to=TODAY - timedelta(days=1))
    SkillFactory(skill_set=ended, code="old", order=1)

    titles = [row.skill.code for group in matrix_of(council.author.pk, on=TODAY) for row in group.rows]
    assert sorted(titles) == ["law", "team"]
    (law,) = [
        row.skill.title
        for group in matrix_of(council.author.pk, on=TODAY)
        for row in group.rows
        if row.skill.code == "law"
    ]
    assert law == "Law for social workers"


def test_team_counts_what_people_say_and_names_who_teaches(council, asked):
    mate = staff_of(council.organisation, line_manager=council.manager)
    mark(person=council.author, said={"law": 4}, by=council.by, at=NOW)
    mark(person=mate, said={"law": 2, "risk": 1}, by=as_actor(mate), at=NOW)

    law, risk = team_skills(as_actor(council.manager))

    assert (law.alone, law.supported, law.not_yet, law.unsaid, law.teach) == (1, 1, 0, 0, (council.author,))
    assert (risk.alone, risk.supported, risk.not_yet, risk.unsaid, risk.teach) == (0, 0, 1, 1, ())


@pytest.mark.parametrize("number", [1, 3])
def test_team_asks_the_database_as_often_however_many_there_are(council, asked, number, django_assert_num_queries):
    for _ in range(number - 1):
        staff_of(council.organisation, line_manager=council.manager)
    manager = as_actor(council.manager)

    with django_assert_num_queries(5):
        team_skills(manager)


def test_next_edition_for_the_same_professions_takes_the_place_of_the_one_before(council, asked):
    later = SkillSetFactory(organisation=None, professions=[], valid_from=TODAY)
    SkillFactory(skill_set=later, code="court", order=1)
    assert said_of(council.author) == {"court": ("Not said yet", False)}
