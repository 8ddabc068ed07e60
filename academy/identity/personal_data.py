"""What each stored field of personal data is for and what becomes of it. Every model of ours states one of these."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PersonalData:
    """Field name → what it is for and how it is kept, scrubbed or deleted (UK GDPR Art 5(1)(b), (e)).

    `fields` names only fields that say something about a person; a model without any says `NO_PERSONAL_DATA`.
    """

    fields: Mapping[str, str] = field(default_factory=dict)


NO_PERSONAL_DATA = PersonalData()
