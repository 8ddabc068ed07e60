"""Writing what a file says about a text an academy publishes: its versions side by side."""

from datetime import date

from academy.engines.reference.changes import Change
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.identity.models import Organisation
from academy.training.models import PublishedText
from academy.training.schema.text import TextFile, TextVersionPart
from academy.training.services.loading_names import organisation_called


def load_text(file: TextFile, *, on: date) -> list[Change]:
    """Write every version of a text; withdraw from `on` the shipped ones the file holds no longer. Raises BadFile for a
    version that was published by a person, and for an organisation no file holds."""
    organisation = organisation_called(file.organisation, by=file.path)
    changes = [change for part in file.versions for change in _version(organisation, file, part)]
    shipped = PublishedText.objects.shipped().filter(organisation=organisation, key=file.key)
    gone = withdraw(shipped.exclude(code__in=[part.code for part in file.versions]), on=on)
    return changes + [Change("withdrawn", f"{file.path}/{row.code}") for row in gone]


def withdraw_text(path: str, *, on: date) -> list[Change]:
    """End every shipped version of a text whose file was taken away."""
    slug, _, key = path.partition("/")
    gone = withdraw(PublishedText.objects.shipped().filter(organisation__slug=slug, key=key), on=on)
    return [Change("withdrawn", f"{path}/{row.code}") for row in gone]


def _version(organisation: Organisation, file: TextFile, part: TextVersionPart) -> list[Change]:
    natural = {"organisation": organisation, "key": file.key, "code": part.code}
    row = PublishedText.objects.filter(**natural).first() or PublishedText(**natural)
    key = f"{file.path}/{part.code}"
    refuse_published(row, key=key)
    of_text = file.model_dump(include={"kind", "title", "owner"})
    said = part.model_dump(exclude={"code"})
    return write(row, {**of_text, **said, "checksum": checksum(part), "withdrawn_on": None}).change(key)
