"""What people are told of feedback. No mail holds a word of it, nor who it is from."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class AskedContext(NoticeContext):
    """Who asks, and about what in her words."""

    who: str
    title: str


@dataclass(frozen=True, kw_only=True)
class LinkContext(AskedContext):
    """For somebody outside: from which organisation, and up to which day the link works."""

    organisation: str
    last_day: str


@dataclass(frozen=True, kw_only=True)
class ArrivedContext(NoticeContext):
    """About what it is, in the practitioner's own words."""

    title: str


FEEDBACK_ASKED = NoticeKind("portfolios.feedback.asked", "portfolios/email/feedback_asked.txt", AskedContext)
FEEDBACK_TO_NOTE = NoticeKind("portfolios.feedback.to_note", "portfolios/email/feedback_to_note.txt", AskedContext)
FEEDBACK_LINK = NoticeKind(
    "portfolios.feedback.link_sent", "portfolios/email/feedback_link.txt", LinkContext, inbox=False
)
FEEDBACK_ARRIVED = NoticeKind("portfolios.feedback.arrived", "portfolios/email/feedback_arrived.txt", ArrivedContext)
FEEDBACK_TAKEN_BACK = NoticeKind(
    "portfolios.feedback.taken_back", "portfolios/email/feedback_taken_back.txt", ArrivedContext
)

declare(FEEDBACK_ASKED, FEEDBACK_TO_NOTE, FEEDBACK_LINK, FEEDBACK_ARRIVED, FEEDBACK_TAKEN_BACK)
