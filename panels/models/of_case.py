from typing import Any


class OfCase:
    """A row that belongs to a case is about its candidate and of its organisation.

    Stands before `models.Model` among the bases.
    """

    case: Any

    @property
    def person_id(self) -> int:
        """About whom it is."""
        return int(self.case.person_id)

    @property
    def organisation_id(self) -> int:
        return int(self.case.organisation_id)


class OfDecision:
    """A row that follows a decision is about the candidate of its case and of its organisation.

    Stands before `models.Model` among the bases.
    """

    decision: Any

    @property
    def person_id(self) -> int:
        """About whom it is."""
        return int(self.decision.person_id)

    @property
    def organisation_id(self) -> int:
        return int(self.decision.organisation_id)
