"""Skill sets: loading those that come with the portal, and publishing an organisation's own. What people said of a
skill hangs on its code and stays."""

from datetime import date, datetime
from itertools import groupby
from typing import Any

from academy.development.models import Skill, SkillSet
from academy.development.schema.skills import SkillSetFile
from academy.engines.audit.commands import Refused, command
from academy.engines.reference.changes import Change
from academy.engines.reference.publishing.own import publish_own
from academy.engines.reference.services.policies import load_own, organisation_of, withdraw_own
from academy.engines.reference.writing import checksum
from academy.identity.actor import Actor
from academy.identity.models import Organisation


def load_skill_set(file: SkillSetFile, *, on: date) -> list[Change]:
    """Write one edition with its skills. Raises BadFile for one a person published, and for an unknown organisation."""
    changes = load_own(SkillSet, file, _columns(file))
    _say_skills(SkillSet.objects.get(organisation=organisation_of(file), code=file.code), file)
    return changes


def withdraw_skill_set(key: str, *, on: date) -> list[Change]:
    """End from that day the edition of a file that was taken away."""
    return withdraw_own(SkillSet, key, on=on)


@command("development.skill_set.publish")
def publish_skill_set(*, organisation: Organisation, content: SkillSetFile, by: Actor, at: datetime) -> SkillSet:
    """Give an organisation its own set, or the next edition of the one for the same professions, from a day on.

    Refuses anybody but the organisation's academy lead, a code used before, and a first day another edition begins on.
    """
    columns = _columns(content)
    held = SkillSet(organisation=organisation, code=content.code, professions=columns["professions"])
    if SkillSet.objects.filter(organisation=organisation, code=content.code).exists():
        raise Refused("There is a set with this code already. Choose another.", field="code")
    publish_own(held, columns, permission="development.policy.publish", by=by, at=at)
    _say_skills(held, content)
    return held


def said_by_set(held: SkillSet) -> dict[str, Any]:
    """What an edition says in the words of its file, without the head. One query."""
    groups = groupby(held.skills.order_by("order"), key=lambda skill: skill.group)
    return {
        "title": held.title,
        "professions": held.professions,
        "groups": [{"name": name, "skills": [_skill(skill) for skill in skills]} for name, skills in groups],
    }


def _skill(skill: Skill) -> dict[str, str]:
    about = {"about": skill.about} if skill.about else {}
    return {"code": skill.code, "title": skill.title, **about}


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
