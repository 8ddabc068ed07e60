from typing import Any


class OfYear:
    """A row that belongs to a year is about whom the year is about, and of the employer the year is with.

    Stands before `models.Model` among the bases.
    """

    enrolment: Any

    @property
    def person_id(self) -> int:
        """About whom it is."""
        return int(self.enrolment.person_id)

    @property
    def organisation_id(self) -> int:
        return int(self.enrolment.organisation_id)
