from academy.people.models.absence import Absence
from academy.people.models.deputy import Deputy
from academy.people.models.grade import Grade, GradeLevel
from academy.people.models.invitation import Invitation
from academy.people.models.job_role import JobRole
from academy.people.models.membership import Membership, PartnershipMember
from academy.people.models.post import Post, Terms
from academy.people.models.registration import Annotation, Registration
from academy.people.models.role_holding import RoleHolding
from academy.people.models.service import Service, Team

__all__ = [
    "Absence",
    "Annotation",
    "Deputy",
    "Grade",
    "GradeLevel",
    "Invitation",
    "JobRole",
    "Membership",
    "PartnershipMember",
    "Post",
    "Registration",
    "RoleHolding",
    "Service",
    "Team",
    "Terms",
]
