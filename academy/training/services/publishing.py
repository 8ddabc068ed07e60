"""The kinds of policy an academy lead publishes on a page, and checking what she wrote."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from academy.engines.reference.models.version import Version
from academy.engines.reference.reading import BadPlace, Misplaced, check
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.training.models import RequirementMatrix, TrainingPolicy
from academy.training.rules.keeping import can_begin
from academy.training.schema.matrix import MatrixFile
from academy.training.schema.policy import TrainingPolicyFile
from academy.training.services import matrices, policies

YOUR_TEXT = "Your text"


class Publish(Protocol):
    """The command that publishes a version of a kind."""

    def __call__(self, *, organisation: Organisation, content: Any, by: Actor, at: datetime) -> Version: ...


@dataclass(frozen=True, kw_only=True)
class PublishedKind:
    """A kind of policy: its code in addresses, its words, the shape of its text, and how a version is published.
    `unknown` finds names in a text that are nobody's."""

    code: str
    words: str
    about: str
    model: type[Version]
    schema: type[TrainingPolicyFile] | type[MatrixFile]
    publish: Publish
    unknown: Callable[[Any], Iterable[Misplaced]]


def _nothing_unknown(file: TrainingPolicyFile) -> Iterable[Misplaced]:
    """A training policy names only codes its schema knows."""
    return ()


TRAINING = PublishedKind(
    code="training",
    words="How training is decided",
    about="Who agrees to what and from which limit on, and how long places are kept.",
    model=TrainingPolicy,
    schema=TrainingPolicyFile,
    publish=policies.publish,
    unknown=_nothing_unknown,
)
REQUIREMENTS = PublishedKind(
    code="requirements",
    words="What is required of whom",
    about="Which courses people of which service, job, team or grade must have done, and for how long they count.",
    model=RequirementMatrix,
    schema=MatrixFile,
    publish=matrices.publish,
    unknown=matrices.unknown_in,
)
KINDS = {kind.code: kind for kind in (TRAINING, REQUIREMENTS)}


def checked(kind: PublishedKind, text: str, *, organisation: Organisation, on: date) -> Any:
    """What a text of this kind says for the organisation, to be published on a day or later.

    Raises BadFile, each mistake with its line and key: also for another organisation and a first day that is past.
    """
    file = check(kind.schema, text, name=YOUR_TEXT)
    found: list[Misplaced] = list(kind.unknown(file))
    if file.organisation not in (None, organisation.slug):
        said = f"it is published for your organisation. Write {organisation.slug}"
        found = [(("organisation",), said)]
    decision = can_begin(valid_from=file.valid_from, today=on)
    if not decision.allowed:
        found.append((("valid_from",), decision.reason.rstrip(".")))
    if found:
        raise BadPlace(found).in_text(text, name=YOUR_TEXT)
    return file
