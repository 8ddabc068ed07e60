"""What a file of ASYE policy may say; a policy a lead publishes has the same shape.

organisation: bristol              # left out: for all that have none of their own
programme: asye                    # or ecdp
service: adults                    # or children
code: "2026"
title: ASYE, adults
valid_from: 2026-01-01
about: What the year is, in a sentence.
contact: academy@council.example   # where one writes to about the programme; may be left out
sources: ["Skills for Care: ..."]
rules:                             # every key of `asye.rules.policy.AsyeRules`; what is left out is its default
  weeks: 52
  reviews:
    - {code: review-3, title: Three-month review, months: 3}
    - {code: final, title: Final review, months: 12, is_final: true}
"""

import re
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from academy.engines.reference.files import OwnFile
from academy.people.choices import ServiceKind
from asye.choices.enrolments import MOST_TITLE, Programme
from asye.rules.policy import AsyeRules

Title = Annotated[str, StringConstraints(min_length=2, max_length=MOST_TITLE, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=5, max_length=2000, strip_whitespace=True)]
Line = Annotated[str, StringConstraints(min_length=2, max_length=300, strip_whitespace=True)]
MAILBOX = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def _address(said: str) -> str:
    if said and MAILBOX.fullmatch(said) is None:
        raise ValueError("Write an address such as academy@council.example, or leave it out.")
    return said


Address = Annotated[str, StringConstraints(max_length=120, strip_whitespace=True), AfterValidator(_address)]


class AsyePolicyFile(OwnFile):
    """One edition of one employer's programme for one sort of service."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    programme: Programme
    service: ServiceKind
    title: Title
    about: Text
    contact: Address = ""
    sources: Annotated[list[Line], Field(default_factory=list)]
    rules: AsyeRules

    @property
    def key(self) -> str:
        """The natural key, as in "bristol/asye-adults/2026"."""
        return f"{self.organisation or 'all'}/{self.programme}-{self.service}/{self.code}"
