"""A course completed, ever or within so many months."""

from typing import Annotated, Any

from pydantic import Field, model_validator

from academy.engines.facts.keys import COMPLETION, REQUEST, keyed
from academy.engines.requirements.cases import Case, qualified
from academy.engines.requirements.kinds.dated import Asked, dated
from academy.engines.requirements.kinds.part import Code, Kind, Months
from academy.engines.requirements.results import Result


class CourseCompleted(Kind):
    """`course: safeguarding-adults`, or `course: {code: moving-and-handling, within_months: 12}`.

    A completion counts until its own last day, and no longer than `within_months` after it.
    """

    code: Annotated[Code, Field(description="The course, by its code.")]
    within_months: Annotated[Months | None, Field(description="Only if done in the last so many months.")] = None

    @model_validator(mode="before")
    @classmethod
    def _by_its_code(cls, said: Any) -> Any:
        return {"code": said} if isinstance(said, str) else said

    def key(self, home: str) -> str:
        return keyed(COMPLETION, qualified(self.code, home=home))

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({self.key(home)})

    def hints(self, home: str) -> frozenset[str]:
        return frozenset({keyed(REQUEST, qualified(self.code, home=home))})

    def judge(self, case: Case) -> Result:
        key = self.key(case.home)
        asked = Asked(
            wording=case.wording(key),
            done="Done",
            missing="Not done yet.",
            action="Book it",
            months=self.within_months,
        )
        return dated(case, key, asked=asked, hints=self.hints(case.home))
