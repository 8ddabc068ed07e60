"""Loading the skill sets that come with the portal. What people said of a skill hangs on its code and stays."""

from datetime import date
from typing import Any

from academy.development.models import Skill, SkillSet
from academy.development.schema.skills import SkillSetFile
from academy.engines.reference.changes import Change
from academy.engines.reference.services.policies import load_own, organisation_of, withdraw_own
from academy.engines.reference.writing import checksum


def load_skill_set(file: SkillSetFile, *, on: date) -> list[Change]:
    """Write one edition with its skills. Raises BadFile for one a person published, and for an unknown organisation."""
    changes = load_own(SkillSet, file, _columns(file))
    _say_skills(SkillSet.objects.get(organisation=organisation_of(file), code=file.code), file)
    return changes


def withdraw_skill_set(key: str, *, on: date) -> list[Change]:
    """End from that day the edition of a file that was taken away."""
    return withdraw_own(SkillSet, key, on=on)


def _say_skills(held: SkillSet, file: SkillSetFile) -> None:
    """Make the set hold the skills of the file in their order; written anew only where they differ."""
    parts = [(group.name, skill) for group in file.groups for skill in group.skills]
    wanted = [
        Skill(skill_set=held, group=name, order=order, **skill.model_dump())
        for order, (name, skill) in enumerate(parts, start=1)
    ]
    if [_said(skill) for skill in held.skills.all()] != [_said(skill) for skill in wanted]:
        held.skills.all().delete()
        Skill.objects.bulk_create(wanted)


def _said(skill: Skill) -> tuple[str, ...]:
    return skill.code, skill.group, skill.title, skill.about


def _columns(file: SkillSetFile) -> dict[str, Any]:
    said = file.model_dump(include={"title", "valid_from", "valid_to"})
    return {**said, "professions": [each.value for each in file.professions], "checksum": checksum(file)}
