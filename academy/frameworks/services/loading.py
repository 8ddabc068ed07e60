"""Writing what a file says about a framework: part of the reference engine's act, which audits it."""

from datetime import date

from django.db.models import QuerySet

from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.frameworks.models import Framework, FrameworkVersion
from academy.frameworks.schema import FrameworkFile, FrameworkPart, VersionPart
from academy.frameworks.services.lines import confirmation, write_lines


def load(file: FrameworkFile, *, on: date) -> list[Change]:
    """Write a framework, its versions and their lines; withdraw from `on` what the file holds no longer.

    What a lead confirmed stays confirmed until the line itself reads differently. Raises BadFile for a version that was
    published by a person, and for a predecessor that is not there.
    """
    framework, changes = _framework(file.framework)
    for part in file.versions:
        changes += _version(framework, part, on=on)
    codes = [part.code for part in file.versions]
    return changes + _ended(framework.versions.shipped().exclude(code__in=codes), on=on)


def withdraw_framework(code: str, *, on: date) -> list[Change]:
    """End every shipped version of a framework whose file was taken away."""
    return _ended(FrameworkVersion.objects.shipped().filter(framework__code=code), on=on)


def needs(file: FrameworkFile) -> frozenset[str]:
    """Codes of the other frameworks whose versions this one's versions succeed."""
    named = {(part.succeeds or "").partition("/")[0] for part in file.versions}
    return frozenset(named - {"", file.framework.code})


def _framework(part: FrameworkPart) -> tuple[Framework, list[Change]]:
    row = Framework.objects.filter(code=part.code).first() or Framework(code=part.code)
    return row, write(row, part.model_dump(exclude={"code"})).change(part.code)


def _version(framework: Framework, part: VersionPart, *, on: date) -> list[Change]:
    key = f"{framework.code}/{part.code}"
    row = framework.versions.filter(code=part.code).first() or FrameworkVersion(framework=framework, code=part.code)
    refuse_published(row, key=key)
    is_new = row.pk is None
    dates = {"valid_from": part.valid_from, "valid_to": part.valid_to}
    written = write(
        row,
        {
            **dates,
            **confirmation(row, dates, asked=part.confirm_dates),
            "title": part.title,
            "source": part.source,
            "picture_alternative": part.picture_alternative or "",
            "succeeds_id": _predecessor_id(part, key=key),
            "checksum": checksum(part),
            "withdrawn_on": None,
        },
    )
    lines = write_lines(row, part, on=on)
    return written.change(key) + ([] if is_new else lines)


def _predecessor_id(part: VersionPart, *, key: str) -> int | None:
    if part.succeeds is None:
        return None
    framework, _, code = part.succeeds.partition("/")
    found = FrameworkVersion.objects.filter(framework__code=framework, code=code).values_list("pk", flat=True).first()
    if found is None:
        raise BadFile([f"{key}: succeeds {part.succeeds}, which is not there. Name a version that a file holds."])
    return found


def _ended(versions: QuerySet[FrameworkVersion], *, on: date) -> list[Change]:
    return [Change("withdrawn", version.key) for version in withdraw(versions.select_related("framework"), on=on)]
