"""How the parts of a map look: a class of the stylesheet on screen, paint on paper, which knows no stylesheet."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """`css` names classes; `fill`, `stroke` and `width` say the same in shades of grey."""

    css: str
    fill: str = "none"
    stroke: str = "none"
    width: float = 0


STEP = Look("m-step", "#fff", "#2b2b2b", 1.5)
FAR = Look("m-step m-step--far", "#fff", "#767676", 1.5)
SHOWN = Look("m-step m-step--shown", "#fff", "#767676", 1.5)
BEHIND = Look("m-step m-step--done", "#e4e4e4", "#2b2b2b", 1.5)
HERE = Look("m-step m-step--here", "#222", "#222", 1.5)
NAME = Look("m-step m-step--far", "#fff", "#767676", 1.5)
NAME_MINE = Look("m-step m-name--mine", "#222", "#222", 1.5)

PATH = Look("m-path", "none", "#8a8a8a", 4)
PATH_BEHIND = Look("m-path m-path--done", "none", "#3d3d3d", 6)
PATH_MINE = Look("m-path m-path--mine", "none", "#222", 6)

STOP = Look("m-stop", "#fff", "#5d5d5d", 3)
STOP_HALF = Look("m-stop m-stop--half", "#c4c4c4", "#222", 3)
STOP_DONE = Look("m-stop m-stop--done", "#222", "#222", 3)

WORDS = Look("", "#000")
QUIET = Look("t-2", "#3d3d3d")
BOLD = Look("t-b", "#000")
GRADE = Look("t-b m-g", "#000")
WHITE = Look("t-w", "#fff")
WHITE_BOLD = Look("t-w t-b", "#fff")
