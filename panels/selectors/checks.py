"""The completeness check of a case: each item of its policy with what the record says, and what was asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from academy.identity.actor import Actor
from panels.choices.cases import AskedState
from panels.models import AskedItem, Case
from panels.rules.checking import Asked
from panels.rules.handing_in import HandingIn
from panels.rules.parts_of_policy import CheckItem
from panels.rules.record_answers import NOBODY_KNOWS, Answer, Known, answer_of
from panels.selectors.endorsed import endorsement_of
from panels.selectors.handing_in import handing_of
from panels.selectors.policies import rules_of
from panels.selectors.portfolios import portfolio_of
from portfolios.selectors.completeness import gaps_of
from portfolios.selectors.snapshots import latest_snapshot


@dataclass(frozen=True)
class Check:
    """An item of the policy's list, with what the record answers."""

    item: CheckItem
    answer: Answer

    @property
    def is_to_look_at(self) -> bool:
        """Does a person have to look, because the record cannot say?"""
        return self.answer.is_met is None


def checks_of(case: Case, *, on: date) -> tuple[Check, ...]:
    """What is looked for in a submission. An ASYE has none: completeness is the first part of its moderation (D1-62).
    Sixteen queries at most, and fewer where nothing is handed in."""
    if case.is_moderation:
        return ()
    known = known_of(case, on=on)
    return tuple(Check(item, _answer(item, known)) for item in rules_of(case.policy).checks)


def known_of(case: Case, *, on: date) -> Known:
    """What the record knows of a submission on the day: of its endorsement from the frozen words of what was handed
    in, of the rest as it is known when a case is handed in."""
    handing = handing_of(case, on=on)
    signed_on, signed_by = endorsement_of(case.snapshot)
    portfolio = portfolio_of(case)
    return Known(
        handed_in_on=timezone.localdate(case.snapshot.taken_at) if case.snapshot else None,
        is_endorsed=handing.endorse_by is not None,
        endorsed_on=signed_on,
        endorsed_by=signed_by,
        endorse_by=_endorse_by(handing),
        is_registered=handing.is_registered,
        gaps=tuple(gap.says for gap in gaps_of(portfolio, on)) if portfolio else (),
        has_formal_open=case.has_formal_open,
        formal_said_by=_said_by(case),
    )


def _said_by(case: Case) -> str:
    """Who said whether a formal process is open: a deputy by both names."""
    if case.formal_said_for_id is None or case.formal_said_by is None or case.formal_said_for is None:
        return "The line manager"
    return f"{case.formal_said_by.full_name}, who stands in for {case.formal_said_for.full_name},"


def asked_of(case: Case, actor: Actor) -> list[AskedItem]:
    """What was ever asked for in a case, the first first, with who asked. One query."""
    seen = AskedItem.objects.visible_to(actor).filter(case=case).select_related("asked_by", "case__policy")
    return list(seen.order_by("asked_at", "pk"))


def as_asked(items: Iterable[AskedItem]) -> list[Asked]:
    """The same as the rules read it."""
    return [
        Asked(
            code=item.code,
            title=item.title,
            state=AskedState(item.state),
            asked_by=item.asked_by_id,
            asked_at=item.asked_at,
        )
        for item in items
    ]


def newer_than_taken(case: Case) -> int | None:
    """The number of a portfolio handed in after the one the case rests on; None where there is none. Two queries."""
    portfolio = portfolio_of(case)
    latest = latest_snapshot(portfolio) if portfolio is not None else None
    return latest.number if latest is not None and latest.pk != case.snapshot_id else None


def _answer(item: CheckItem, known: Known) -> Answer:
    return NOBODY_KNOWS if item.from_record is None else answer_of(item.from_record, known)


def _endorse_by(handing: HandingIn) -> date | None:
    """The last day for the endorsement, with more time where it was given; None where no day is enforced."""
    if handing.endorse_by is None or not handing.late_needs_extension:
        return None
    return max(handing.endorse_by, handing.extended_until or handing.endorse_by)
