"""Whatever else an app of the portal tells of somebody."""

from typing import Annotated

from pydantic import Field

from academy.engines.requirements.cases import Case, Wording
from academy.engines.requirements.kinds.dated import Asked, dated
from academy.engines.requirements.kinds.part import Key, Kind, Link, Months, Words
from academy.engines.requirements.results import Result
from academy.ui.wording import beginning


class FactKnown(Kind):
    """Anything the portal knows of somebody, by its key: an appraisal, an annotation, a portfolio."""

    key: Annotated[Key, Field(description="What has to be known, as development.appraisal.")]
    what: Annotated[Words, Field(description="What that is, in words.")]
    within_months: Annotated[Months | None, Field(description="Only if it was so in the last so many months.")] = None
    action: Annotated[Words | None, Field(description="The next step, in words.")] = None
    link: Annotated[Link | None, Field(description="The page where it is taken: /… here, or https://….")] = None

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({self.key})

    def judge(self, case: Case) -> Result:
        step = case.step(self.key, action=self.action or "", link=self.link or "")
        asked = Asked(
            wording=Wording(beginning(self.what), step.link),
            done="Noted",
            missing="Not there yet.",
            action=step.action,
            months=self.within_months,
        )
        return dated(case, self.key, asked=asked)
