from academy.engines.access.models.dated_line import DatedLine
from academy.identity.personal_data import PersonalData


class Grant(DatedLine):
    """A dated permission to see one thing, given for a purpose: a share, a case to review, an assessor's evidence."""

    personal_data = PersonalData(
        {"person": "may see the thing while the grant holds", "given_by": "answers for having given it"}
    )

    def __str__(self) -> str:
        return f"{self.person_id} may see {self.thing_type_id}/{self.thing_id} ({self.purpose})"
