"""Codes of the people app: services, professions, regulators, absences, roles, memberships."""

from datetime import date

from django.db.models import TextChoices

from academy.ui.states import Shape, State

# The day the register of social workers in England went from HCPC to Social Work England (D0-01).
SWE_SINCE = date(2019, 12, 2)


class ServiceKind(TextChoices):
    ADULTS = "adults", "Adults"
    CHILDREN = "children", "Children and families"


class GradeKind(TextChoices):
    """What an employer's grades are: grades of pay, known by a code, or stages of a career, known by their title."""

    PAY = "pay", "Pay grade"
    STAGE = "stage", "Career stage"


class Profession(TextChoices):
    SOCIAL_WORKER = "social_worker", "Social work"
    OCCUPATIONAL_THERAPIST = "occupational_therapist", "Occupational therapy"
    SUPPORT_WORKER = "support_worker", "Social care support"
    EDUCATOR = "educator", "Education"
    OTHER = "other", "Other"


class Regulator(TextChoices):
    """Who keeps the register. Social workers moved from HCPC to Social Work England on 2 December 2019 (D0-01)."""

    SWE = "swe", "Social Work England"
    HCPC = "hcpc", "Health and Care Professions Council"


class AnnotationKind(TextChoices):
    """What a regulator notes beside a name."""

    AMHP = "amhp", "Approved mental health professional"
    BIA = "bia", "Best interests assessor"


class AbsenceCategory(TextChoices):
    """Why somebody is away, as coarsely as planning needs it. Never a diagnosis, never a reason."""

    LEAVE = "leave", "Leave"
    FAMILY_LEAVE = "family_leave", "Family leave"
    SICKNESS = "sickness", "Sickness"
    CAREER_BREAK = "career_break", "Career break"
    OTHER = "other", "Other absence"


class MembershipKind(TextChoices):
    """How somebody without a post belongs to an organisation. A new starter does until her first post begins."""

    STARTER = "starter", "New starter"
    CANDIDATE = "candidate", "External candidate"
    PARTNER = "partner", "Partner agency"
    PROVIDER = "provider", "Provider"
    UNIVERSITY = "university", "University partner"
    STUDENT = "student", "Student"
    GUEST = "guest", "Guest"


class RoleCode(TextChoices):
    """Roles held by date and scope, beside the job somebody has (X-07). Line management is no role: posts say it."""

    ACADEMY_LEAD = "academy_lead", "Academy lead"
    ACADEMY_STAFF = "academy_staff", "Academy staff"
    ASYE_COORDINATOR = "asye_coordinator", "ASYE co-ordinator"
    ASYE_ASSESSOR = "asye_assessor", "ASYE assessor"
    MODERATOR = "moderator", "Moderator"
    PRINCIPAL_SOCIAL_WORKER = "principal_social_worker", "Principal Social Worker"
    LEAD_SOCIAL_WORKER = "lead_social_worker", "Lead social worker"
    SERVICE_MANAGER = "service_manager", "Service manager"
    CHIEF_OFFICER = "chief_officer", "Chief officer"
    PANEL_CHAIR = "panel_chair", "Panel chair"
    PANEL_MEMBER = "panel_member", "Panel member"
    PANEL_CLERK = "panel_clerk", "Panel clerk"
    PRACTICE_EDUCATOR_1 = "practice_educator_1", "Practice educator, stage 1"
    PRACTICE_EDUCATOR_2 = "practice_educator_2", "Practice educator, stage 2"
    COACH = "coach", "Coach or mentor"
    HR = "hr", "Human resources"
    AUDITOR = "auditor", "Auditor (reads only)"
    ADMINISTRATOR = "administrator", "System administrator"


class InvitationState(TextChoices):
    """How an invitation stands; worked out from its times, not stored."""

    OPEN = "open", "Waiting"
    EXPIRED = "expired", "Ran out"
    ACCEPTED = "accepted", "Accepted"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        shapes = {
            InvitationState.OPEN: Shape.DOING,
            InvitationState.EXPIRED: Shape.AGEING,
            InvitationState.ACCEPTED: Shape.MET,
            InvitationState.WITHDRAWN: Shape.NOT_YET,
        }
        return State(str(self.label), shapes[self])


# The academy's own people: they see learning records, never HR case files (D7-09).
ACADEMY_ROLES = (RoleCode.ACADEMY_LEAD, RoleCode.ACADEMY_STAFF)
# Who keeps the records of people in an organisation: adds them, moves them, gives them roles.
KEEPER_ROLES = (*ACADEMY_ROLES, RoleCode.HR, RoleCode.ADMINISTRATOR)
# Who sees the records of the people of their place, without keeping them.
RECORD_ROLES = (RoleCode.PRINCIPAL_SOCIAL_WORKER, RoleCode.SERVICE_MANAGER, RoleCode.AUDITOR)
# Who plans, opens and closes vacancies: a step up waits for one (S2-14), so nobody does it for her own team alone.
VACANCY_KEEPERS = (RoleCode.HR, RoleCode.ACADEMY_LEAD)
# Who changes the grades of others.
GRADE_KEEPERS = (RoleCode.HR, RoleCode.ACADEMY_LEAD)
# Roles that open other people's records widely, so that only those who answer for them give them.
RESERVED_ROLES = (RoleCode.ACADEMY_LEAD, RoleCode.HR, RoleCode.AUDITOR, RoleCode.ADMINISTRATOR)
RESERVED_ROLE_GIVERS = (RoleCode.ACADEMY_LEAD, RoleCode.ADMINISTRATOR)
# Kinds of organisation whose academy lead or administrator adds other organisations (codes of identity's kinds).
OPENER_KINDS = ("council", "partnership")
