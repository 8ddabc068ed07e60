"""The terms of coaching, loaded from the files that come with the portal."""

from datetime import date

from academy.development.models import CoachingTerms
from academy.development.schema.coaching import TermsFile
from academy.engines.reference.changes import Change
from academy.engines.reference.services.policies import load_own, withdraw_own
from academy.engines.reference.writing import checksum


def load_terms(file: TermsFile, *, on: date) -> list[Change]:
    """Write one edition of terms. Raises BadFile for an edition a person published, and for an unknown organisation."""
    columns = {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "title": file.title,
        "content": file.model_dump(mode="json", include={"usual", "parts"}),
        "checksum": checksum(file),
    }
    return load_own(CoachingTerms, file, columns)


def withdraw_terms(key: str, *, on: date) -> list[Change]:
    """End from that day the edition of a file that was taken away."""
    return withdraw_own(CoachingTerms, key, on=on)
