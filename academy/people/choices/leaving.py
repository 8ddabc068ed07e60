"""Codes of leaving an employer, and of being supported to qualify."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class LeavingReason(TextChoices):
    """Why somebody leaves, as she says it in the exit interview (S2-07). More than one may hold."""

    PROGRESSION = "progression", "Lack of opportunity or progression"
    WORKLOAD = "workload", "Workload"
    PAY = "pay", "Pay and conditions"
    MANAGEMENT = "management", "Management or supervision"
    WELLBEING = "wellbeing", "Wellbeing at work"
    FAMILY = "family", "Family or personal circumstances"
    RELOCATION = "relocation", "Moving away"
    RETIREMENT = "retirement", "Retirement"
    OTHER_EMPLOYER = "other_employer", "A post with another employer"
    AGENCY = "agency", "Agency work"
    STUDY = "study", "Study"
    END_OF_CONTRACT = "end_of_contract", "End of the contract"
    OTHER = "other", "Another reason"
    NOT_SAID = "not_said", "Prefer not to say"


class Destination(TextChoices):
    """Where somebody goes."""

    COUNCIL = "council", "Another council"
    HEALTH = "health", "The health service"
    CHARITY = "charity", "A charity or provider"
    AGENCY = "agency", "An agency"
    OTHER_SECTOR = "other_sector", "Work outside social care"
    NOT_WORKING = "not_working", "Not working"
    NOT_SAID = "not_said", "Prefer not to say"


class LeavingState(TextChoices):
    """Where a leaver event stands: entered, talked over in an exit interview, or taken back."""

    ENTERED = "entered", "Exit interview to come"
    INTERVIEWED = "interviewed", "Exit interview held"
    DECLINED = "declined", "No exit interview wanted"
    TAKEN_BACK = "taken_back", "Stays after all"

    @property
    def state(self) -> State:
        shapes = {"entered": Shape.DOING, "interviewed": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


class QualifyingRoute(TextChoices):
    """How somebody is supported to qualify (S0-41, S0-44, S1-15)."""

    APPRENTICESHIP = "apprenticeship", "Apprenticeship"
    SPONSORED = "sponsored", "Sponsored degree"
    FAST_TRACK = "fast_track", "Fast-track programme"
    RETURN = "return", "Return to social work"
