"""Codes of training: what an offer is, for whom and why; states of events, bookings and requests; limits of forms."""

from decimal import Decimal

from django.db.models import TextChoices

from academy.ui.states import Shape, State

MOST_TITLE = 200
MOST_NOTE = 1_000
# Under which unsent words of a request are kept.
REQUEST_FORM = "training.request"
MOST_TEXT = 5_000
MOST_DAYS = Decimal("400.00")
MOST_POUNDS = Decimal("99999.99")


class OfferKind(TextChoices):
    """What kind of learning something of the offer is (S0-27, S1-36, S3-39, S3-44, S3-50, S3-53)."""

    COURSE = "course", "Course"
    WORKSHOP = "workshop", "Workshop"
    SUPPORT = "support", "Support session"
    ONLINE = "online", "Online learning"
    MODULE = "module", "Module"
    QUALIFICATION = "qualification", "Qualification"
    WORKBOOK = "workbook", "Workbook"
    NEWS = "news", "News item"
    FORUM = "forum", "Forum"
    LINK = "link", "Link"
    REFLECTIVE = "reflective", "Reflective practice session"
    COACHING = "coaching", "Coaching session"
    GROUP_COACHING = "group_coaching", "Group coaching"
    COUNSELLING = "counselling", "Career counselling"
    SPEAKER = "speaker", "Guest speaker session"


# Read or done on one's own, at any time: nothing is booked (S1-34 to S1-36).
LIBRARY_KINDS = (OfferKind.WORKBOOK, OfferKind.NEWS, OfferKind.FORUM, OfferKind.LINK)


class Promise(TextChoices):
    """The three stages of the promise to staff, by which the offer is grouped (S0-10)."""

    BEGIN = "begin", "Begin"
    FLOURISH = "flourish", "Flourish"
    EXCEL = "excel", "Excel"


class Basis(TextChoices):
    """What in-house learning is commissioned from (S0-21, S1-32)."""

    STATUTORY = "statutory", "Statutory requirement"
    CORE = "core", "Core requirement"
    SERVICE = "service", "Service priority"
    NEED = "need", "Need found by analysis"
    PROFESSION = "profession", "Professional development"


class Accreditation(TextChoices):
    """How a course stands with whoever accredits it (S3-22, S3-46)."""

    NONE = "none", "Not accredited"
    APPLIED = "applied", "Accreditation applied for"
    GRANTED = "granted", "Accredited"


class Outcome(TextChoices):
    """What somebody has who finished."""

    COMPLETION = "completion", "Completion"
    AWARD = "award", "Award"


class CostKind(TextChoices):
    """What money is for. Travel and time off are never asked back (D5-22)."""

    FEE = "fee", "Fee"
    BOOKS = "books", "Books and materials"
    EXAM = "exam", "Registration or examination"
    TRAVEL = "travel", "Travel"
    OTHER = "other", "Other"


class Principle(TextChoices):
    """The five principles of CPD a course meets in its own way (S3-23 to S3-28)."""

    REFLECTION = "reflection", "Critical reflection through supervision and practice discussion"
    PCF = "pcf", "Uses the PCF"
    HOLISTIC = "holistic", "Assessed holistically"
    PRACTICE = "practice", "Includes practice-based assessment"
    IMPACT = "impact", "Measures impact"


class NeedSource(TextChoices):
    """Where a need was found (S3-05, S3-08 to S3-10)."""

    HEALTH_CHECK = "health_check", "Employer standards Health Check"
    SKILLS_AUDIT = "skills_audit", "Skills audit"
    CONSULTATION = "consultation", "Consultation"
    LAW = "law", "New law or guidance"
    SERVICE = "service", "Service planning"


class OpenTo(TextChoices):
    """Who may use a platform (S0-28 to S0-30)."""

    STAFF = "staff", "Staff"
    PROVIDERS = "providers", "Staff and providers"


class AudienceWho(TextChoices):
    """Which people of an organisation an audience takes in."""

    STAFF = "staff", "Staff"
    PROVIDERS = "providers", "Providers and partner agencies"
    ALL = "all", "Everybody who belongs to it"


