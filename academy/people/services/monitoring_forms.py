"""Monitoring forms that come with the portal: writing what a file says, part of the reference engine's act."""

from datetime import date

from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.identity.models import Organisation
from academy.people.models import MonitoringForm
from academy.people.schema.monitoring import MonitoringFile


def load(file: MonitoringFile, *, on: date) -> list[Change]:
    """Write a form. Raises BadFile for one a person published, and for an unknown organisation."""
    organisation = Organisation.objects.filter(slug=file.organisation).first() if file.organisation else None
    if file.organisation and organisation is None:
        raise BadFile([f"{file.key}: there is no organisation {file.organisation}. Name one that a file holds."])
    same = {"organisation": organisation, "code": file.code, "valid_from": file.valid_from}
    row = MonitoringForm.objects.filter(**same).first() or MonitoringForm(**same)
    refuse_published(row, key=file.key)
    values = {"valid_to": file.valid_to, "content": file.content, "checksum": checksum(file), "withdrawn_on": None}
    return write(row, values).change(file.key)


def withdraw_form(key: str, *, on: date) -> list[Change]:
    """End from that day the form of a file that was taken away. Answers stay; they are counted where they are asked."""
    slug, _, code = key.partition("/")
    shipped = MonitoringForm.objects.shipped().filter(code=code)
    own = shipped.filter(organisation=None) if slug == "all" else shipped.filter(organisation__slug=slug)
    return [Change("withdrawn", key) for _ in withdraw(own, on=on)]
