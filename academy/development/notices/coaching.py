"""What the two are told about their coaching. No mail holds a word of what it is about."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class CoachingContext(NoticeContext):
    """Who did it."""

    who: str


def _kind(name: str, template: str) -> NoticeKind:
    return NoticeKind(f"development.{name}", f"development/email/{template}.txt", CoachingContext)


COACH_ADDED = _kind("coach.added", "coach_added")
MATCH_ASKED = _kind("match.asked", "match_asked")
MATCH_ACCEPTED = _kind("match.accepted", "match_accepted")
MATCH_DECLINED = _kind("match.declined", "match_declined")
MATCH_AGREED = _kind("match.agreed", "match_agreed")
MATCH_WITHDRAWN = _kind("match.withdrawn", "match_withdrawn")
MATCH_SIGNED = _kind("match.signed", "match_signed")
MATCH_BEGUN = _kind("match.begun", "match_begun")
MATCH_ENDED = _kind("match.ended", "match_ended")

declare(
    COACH_ADDED,
    MATCH_ASKED,
    MATCH_ACCEPTED,
    MATCH_DECLINED,
    MATCH_AGREED,
    MATCH_WITHDRAWN,
    MATCH_SIGNED,
    MATCH_BEGUN,
    MATCH_ENDED,
)
