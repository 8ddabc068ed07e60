from panels.models.appeal import Appeal, Hearer
from panels.models.appointment import Appointment
from panels.models.case import AskedItem, Case, Extension
from panels.models.decision import Decision, Feedback, Letter, Target
from panels.models.judging import AnotherLook, Assignment, Review, Score, Tie
from panels.models.meeting import AgendaItem, Discussion, Meeting, Presence
from panels.models.panel import Member, Panel
from panels.models.policy import PanelPolicy
from panels.models.progress import Progress
from panels.models.sample import Clearance, Sample, Sampled
from panels.models.theme import Theme, ThemeNote
from panels.models.year_plan import Action, PeriodWords

__all__ = [
    "Action",
    "AgendaItem",
    "AnotherLook",
    "Appeal",
    "Appointment",
    "AskedItem",
    "Assignment",
    "Case",
    "Clearance",
    "Decision",
    "Discussion",
    "Extension",
    "Feedback",
    "Hearer",
    "Letter",
    "Meeting",
    "Member",
    "Panel",
    "PanelPolicy",
    "PeriodWords",
    "Presence",
    "Progress",
    "Review",
    "Sample",
    "Sampled",
    "Score",
    "Target",
    "Theme",
    "ThemeNote",
    "Tie",
]
