"""One thing that can be done now with a piece of evidence."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Act:
    """What the button says and the page it opens; the first of a piece's acts that is primary is the one to do."""

    words: str
    url: str
    is_primary: bool = False
