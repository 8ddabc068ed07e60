"""What whoever writes the discussion of a case begins from: her unsent words, or what stands."""

from dataclasses import dataclass

from academy.engines.drafts.selectors.words import KeptWords
from panels.models import AgendaItem, Discussion


@dataclass(frozen=True)
class Begun:
    """The words to go on with, and the revision they are kept on. `overtaken` is what stands now, where somebody else
    has kept another text since the unsent words were begun."""

    words: str
    revision: int
    overtaken: str = ""


def begun(item: AgendaItem, unsent: KeptWords | None) -> Begun:
    """What the form starts from. Unsent words come first; whoever reads both texts on one page goes on from what stands
    now. One query."""
    stands = Discussion.objects.filter(item=item).first()
    kept, revision = (stands.words, stands.revision) if stands is not None else ("", 0)
    if unsent is None or not unsent.has_draft:
        return Begun(kept, revision)
    said = unsent.data
    is_overtaken = kept != said.get("words", "") and str(revision) != said.get("begun_from", "0")
    return Begun(said.get("words", ""), revision, kept if is_overtaken else "")
