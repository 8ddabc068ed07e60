"""The completeness check of a case: each item of its policy with what the record says, and what was asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from academy.identity.actor import Actor
from academy.people.rules.registrations import is_registered_on
from asye.selectors.enrolling import registrations_of
from panels.choices.cases import AskedState
from panels.models import AskedItem, Case
from panels.rules.checking import Asked, comes_back_to
from panels.rules.parts_of_policy import CheckItem
from panels.rules.record_answers import NOBODY_KNOWS, Answer, Known, answer_of
from panels.selectors.policies import rules_of
from portfolios.choices.portfolios import SignerRole
from portfolios.selectors.completeness import gaps_of
from portfolios.selectors.snapshots import latest_snapshot, snapshot_of


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
    Nine queries at most, and fewer where nothing is handed in."""
    if case.is_moderation:
        return ()
    known = known_of(case, on=on)
    return tuple(Check(item, _answer(item, known)) for item in rules_of(case.policy).checks)


def known_of(case: Case, *, on: date) -> Known:
    """What the record knows of a submission on the day, from the frozen words of what was handed in."""
    signed_on, signed_by = _endorsement(case)
    registered = registrations_of([case.person_id]).get(case.person_id, ())
    return Known(
        handed_in_on=timezone.localdate(case.snapshot.taken_at) if case.snapshot else None,
        endorsed_on=signed_on,
        endorsed_by=signed_by,
        endorse_by=_endorse_by(case),
        is_registered=is_registered_on(on, registered),
        gaps=tuple(gap.says for gap in gaps_of(case.portfolio, on)) if case.portfolio else (),
        has_formal_open=case.has_formal_open,
        is_external=case.is_external,
    )


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
    """The number of a portfolio handed in after the one the case rests on; None where there is none. One query."""
    latest = latest_snapshot(case.portfolio) if case.portfolio else None
    return latest.number if latest is not None and latest.pk != case.snapshot_id else None


def asker_of(case: Case) -> int | None:
    """To whom a case comes back once what was asked for is mended. One query."""
    return comes_back_to(as_asked(case.asked_items.all()))


def _answer(item: CheckItem, known: Known) -> Answer:
    return NOBODY_KNOWS if item.from_record is None else answer_of(item.from_record, known)


def _endorsement(case: Case) -> tuple[date | None, str]:
    """When the line manager signed what was handed in, and her name."""
    if case.snapshot is None:
        return None, ""
    wanted = str(SignerRole.LINE_MANAGER.label)
    signed = [each for each in snapshot_of(case.snapshot).signatures if each.role == wanted]
    return (signed[-1].day, signed[-1].name) if signed else (None, "")


def _endorse_by(case: Case) -> date | None:
    """The last day for the endorsement, with more time where it was given; None where no day is enforced."""
    if case.sitting is None or not rules_of(case.policy).late_needs_extension:
        return None
    given = case.extensions.order_by("-until_on").values_list("until_on", flat=True).first()
    day: date = case.sitting.endorse_by
    return max(day, given) if given else day
