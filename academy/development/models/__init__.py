from academy.development.models.entry import Entry, EntryFile
from academy.development.models.policy import CpdPolicy
from academy.development.models.reflection import PeerOffer, PeerReflection
from academy.development.models.renewal import RegulatorEdition, RenewalAct, RenewalNudge, RenewalPiece
from academy.development.models.share import Discussion, Share
from academy.development.models.version import EntryVersion, Frozen, Use

__all__ = [
    "CpdPolicy",
    "Discussion",
    "Entry",
    "EntryFile",
    "EntryVersion",
    "Frozen",
    "PeerOffer",
    "PeerReflection",
    "RegulatorEdition",
    "RenewalAct",
    "RenewalNudge",
    "RenewalPiece",
    "Share",
    "Use",
]