class EventState(TextChoices):
    PLANNED = "planned", "Being planned"
    OPEN = "open", "Open for booking"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"

    @property
    def state(self) -> State:
        shapes = {"open": Shape.DOING, "held": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


class BookingState(TextChoices):
    """Where somebody stands with an event. Whether her manager has agreed is the request's, not the booking's."""

    WAITING = "waiting", "On the waiting list"
    OFFERED = "offered", "Place offered"
    HELD = "held", "Place held"
    ATTENDED = "attended", "Attended"
    PART = "part", "Attended in part"
    NO_SHOW = "no_show", "Did not come"
    CANCELLED = "cancelled", "Cancelled"
    CANCELLED_LATE = "cancelled_late", "Cancelled late"
    LAPSED = "lapsed", "Offer not taken up"

    @property
    def state(self) -> State:
        shapes = {
            "waiting": Shape.DOING,
            "offered": Shape.AGEING,
            "held": Shape.MET,
            "attended": Shape.MET,
            "part": Shape.DOING,
            "no_show": Shape.LATE,
        }
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


# A seat is taken in these: an offer keeps its seat for as long as it stands.
SEATED = (BookingState.OFFERED, BookingState.HELD, BookingState.ATTENDED, BookingState.PART, BookingState.NO_SHOW)
# Somebody is still on the way to the event.
LIVE = (BookingState.WAITING, BookingState.OFFERED, BookingState.HELD)
CAME = (BookingState.ATTENDED, BookingState.PART)


class Mark(TextChoices):
    """How somebody was there on one day of an event."""

    PRESENT = "present", "There"
    LATE = "late", "Came late"
    PART = "part", "There in part"
    ABSENT = "absent", "Not there"


class AwardType(TextChoices):
    """What kind of learning is asked for from outside."""

    NONE = "none", "No award"
    CERTIFICATE = "certificate", "Certificate of attendance"
    MODULE = "module", "University module"
    POSTGRADUATE = "postgraduate", "Postgraduate award"
    VOCATIONAL = "vocational", "Vocational qualification"
    DEGREE = "degree", "Degree"
    APPRENTICESHIP = "apprenticeship", "Apprenticeship"


class Support(TextChoices):
    """What the employer is asked for (S0-66)."""

    FEES = "fees", "Fees"
    TIME = "time", "Time off to attend"
    STUDY = "study", "Study time"
    BOOKS = "books", "Books and materials"
    TRAVEL = "travel", "Travel"


class AgreedIn(TextChoices):
    """Where it was talked over before it was asked for (S2-91, S2-113)."""

    SUPERVISION = "supervision", "Supervision"
    APPRAISAL = "appraisal", "Appraisal"
    ELSEWHERE = "elsewhere", "Another talk"
    NOT_YET = "not_yet", "Not talked over yet"


class RequestState(TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Waiting for a decision"
    ASKED = "asked", "Question to answer"
    APPROVED = "approved", "Approved"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        shapes = {"submitted": Shape.DOING, "asked": Shape.AGEING, "approved": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


# Somebody still has to act.
OPEN_REQUESTS = (RequestState.SUBMITTED, RequestState.ASKED)


class Decider(TextChoices):
    """Who decides at a stage, lowest first."""

    LINE_MANAGER = "line_manager", "Line manager"
    SERVICE_MANAGER = "service_manager", "Service manager"
    ACADEMY_LEAD = "academy_lead", "Academy lead"
    CHIEF_OFFICER = "chief_officer", "Chief officer"


# Those who decide by a role; their codes are the roles'. The line manager decides by the terms of posts.
ROLES_THAT_DECIDE = (Decider.SERVICE_MANAGER, Decider.ACADEMY_LEAD, Decider.CHIEF_OFFICER)


class StageState(TextChoices):
    """How one stage of a request stands. A stage is void when the request ended before its turn."""

    WAITING = "waiting", "Not yet its turn"
    OPEN = "open", "Waiting for a decision"
    ASKED = "asked", "Waiting for an answer"
    APPROVED = "approved", "Approved"
    DECLINED = "declined", "Declined"
    VOID = "void", "Not needed any more"

    @property
    def state(self) -> State:
        shapes = {"open": Shape.DOING, "asked": Shape.AGEING, "approved": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


class Applies(TextChoices):
    """To which requests a line of the training policy speaks."""

    ALWAYS = "always", "Every request"
    OUTSIDE = "outside", "Learning outside the academy's offer"
    COST = "cost", "Whatever costs money"
    AWARD = "award", "Awards and qualifications"


class CompletionSource(TextChoices):
    """How the portal knows that somebody finished something."""

    ATTENDANCE = "attendance", "Attendance of an event"
    PLATFORM = "platform", "E-learning platform"
    NOTED = "noted", "Noted by the academy"


class TextKind(TextChoices):
    """What an academy publishes of its own (S0-02, S0-05, S2-27)."""

    FRAMEWORK = "framework", "Practice framework"
    DELIVERY_MODEL = "delivery_model", "Practice delivery model"
    OFFER = "offer", "What the employer offers"
    EXPECTATION = "expectation", "What the employer expects"


class ReviewState(TextChoices):
    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    DROPPED = "dropped", "Dropped"

    @property
    def state(self) -> State:
        shapes = {"planned": Shape.DOING, "held": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))
