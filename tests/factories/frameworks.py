"""Frameworks for tests: the shipped ones by their code, or small ones of the test's own."""

from datetime import date
from typing import Any, cast

from academy.engines.reference.reading import Source, read
from academy.frameworks.models import Framework
from academy.frameworks.reference import FRAMEWORKS
from academy.frameworks.schema import FrameworkFile
from academy.frameworks.services.loading import load
from tests.factories.identity import TODAY


def shipped(*codes: str) -> None:
    """Load the shipped frameworks of these codes, in this order."""
    for code in codes:
        load(cast(FrameworkFile, read(Source(FRAMEWORKS, FRAMEWORKS.path / f"{code}.yaml")).parsed), on=TODAY)


def version_data(code: str = "2020", **values: Any) -> dict[str, Any]:
    """A version with one level, one domain and two statements, as a file says it."""
    return {
        "code": code,
        "title": f"Edition {code}",
        "valid_from": date(2020, 1, 1),
        "source": "Made up for tests.",
        "levels": [{"code": "first", "title": "First level", "order": 1, "confirm_wording": True}],
        "domains": [
            {
                "code": "A",
                "title": "Working together",
                "order": 1,
                "statements": [
                    {"code": "A.1", "title": "Listens"},
                    {"code": "A.2", "title": "Explains", "confirm_wording": True},
                ],
            }
        ],
    } | values


def framework_file(*versions: dict[str, Any], **values: Any) -> FrameworkFile:
    """A whole file about one framework."""
    framework = {"code": "sample", "name": "Sample standards", "short_name": "Sample", "owner": "Nobody"} | values
    return FrameworkFile.model_validate({"framework": framework, "versions": list(versions or [version_data()])})


def loaded(*versions: dict[str, Any], on: date = TODAY, **values: Any) -> Framework:
    """The framework of such a file, loaded."""
    file = framework_file(*versions, **values)
    load(file, on=on)
    return Framework.objects.get(code=file.framework.code)
