"""What the practitioner and the observer are told about an observation. No mail holds a word of it."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class ObservationContext(NoticeContext):
    """Who did it, and the planned day in words."""

    who: str
    day: str


@dataclass(frozen=True, kw_only=True)
class ObservationLinkContext(ObservationContext):
    """For somebody outside: for which organisation, and up to which day the link works."""

    organisation: str
    last_day: str


def _kind(name: str) -> NoticeKind:
    return NoticeKind(f"portfolios.observation.{name}", f"portfolios/email/observation_{name}.txt", ObservationContext)


def _link(name: str) -> NoticeKind:
    template = f"portfolios/email/observation_{name}.txt"
    return NoticeKind(f"portfolios.observation.{name}", template, ObservationLinkContext, inbox=False)


ASKED = _kind("asked")
MOVED = _kind("moved")
CALLED_OFF = _kind("called_off")
DECLINED = _kind("declined")
WRITTEN = _kind("written")
REFLECTED = _kind("reflected")
JUDGED = _kind("judged")
OBSERVE_LINK = _link("observe_link")
JUDGE_LINK = _link("judge_link")

declare(ASKED, MOVED, CALLED_OFF, DECLINED, WRITTEN, REFLECTED, JUDGED, OBSERVE_LINK, JUDGE_LINK)
