from academy.engines.access.models.dated_line import DatedLine
from academy.identity.personal_data import PersonalData


class Bar(DatedLine):
    """A dated reason why somebody may not see one thing, whatever else would let her: a conflict of interest."""

    personal_data = PersonalData(
        {"person": "may not see the thing while the bar holds", "given_by": "answers for having set it"}
    )

    def __str__(self) -> str:
        return f"{self.person_id} may not see {self.thing_type_id}/{self.thing_id} ({self.purpose})"
