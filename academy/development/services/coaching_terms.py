"""The terms of coaching, loaded from the files that come with the portal."""

from datetime import date

from academy.development.models import CoachingTerms
from academy.development.schema.coaching import TermsFile
from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.identity.models import Organisation


def load_terms(file: TermsFile, *, on: date) -> list[Change]:
    """Write one edition of terms. Raises BadFile for an edition a person published, and for an unknown organisation."""
    organisation = Organisation.objects.filter(slug=file.organisation).first() if file.organisation else None
    if file.organisation and organisation is None:
        raise BadFile([f"{file.key}: there is no organisation {file.organisation}. Name one that a file holds."])
    kept = CoachingTerms.objects.filter(organisation=organisation, code=file.code).first()
    row = kept or CoachingTerms(organisation=organisation, code=file.code)
    refuse_published(row, key=file.key)
    values = {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "title": file.title,
        "content": file.model_dump(mode="json", include={"usual", "parts"}),
        "checksum": checksum(file),
        "withdrawn_on": None,
    }
    return write(row, values).change(file.key)


def withdraw_terms(key: str, *, on: date) -> list[Change]:
    """End from that day the edition of a file that was taken away."""
    slug, _, code = key.partition("/")
    shipped = CoachingTerms.objects.shipped().filter(code=code)
    own = shipped.filter(organisation=None) if slug == "all" else shipped.filter(organisation__slug=slug)
    return [Change("withdrawn", key) for _ in withdraw(own, on=on)]
