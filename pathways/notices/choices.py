"""What the person and her manager are told about a pathway chosen. No mail says which."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class ChoiceContext(NoticeContext):
    """Who did it."""

    who: str


CHOICE_ASKED = NoticeKind("pathways.choice.asked", "pathways/email/choice_asked.txt", ChoiceContext)
CHOICE_AGREED = NoticeKind("pathways.choice.agreed", "pathways/email/choice_agreed.txt", ChoiceContext)
CHOICE_DECLINED = NoticeKind("pathways.choice.declined", "pathways/email/choice_declined.txt", ChoiceContext)

declare(CHOICE_ASKED, CHOICE_AGREED, CHOICE_DECLINED)
