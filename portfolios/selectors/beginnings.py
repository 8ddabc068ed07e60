"""What can be begun as evidence, as the cards on the list say it. Each kind adds its line when its page is there."""

from dataclasses import dataclass

from portfolios.choices.evidence import EvidenceKind
from portfolios.rules.pieces import ASKED


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """A card: what it is called, what it asks of her and of the second person, and the address it opens."""

    kind: EvidenceKind
    words: str
    about: str
    url_name: str


BEGINNINGS: tuple[Beginning, ...] = (
    Beginning(
        kind=EvidenceKind.OBSERVATION,
        words="Be observed",
        about="Plan a day. The observer writes what they saw, you reflect on it, and they say what they make of it.",
        url_name="portfolios:plan-observation",
    ),
    Beginning(
        kind=EvidenceKind.FEEDBACK,
        words="Ask for feedback",
        about="A person you work with, a carer, a child or another professional says how it is to work with you.",
        url_name="portfolios:feedback-begin",
    ),
    Beginning(
        kind=EvidenceKind.AUDIT,
        words="Have a case audited",
        about="A colleague looks at one of your cases with you, grades it and says why.",
        url_name="portfolios:ask-audit",
    ),
    *(
        Beginning(kind=kind, words=asked.begin, about=asked.about, url_name=f"portfolios:begin-{kind.value}")
        for kind, asked in ASKED.items()
    ),
)
