from academy.development.models.appraisal import Appraisal, AppraisalAddendum, AppraisalPolicy, LearningNeed
from academy.development.models.audit import AuditRating, SelfAudit
from academy.development.models.coaching import CoachingTerms, CoachMatch, CoachMeeting, CoachProfile, CoachProfileArea
from academy.development.models.entry import Entry, EntryFile
from academy.development.models.goal import Goal, GoalEntry, GoalReview
from academy.development.models.induction import Induction, InductionItem, InductionProgramme, InductionTick
from academy.development.models.note import PrivateNote
from academy.development.models.peer_session import PeerAttendance, PeerSession
from academy.development.models.policy import CpdPolicy
from academy.development.models.reflection import PeerOffer, PeerReflection
from academy.development.models.renewal import RegulatorEdition, RenewalAct, RenewalNudge, RenewalPiece
from academy.development.models.share import Discussion, Share
from academy.development.models.skill import Skill, SkillMark, SkillSet
from academy.development.models.supervision import Supervision, SupervisionAddendum, SupervisionAgreement
from academy.development.models.version import EntryVersion, Use

__all__ = [
    "Appraisal",
    "AppraisalAddendum",
    "AppraisalPolicy",
    "AuditRating",
    "CoachMatch",
    "CoachMeeting",
    "CoachProfile",
    "CoachProfileArea",
    "CoachingTerms",
    "CpdPolicy",
    "Discussion",
    "Entry",
    "EntryFile",
    "EntryVersion",
    "Goal",
    "GoalEntry",
    "GoalReview",
    "Induction",
    "InductionItem",
    "InductionProgramme",
    "InductionTick",
    "LearningNeed",
    "PeerAttendance",
    "PeerOffer",
    "PeerReflection",
    "PeerSession",
    "PrivateNote",
    "RegulatorEdition",
    "RenewalAct",
    "RenewalNudge",
    "RenewalPiece",
    "SelfAudit",
    "Share",
    "Skill",
    "SkillMark",
    "SkillSet",
    "Supervision",
    "SupervisionAddendum",
    "SupervisionAgreement",
    "Use",
]
