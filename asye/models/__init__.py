from asye.models.agreement import Agreement, Milestone, Plan, PlanGoal
from asye.models.change import Change, Consent
from asye.models.ending import AsyeCertificate, EmployerDecision, GrantClaim, Moderation, Recommendation
from asye.models.enrolment import Enrolment, Part, Period, Transfer
from asye.models.policy import AsyePolicy
from asye.models.promise import Nudge, Signal, Week
from asye.models.review import Cited, Concern, Review, ReviewAddendum, ReviewPart

__all__ = [
    "Agreement",
    "AsyeCertificate",
    "AsyePolicy",
    "Change",
    "Cited",
    "Concern",
    "Consent",
    "EmployerDecision",
    "Enrolment",
    "GrantClaim",
    "Milestone",
    "Moderation",
    "Nudge",
    "Part",
    "Period",
    "Plan",
    "PlanGoal",
    "Recommendation",
    "Review",
    "ReviewAddendum",
    "ReviewPart",
    "Signal",
    "Transfer",
    "Week",
]
