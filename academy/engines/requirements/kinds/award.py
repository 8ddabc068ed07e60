"""An award held and in date."""

from typing import Annotated, Any

from pydantic import Field, model_validator

from academy.engines.facts.keys import AWARD, keyed
from academy.engines.requirements.cases import Case
from academy.engines.requirements.kinds.dated import Asked, dated
from academy.engines.requirements.kinds.part import Kind, Slug
from academy.engines.requirements.results import Result


class AwardHeld(Kind):
    """`award: trusted-assessor`. Awards are the same everywhere: their codes belong to no organisation."""

    code: Annotated[Slug, Field(description="The award, by its code.")]

    @model_validator(mode="before")
    @classmethod
    def _by_its_code(cls, said: Any) -> Any:
        return {"code": said} if isinstance(said, str) else said

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({keyed(AWARD, self.code)})

    def judge(self, case: Case) -> Result:
        key = keyed(AWARD, self.code)
        asked = Asked(
            wording=case.wording(key),
            done="Gained",
            missing="Not held yet.",
            action="See how to gain it",
            again="See how to renew it",
        )
        return dated(case, key, asked=asked)
