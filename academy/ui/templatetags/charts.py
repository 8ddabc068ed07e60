"""Pictures on pages: `{% load charts %}`. Each has a title, a description and a table behind."""

from django import template

from academy.ui.charts.balance import BalanceBar, balance_drawing, shares_of
from academy.ui.charts.blocks import Blocks, block_places
from academy.ui.charts.rhythm import RhythmStrip, rhythm_drawing
from academy.ui.charts.series import Series
from academy.ui.components import Values, component

register = template.Library()


@component(register, "components/rhythm_strip.html")
def rhythm_strip(strip: RhythmStrip, id: str = "rhythm", key: bool = True) -> Values:
    """The 12-week rhythm. Put `{% rhythm_table %}` near it."""
    return {"drawing": rhythm_drawing(strip), "id": id, "series": list(Series) if key else []}


@component(register, "components/rhythm_table.html")
def rhythm_table(strip: RhythmStrip) -> Values:
    """The same as a table, folded away."""
    rows = [(stretch, [stretch.count(series) for series in Series]) for stretch in strip.stretches]
    return {"rows": rows, "series": list(Series)}


@component(register, "components/balance_bar.html")
def balance_bar(bar: BalanceBar, id: str = "balance") -> Values:
    """The 70:20:10 balance against the guide. Put `{% balance_table %}` near it."""
    return {"drawing": balance_drawing(bar), "id": id}


@component(register, "components/balance_table.html")
def balance_table(bar: BalanceBar, unit: str = "Entries") -> Values:
    """The same as a table, folded away; `unit` heads the column of amounts, which is left out without one."""
    shares, guide = shares_of(bar), bar.guide
    suggested = (guide.experience, guide.others, guide.formal)
    rows = [
        (series.words, amount, shares.get(series, 0), share)
        for (series, amount), share in zip(bar.amounts(), suggested, strict=True)
    ]
    return {"rows": rows, "unit": unit}


@component(register, "components/blocks.html")
def blocks(blocks: Blocks, id: str = "blocks") -> Values:
    """How several things stand, one block each, with the counts in words below."""
    return {"blocks": blocks, "places": block_places(blocks.shapes), "id": id}
