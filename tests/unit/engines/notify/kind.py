"""A kind of notice that exists in tests only, with its template."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind

TEMPLATE = "{{ who }} shared “{{ what }}” with you\n\n{{ who }} would like you to read “{{ what }}”.\n"


@dataclass(frozen=True, kw_only=True)
class Shared(NoticeContext):
    who: str
    what: str


SHARED = NoticeKind("tests.entry.shared", "tests/email/shared.txt", Shared)
BY_MAIL = NoticeKind("tests.invitation.sent", "tests/email/shared.txt", Shared, inbox=False)
IN_INBOX = NoticeKind("tests.entry.answered", "tests/email/shared.txt", Shared, mail=False)
CONTEXT = Shared(who="Siân O’Neill & Co", what="Court <work>", url="/cpd/7/")
