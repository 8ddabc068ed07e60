"""Pictures on paper: the same geometry as on pages, in shades of grey, with attributes instead of a stylesheet.

WeasyPrint takes the alternative text of a picture from its title alone, so the whole description stands there.
"""

from django import template

from academy.ui.charts.balance import BalanceBar, balance_drawing
from academy.ui.charts.rhythm import RhythmStrip, rhythm_drawing
from academy.ui.charts.series import Series
from academy.ui.components import Values, component

register = template.Library()

# Apart in grey as they are apart in colour; words stand beside each.
SHADES = ("#cfe3e3", "#8fbcbc", "#0a3c43")
INKS = {Series.EXPERIENCE.mark: "#2b2b2b", Series.OTHERS.mark: "#8a8a8a", Series.FORMAL.mark: "#d2d2d2"}


@component(register, "documents/_balance.html")
def balance_on_paper(bar: BalanceBar) -> Values:
    """The 70:20:10 balance against the guide."""
    return {"drawing": balance_drawing(bar)}


@component(register, "documents/_rhythm.html")
def rhythm_on_paper(strip: RhythmStrip) -> Values:
    """The stretches with a dot per entry."""
    return {"drawing": rhythm_drawing(strip), "series": list(Series)}


@register.filter
def ink(mark: str) -> str:
    """The grey of a way of learning, by the style of its marks."""
    return INKS[mark]


@register.filter
def heat(shade: int) -> str:
    """The shade of a cell of a heat map, from 1 to 3."""
    return SHADES[shade - 1]
