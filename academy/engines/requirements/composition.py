"""Requirements made of others: all of, any of, so many of. Pure.

`all of` nothing is met, `any of` nothing is not. Adding a part that is met never un-meets `any of` or `n of m`.
"""

from collections.abc import Sequence
from datetime import date

from academy.engines.requirements.results import Result, Standing


def all_of(parts: Sequence[Result], *, what: str = "All of these") -> Result:
    """Every part is asked for."""
    return _together(parts, len(parts), what=what, missing=f"Still to come: {_named(parts, met=False)}.")


def any_of(parts: Sequence[Result], *, what: str = "One of these") -> Result:
    """One part is enough, whichever."""
    return _together(parts, 1, what=what, missing=f"One of these is needed: {_named(parts, met=False)}.")


def some_of(parts: Sequence[Result], *, least: int, what: str = "") -> Result:
    """So many of the parts are asked for, whichever."""
    lacking = least - sum(part.is_met for part in parts)
    return _together(
        parts, least, what=what or f"{least} of these", missing=f"{lacking} more of: {_named(parts, met=False)}."
    )


def _together(parts: Sequence[Result], least: int, *, what: str, missing: str) -> Result:
    met = [part for part in parts if part.is_met]
    standing = _standing(parts, least)
    todo = next((part for part in parts if part.standing is not Standing.MET), None)
    is_met, asks = standing is not Standing.NOT_YET, todo if standing is not Standing.MET else None
    says = {
        Standing.MET: f"Met by: {_named(parts, met=True)}." if met else "Nothing is asked.",
        Standing.SOON: f"Runs out soon: {'; '.join(part.what for part in parts if part.runs_out_soon)}.",
        Standing.NOT_YET: missing,
    }
    return Result(
        what=what,
        says=says[standing],
        standing=standing,
        since=_since(met, least) if is_met else None,
        until=_until(met, least) if is_met else None,
        action=asks.action if asks else "",
        link=asks.link if asks else "",
        facts=tuple(dict.fromkeys(fact for part in met for fact in part.facts)),
        parts=tuple(parts),
    )


def _standing(parts: Sequence[Result], least: int) -> Standing:
    if sum(part.standing is Standing.MET for part in parts) >= least:
        return Standing.MET
    return Standing.SOON if sum(part.is_met for part in parts) >= least else Standing.NOT_YET


def _since(met: Sequence[Result], least: int) -> date | None:
    """The day on which enough parts were met; None where nothing is asked or a part does not say."""
    days = sorted(part.since or date.min for part in met)
    day = days[least - 1] if least else date.min
    return None if day == date.min else day


def _until(met: Sequence[Result], least: int) -> date | None:
    """The last day on which enough of what is met now is met; None for good."""
    days = sorted((part.until or date.max for part in met), reverse=True)
    day = days[least - 1] if least else date.max
    return None if day == date.max else day


def _named(parts: Sequence[Result], *, met: bool) -> str:
    return "; ".join(part.what for part in parts if part.is_met == met) or "nothing is named"
