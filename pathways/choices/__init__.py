"""Codes and words of ladders, sittings, journeys and what is agreed on the way."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State

MOST_TITLE = 120
MOST_REASON = 500
MOST_WORDS = 2000
MOST_WHAT = 200


class Mechanism(TextChoices):
    """How a step of a ladder is made; a step may need several, in order (D5-01)."""

    AUTOMATIC = "automatic", "Of itself, once everything asked for is there"
    APPRAISAL = "appraisal", "Appraisal"
    PANEL = "panel", "Panel"
    VACANCY = "vacancy", "Vacancy"
    RECRUITMENT = "recruitment", "Recruitment"

    @property
    def brief(self) -> str:
        """One word, for a picture."""
        return "by itself" if self is Mechanism.AUTOMATIC else str(self.label).lower()


class LengthOfService(TextChoices):
    """May time served count towards a step? Bristol's policy forbids it (S2-02); another employer's may use it."""

    FORBIDDEN = "forbidden", "Length of service counts for nothing"
    ALLOWED = "allowed", "Length of service may count"


class Lane(TextChoices):
    """Side by side in the picture: practice, and management next to it (S1-22)."""

    PRACTICE = "practice", "Practice"
    MANAGEMENT = "management", "Management"


class SittingPurpose(TextChoices):
    PROGRESSION = "progression", "Progression panel"
    MODERATION = "moderation", "ASYE moderation"


class JourneyState(TextChoices):
    """A person on her way from one step of a ladder to the next, under the rules it began with."""

    OPEN = "open", "Under way"
    REACHED = "reached", "Reached"
    LEFT = "left", "Left"

    @property
    def state(self) -> State:
        shapes = {JourneyState.OPEN: Shape.DOING, JourneyState.REACHED: Shape.MET, JourneyState.LEFT: Shape.NOT_YET}
        return State(str(self.label), shapes[self])


class ChoiceState(TextChoices):
    """A pathway somebody chose, which her manager agrees to on service area and business need (S2-182, S2-191)."""

    ASKED = "asked", "Waits for the manager"
    AGREED = "agreed", "Agreed"
    DECLINED = "declined", "Not agreed"
    TAKEN_BACK = "taken_back", "Taken back"
    CHANGED = "changed", "Changed for another"

    @property
    def state(self) -> State:
        return State(str(self.label), _ASKED_SHAPES.get(self.value, Shape.NOT_YET))


class AgreementState(TextChoices):
    """Something that counts because somebody named by the policy agreed to it, on the record."""

    ASKED = "asked", "Waits to be agreed"
    AGREED = "agreed", "Agreed"
    DECLINED = "declined", "Not agreed"
    TAKEN_BACK = "taken_back", "Taken back"

    @property
    def state(self) -> State:
        return State(str(self.label), _ASKED_SHAPES.get(self.value, Shape.NOT_YET))


_ASKED_SHAPES = {"asked": Shape.DOING, "agreed": Shape.MET}


class AgreedBy(TextChoices):
    """Who may agree, as a ladder names them; the relation a fact of the agreement carries."""

    LINE_MANAGER = "line_manager", "line manager"
    ACADEMY_LEAD = "academy_lead", "academy lead"
    PRINCIPAL_SOCIAL_WORKER = "principal_social_worker", "Principal Social Worker"
    SERVICE_MANAGER = "service_manager", "service manager"


class MilestoneKind(TextChoices):
    """What a date of a plan back from a sitting is for."""

    EVIDENCE = "evidence", "Evidence"
    DRAFT = "draft", "Draft"
    FREEZE = "freeze", "Evidence complete"
    ENDORSEMENT = "endorsement", "Endorsement"
    SUBMISSION = "submission", "Submission"
    SITTING = "sitting", "Panel"
