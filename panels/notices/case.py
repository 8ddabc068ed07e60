"""What every notice of a case says: whose it is, under the name its reader may know, and what is asked of the panel."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext


@dataclass(frozen=True, kw_only=True)
class CaseContext(NoticeContext):
    """`whose` is empty where it is the reader's own case; `what` is "Step up to BG11"."""

    what: str
    whose: str = ""
