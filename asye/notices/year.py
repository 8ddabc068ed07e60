"""What every notice of a year says: who did it, and whose year it is."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext


@dataclass(frozen=True, kw_only=True)
class YearContext(NoticeContext):
    """Who did it, and whose year it is; empty where it is the reader's own."""

    who: str
    whose: str = ""
