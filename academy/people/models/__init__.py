from academy.people.models.absence import Absence
from academy.people.models.academy_page import AcademyPage, OrganisationLink
from academy.people.models.deputy import Deputy
from academy.people.models.grade import Grade, GradeLevel
from academy.people.models.grade_change import GradeChange
from academy.people.models.invitation import Invitation
from academy.people.models.job_role import JobRole
from academy.people.models.leaving import Leaving, QualifyingSupport
from academy.people.models.membership import Membership, PartnershipMember
from academy.people.models.monitoring import MonitoringAnswer, MonitoringForm
from academy.people.models.post import Post, Terms
from academy.people.models.registration import Annotation, Registration
from academy.people.models.role_holding import RoleHolding
from academy.people.models.second_job import SecondJob, SecondJobPolicy
from academy.people.models.service import Service, Team
from academy.people.models.staff_number import StaffNumber
from academy.people.models.vacancy import Vacancy

__all__ = [
    "Absence",
    "AcademyPage",
    "Annotation",
    "Deputy",
    "Grade",
    "GradeChange",
    "GradeLevel",
    "Invitation",
    "JobRole",
    "Leaving",
    "Membership",
    "MonitoringAnswer",
    "MonitoringForm",
    "OrganisationLink",
    "PartnershipMember",
    "Post",
    "QualifyingSupport",
    "Registration",
    "RoleHolding",
    "SecondJob",
    "SecondJobPolicy",
    "Service",
    "StaffNumber",
    "Team",
    "Terms",
    "Vacancy",
]
