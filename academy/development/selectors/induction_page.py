"""One induction as a reader sees it, and what she can do with it now."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from academy.development.choices.inductions import InductionState
from academy.development.models import Induction
from academy.development.rules.inductions import Due
from academy.development.selectors.inductions import ItemRow, KindRows, by_kind, due_of, rows_of
from academy.development.workflow.inductions import INDUCTION
from academy.engines.access.permissions import allows
from academy.engines.workflow.moves import available
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.ui.wording import in_a_row

SIGNING = ("sign", "sign_as_manager", "sign_last", "sign_last_as_manager")


@dataclass(frozen=True)
class InductionSheet:
    """The items of an induction by kind, the day it is due and why, and what the reader may do."""

    induction: Induction
    due: Due
    rows: Sequence[ItemRow]
    is_own: bool
    may_tick: bool
    may_confirm: bool
    may_judge: bool
    may_change: bool
    may_end: bool
    may_sign: bool
    not_signing: str

    @property
    def kinds(self) -> list[KindRows]:
        return by_kind(self.rows)

    @property
    def components(self) -> dict[str, str]:
        """Words of the parts the induction consists of, by code."""
        return {part["code"]: part["title"] for part in self.induction.programme.components}

    @property
    def parts(self) -> str:
        """The same in a row of words."""
        return in_a_row([words.lower() for words in self.components.values()])

    @property
    def settled(self) -> int:
        return sum(row.is_settled for row in self.rows)

    @property
    def to_confirm(self) -> int:
        """How many things she has ticked that wait for her manager."""
        return sum(row.is_ticked and not row.is_settled for row in self.rows)

    @property
    def why(self) -> str:
        return self.due.says(joined_on=self.induction.joined_on, months=self.induction.programme.months)

    @property
    def signatures(self) -> list[tuple[str, str]]:
        """Who has signed when, as pairs of words."""
        row = self.induction
        own = f"Signed on {in_words(timezone.localdate(row.own_signed_at))}" if row.own_signed_at else "Not signed yet"
        manager = "Not signed yet"
        if row.manager_signed_at and row.manager_signed_by:
            manager = (
                f"Signed by {row.manager_signed_by.full_name} on {in_words(timezone.localdate(row.manager_signed_at))}"
            )
        return [(row.person.full_name, own), ("Line manager", manager)]


def sheet_of(induction: Induction, actor: Actor) -> InductionSheet:
    """The whole of one induction for a reader who may see it, in a constant number of queries."""
    rows = rows_of(induction)
    unsettled = sum(not row.is_settled for row in rows)
    choices = {each.transition.name: each for each in available(INDUCTION, induction, actor, facts=unsettled)}
    signing = [choices[name] for name in SIGNING if allows(choices[name].transition.permission, actor, induction)]
    here = [each for each in signing if induction.state in each.transition.source]
    is_open = induction.state == InductionState.OPEN
    return InductionSheet(
        induction,
        due_of([induction], on=actor.on)[induction.pk],
        rows,
        is_own=induction.person_id == actor.person_id,
        may_tick=is_open and allows("development.induction.tick", actor, induction),
        may_confirm=is_open and allows("development.induction.confirm", actor, induction),
        may_judge=is_open and allows("development.induction.judge", actor, induction),
        may_change=choices["change"].is_open,
        may_end=choices["end"].is_open,
        may_sign=any(each.is_open for each in here),
        not_signing=next((each.decision.reason for each in here if not each.is_open), ""),
    )
