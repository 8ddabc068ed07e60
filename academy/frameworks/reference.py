"""Frameworks as reference data."""

from academy.engines.reference.declarations import Kind, declare
from academy.frameworks.schema import FrameworkFile
from academy.frameworks.services.loading import load, needs, withdraw_framework

FRAMEWORKS = Kind(
    name="frameworks.framework",
    app="frameworks",
    folder="frameworks",
    schema=FrameworkFile,
    key=lambda file: file.framework.code,
    needs=needs,
    load=load,
    withdraw=withdraw_framework,
)

declare(FRAMEWORKS)
