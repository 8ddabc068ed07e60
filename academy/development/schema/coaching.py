"""What files of coaching terms may say: what the two sign, part by part, and what is usual.

organisation: bexley               # left out: the terms of all organisations without their own
code: "2026"
valid_from: 2026-01-01
title: Coaching agreement
usual: {sessions: 6, minutes: 60, months: 6}
parts:
  - heading: Confidentiality
    words: [What you say stays between the two of you.]
"""

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from academy.development.choices.coaching import LEAST_MINUTES, MOST_MINUTES, MOST_SESSIONS

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Title = Annotated[str, StringConstraints(min_length=2, max_length=120, strip_whitespace=True)]
Sentence = Annotated[str, StringConstraints(min_length=5, max_length=400, strip_whitespace=True)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Usual(_Part):
    """What is suggested; the two may agree otherwise (D6-20)."""

    sessions: Annotated[int, Field(ge=1, le=MOST_SESSIONS)] = 6
    minutes: Annotated[int, Field(ge=LEAST_MINUTES, le=MOST_MINUTES)] = 60
    months: Annotated[int, Field(ge=1, le=24)] = 6


class TermsPart(_Part):
    """One part of the terms under its heading."""

    heading: Title
    words: Annotated[list[Sentence], Field(min_length=1, max_length=8)]


class TermsFile(_Part):
    """The terms of coaching of one organisation, or of all."""

    organisation: Slug | None = None
    code: Slug
    valid_from: dt.date
    valid_to: dt.date | None = None
    title: Title
    usual: Usual = Usual()
    parts: Annotated[list[TermsPart], Field(min_length=1, max_length=12)]

    @property
    def key(self) -> str:
        """The natural key, as in "all/2026"."""
        return f"{self.organisation or 'all'}/{self.code}"
