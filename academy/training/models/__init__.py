from academy.training.models.booking import AttendanceMark, Booking, Feedback
from academy.training.models.completion import Completion
from academy.training.models.course import Course, CourseAudience, CourseCost, CoursePrinciple, Prerequisite
from academy.training.models.event import EventDay, EventTeaching, TrainingEvent
from academy.training.models.platform import Platform, Subscription
from academy.training.models.policy import RequirementMatrix, TrainingPolicy
from academy.training.models.programme import Programme, ProgrammeCourse
from academy.training.models.published import PublishedText
from academy.training.models.quality_review import QualityReview, ReviewAction
from academy.training.models.request import RequestCost, RequestQuestion, RequestStage, TrainingRequest
from academy.training.models.theme import FocusTheme, Need

__all__ = [
    "AttendanceMark",
    "Booking",
    "Completion",
    "Course",
    "CourseAudience",
    "CourseCost",
    "CoursePrinciple",
    "EventDay",
    "EventTeaching",
    "Feedback",
    "FocusTheme",
    "Need",
    "Platform",
    "Prerequisite",
    "Programme",
    "ProgrammeCourse",
    "PublishedText",
    "QualityReview",
    "RequestCost",
    "RequestQuestion",
    "RequestStage",
    "RequirementMatrix",
    "ReviewAction",
    "Subscription",
    "TrainingEvent",
    "TrainingPolicy",
    "TrainingRequest",
]
