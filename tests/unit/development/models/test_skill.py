"""Every constraint of skill sets, skills, their marks, and of private notes, with a row it refuses."""

from datetime import date

import pytest
from django.db import IntegrityError

from academy.development.models import PrivateNote, Skill, SkillMark, SkillSet
from tests.factories.audits import PrivateNoteFactory, SkillFactory, SkillMarkFactory, SkillSetFactory
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def confirmed_by_herself():
    person = PersonFactory()
    return SkillMarkFactory(person=person, confirmed_by=person, confirmed_at=NOW)


CHECKS = {
    "skillset_has_code": lambda: SkillSetFactory(code=""),
    "skillset_origin_known": lambda: SkillSetFactory(origin="heard"),
    "skillset_dates_in_order": lambda: SkillSetFactory(valid_to=date(2025, 12, 31)),
    "skillset_published_by_somebody": lambda: SkillSetFactory(published_at=NOW),
    "skillset_has_title": lambda: SkillSetFactory(title=""),
    "skill_has_title_and_group": lambda: SkillFactory(group=""),
    "skillmark_proficiency_known": lambda: SkillMarkFactory(proficiency=5),
    "skillmark_confirmed_by_somebody": lambda: SkillMarkFactory(confirmed_at=NOW),
    "skillmark_confirmed_by_another": confirmed_by_herself,
    "skillmark_has_code": lambda: SkillMarkFactory(code=""),
    "privatenote_has_title": lambda: PrivateNoteFactory(title=""),
}
# name: (how to make a row, what the second shares with the first, a column SQLite names)
ONCE = {
    "skillset_edition_once": (SkillSetFactory, ("organisation", "code", "valid_from"), "skillset_edition_once"),
    "skill_code_once": (SkillFactory, ("skill_set", "code"), "code"),
    "skill_order_once": (SkillFactory, ("skill_set", "order"), "order"),
}


def test_every_constraint_has_a_case():
    models = (SkillSet, Skill, SkillMark, PrivateNote)

    assert {*CHECKS, *ONCE} == {rule.name for model in models for rule in model._meta.constraints}


@pytest.mark.parametrize("name", CHECKS)
def test_row_against_a_check_is_refused(name):
    with pytest.raises(IntegrityError, match=name):
        CHECKS[name]()


@pytest.mark.parametrize("name", ONCE)
def test_second_row_in_the_same_place_is_refused(name):
    make, shared, column = ONCE[name]
    first = make()

    with pytest.raises(IntegrityError, match=f"{name}|{column}"):
        make(**{each: getattr(first, each) for each in shared})


def test_rows_of_skills_and_notes_print_no_names():
    skill, mark, note = SkillFactory(code="capacity"), SkillMarkFactory(), PrivateNoteFactory()

    assert [str(each) for each in (skill, mark, note, skill.skill_set)] == [
        "skill capacity",
        f"skill mark {mark.pk}",
        f"private note {note.pk}",
        f"skill set {skill.skill_set.code}",
    ]
