"""What a file of panel policy may say; a policy a lead publishes has the same shape.

organisation: bristol              # left out: for all that have none of their own
purpose: progression               # or moderation, of ASYE decisions
code: "2026"
title: Progression panel
valid_from: 2026-01-01
about: What the panel is for, in a sentence.
sources: ["Career progression policy: ..."]
rules:                             # every key of `panels.rules.policy.PanelRules`; what is left out is its default
  composition:
    - {what: the Principal Social Worker for adults or her deputy, any_of: [psw_adults]}
  quorum: 3
  criteria:
    - code: standard
      title: Every step
      criteria:
        - code: knowledge
          title: Knowledge
          asks: Does she use what she knows?
          levels:
            - {code: not-yet, title: Not yet, describes: What she knows does not show in her work., standing: not_met}
            - {code: shown, title: Shown, describes: What she knows shows in her work., standing: met}
"""

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from academy.engines.reference.files import OwnFile
from panels.choices.panels import MOST_TITLE
from panels.rules.policy import PLAIN, PanelRules
from pathways.choices import SittingPurpose

Title = Annotated[str, StringConstraints(min_length=2, max_length=MOST_TITLE, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=5, max_length=2000, strip_whitespace=True)]
Line = Annotated[str, StringConstraints(min_length=2, max_length=300, strip_whitespace=True)]


class PanelPolicyFile(OwnFile):
    """One edition of one employer's rules for one sort of panel."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    purpose: SittingPurpose
    title: Title
    about: Text
    sources: Annotated[list[Line], Field(default_factory=list)]
    rules: PanelRules = PLAIN

    @property
    def key(self) -> str:
        """The natural key, as in "bristol/progression/2026"."""
        return f"{self.organisation or 'all'}/{self.purpose}/{self.code}"
