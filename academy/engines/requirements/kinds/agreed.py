"""An act somebody recorded: an equivalent agreed, a topic, an approval, a signature."""

from typing import Annotated

from pydantic import Field

from academy.engines.facts.keys import AGREEMENT, keyed
from academy.engines.requirements.cases import Case, Wording, qualified
from academy.engines.requirements.kinds.dated import Asked, judged
from academy.engines.requirements.kinds.part import Code, Kind, Months, Relation, Words
from academy.engines.requirements.results import Result
from academy.ui.wording import beginning


class Agreed(Kind):
    """Something somebody in a role agreed to, signed or approved, recorded under a code of the organisation's own."""

    code: Annotated[Code, Field(description="A code for the act, under which it is recorded.")]
    by: Annotated[Relation, Field(description="The role whose act it is, as line_manager.")]
    what: Annotated[Words, Field(description="The act in words.")]
    within_months: Annotated[Months | None, Field(description="Only an act of the last so many months.")] = None

    def key(self, home: str) -> str:
        return keyed(AGREEMENT, qualified(self.code, home=home))

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({self.key(home)})

    def judge(self, case: Case) -> Result:
        key = self.key(case.home)
        step = case.step(key)
        asked = Asked(
            wording=Wording(beginning(self.what), step.link),
            done="Agreed",
            missing="Not agreed yet.",
            action=step.action or f"Ask the {self.by.replace('_', ' ')}",
            months=self.within_months,
        )
        known, expected = (
            [fact for fact in facts if fact.by_relation == self.by] for facts in (case.known(key), case.expected(key))
        )
        return judged(case, known, expected, asked=asked)
