"""Requirements made of others: all of, any of, so many of, one after the other. Pure.

`all of` nothing is met, `any of` nothing is not. Adding a part that is met never un-meets `any of` or `n of m`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from academy.engines.requirements.dates import in_words
from academy.engines.requirements.results import Result, Standing
from academy.engines.requirements.spans import Span, first_from, together


def all_of(parts: Sequence[Result], *, what: str = "") -> Result:
    """Every part is asked for. In progress where one of them is begun."""
    says = f"Still to come: {_named(parts, met=False)}."
    is_begun = any(part.is_begun for part in parts)
    return _together(parts, len(parts), what=what or "All of these", lacks=_lacks(is_begun, says))


def any_of(parts: Sequence[Result], *, what: str = "") -> Result:
    """One part is enough, whichever. In progress where one of them is."""
    begun = [part for part in parts if part.is_begun]
    says = f"Begun: {_listed(begun)}. One is enough." if begun else f"One of these is needed: {_listed(parts)}."
    return _together(parts, 1, what=what or "One of these", lacks=_lacks(bool(begun), says))


def some_of(parts: Sequence[Result], *, least: int, what: str = "") -> Result:
    """So many of the parts are asked for, whichever. In progress where one of them is begun."""
    lacking = least - sum(part.is_met for part in parts)
    says = f"{lacking} more of: {_named(parts, met=False)}."
    is_begun = any(part.is_begun for part in parts)
    return _together(parts, least, what=what or f"{least} of these", lacks=_lacks(is_begun, says))


def in_order(parts: Sequence[Result], *, what: str = "") -> Result:
    """Every part is asked for, and each opens when those before it are met. What is met already stays so."""
    opened: list[Result] = []
    for part in parts:
        before = next((each for each in opened if not each.is_met), None)
        is_open = before is None or part.is_met
        opened.append(part if is_open or before is None else _waiting(part, before))
    return all_of(opened, what=what or "These in order")


def _waiting(part: Result, before: Result) -> Result:
    """A part that is not open yet: it says when it is, and asks for nothing."""
    opens = f"Opens when “{before.what}” is met."
    says = f"{part.says} {opens}" if part.is_begun else opens
    return replace(_closed(part), says=says, help="")


def _closed(part: Result) -> Result:
    return replace(part, action="", link="", is_open=False, parts=tuple(_closed(each) for each in part.parts))


Lacks = tuple[Standing, str]


def _lacks(is_begun: bool, says: str) -> Lacks:
    """How it stands, and in which sentence, where not enough is met."""
    return (Standing.IN_PROGRESS if is_begun else Standing.NOT_YET, says)


def _together(parts: Sequence[Result], least: int, *, what: str, lacks: Lacks) -> Result:
    met = [part for part in parts if part.is_met]
    standing, says = _standing(parts, met, least, lacks=lacks)
    is_met = standing in (Standing.MET, Standing.SOON)
    foreseen = _foreseen(parts, least)
    asks = _asking(parts, standing, is_choice=least < len(parts))
    return Result(
        what=what,
        says=says if is_met else _with_day(says, foreseen),
        standing=standing,
        since=_since(met, least) if is_met else None,
        until=_until(met, least) if is_met else None,
        action=asks.action if asks else "",
        link=asks.link if asks else "",
        facts=tuple(dict.fromkeys(fact for part in met for fact in part.facts)),
        parts=tuple(parts),
        least=least,
        foreseen=foreseen,
    )


def _standing(parts: Sequence[Result], met: Sequence[Result], least: int, *, lacks: Lacks) -> Lacks:
    if len(met) < least:
        return lacks
    if sum(part.standing is Standing.MET for part in met) >= least:
        return Standing.MET, f"Met by: {_listed(met)}." if met else "Nothing is asked."
    return Standing.SOON, f"Runs out soon: {_listed([part for part in parts if part.runs_out_soon])}."


def _asking(parts: Sequence[Result], standing: Standing, *, is_choice: bool) -> Result | None:
    """The part to go on with: what runs out, else the first that lacks; of a choice the one that is begun."""
    if standing is Standing.MET:
        return None
    wanted = [part for part in parts if part.action and part.runs_out_soon == (standing is Standing.SOON)]
    if is_choice:
        wanted.sort(key=lambda part: not part.is_begun)
    return next((part for part in wanted if part.standing is not Standing.MET), None)


def _foreseen(parts: Sequence[Result], least: int) -> tuple[Span, ...] | None:
    if all(part.foreseen is None for part in parts):
        return None
    return together([part.spans for part in parts], least=least)


def _with_day(says: str, foreseen: Sequence[Span] | None) -> str:
    day = first_from(foreseen or (), date.min)
    return f"{says} Expected by {in_words(day)}." if day else says


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
    return _listed([part for part in parts if part.is_met == met])


def _listed(parts: Sequence[Result]) -> str:
    return "; ".join(part.what for part in parts) or "nothing is named"
