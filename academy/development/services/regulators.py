"""What regulators ask, loaded from the files that come with the portal."""

from datetime import date

from academy.development.models import RegulatorEdition
from academy.development.schema.entries import RegulatorFile
from academy.engines.reference.changes import Change
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write


def load_regulator(file: RegulatorFile, *, on: date) -> list[Change]:
    """Write one edition. Raises BadFile for an edition a person published."""
    kept = RegulatorEdition.objects.filter(regulator=file.regulator, code=file.code).first()
    row = kept or RegulatorEdition(regulator=file.regulator, code=file.code)
    refuse_published(row, key=file.key)
    values = {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "content": file.model_dump(mode="json"),
        "checksum": checksum(file),
        "withdrawn_on": None,
    }
    return write(row, values).change(file.key)


def withdraw_regulator(key: str, *, on: date) -> list[Change]:
    """End from that day the edition of a file that was taken away."""
    regulator, _, code = key.partition("/")
    rows = RegulatorEdition.objects.shipped().filter(regulator=regulator, code=code)
    return [Change("withdrawn", key) for _ in withdraw(rows, on=on)]
