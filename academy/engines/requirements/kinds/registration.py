"""A live registration with a regulator."""

from typing import Annotated, Any

from pydantic import Field, model_validator

from academy.engines.facts.keys import REGISTRATION, keyed
from academy.engines.requirements.cases import Case
from academy.engines.requirements.kinds.dated import Asked, dated
from academy.engines.requirements.kinds.part import Kind, Slug
from academy.engines.requirements.results import Result


class RegistrationLive(Kind):
    """`registration: swe`."""

    regulator: Annotated[Slug, Field(description="The regulator, by its code.")]

    @model_validator(mode="before")
    @classmethod
    def _by_its_code(cls, said: Any) -> Any:
        return {"regulator": said} if isinstance(said, str) else said

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({keyed(REGISTRATION, self.regulator)})

    def judge(self, case: Case) -> Result:
        key = keyed(REGISTRATION, self.regulator)
        asked = Asked(
            wording=case.wording(key),
            done="Registered",
            missing="No registration is noted.",
            action="Ask the academy to note it",
            again="Renew it with the regulator",
        )
        return dated(case, key, asked=asked)
