"""Skill sets, edition by edition, as reference data."""

from academy.development.schema.skills import SkillSetFile
from academy.development.services.skill_sets import load_skill_set, withdraw_skill_set
from academy.engines.reference.declarations import Kind, declare

SKILL_SETS = Kind(
    name="development.skill_set",
    app="development",
    folder="skill_sets",
    schema=SkillSetFile,
    key=lambda file: file.key,
    after=("people.organisation",),
    load=load_skill_set,
    withdraw=withdraw_skill_set,
)

declare(SKILL_SETS)
