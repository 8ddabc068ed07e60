"""What a file of a skill set may say: one edition of one set.

organisation: bristol              # left out: for all organisations without one of their own
code: social-work-2026             # another one for each edition
title: Skills of social workers
valid_from: 2026-01-01
valid_to: null                     # the last day it holds, inclusive
professions: [social_worker]       # none means everybody
groups:
  - name: Law
    skills: [{code: capacity, title: Assessing mental capacity, about: ...}]
"""

from collections import Counter
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from academy.development.schema.entries import Name, Part, Slug
from academy.engines.reference.files import OwnFile
from academy.people.choices import Profession


class SkillPart(Part):
    """One skill; its code stays the same from edition to edition, so that what was said of it stays."""

    code: Slug
    title: Annotated[str, StringConstraints(min_length=3, max_length=160, strip_whitespace=True)]
    about: Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)] = ""


class SkillGroupPart(Part):
    name: Annotated[str, StringConstraints(min_length=2, max_length=80, strip_whitespace=True)]
    skills: Annotated[list[SkillPart], Field(min_length=1, max_length=30)]


class SkillSetFile(OwnFile, Part):
    """A whole edition. Every code is said once."""

    title: Name
    professions: list[Annotated[Profession, Field(strict=False)]] = []
    groups: Annotated[list[SkillGroupPart], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _codes_fit(self) -> Self:
        codes = Counter(skill.code for group in self.groups for skill in group.skills)
        repeated = [code for code, times in codes.items() if times > 1]
        if repeated:
            raise ValueError(f"skills said more than once: {', '.join(repeated)}.")
        return self
