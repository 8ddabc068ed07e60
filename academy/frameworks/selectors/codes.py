"""Which codes of frameworks, levels and statements somebody may name in a text that holds from a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from academy.frameworks.models import FrameworkVersion, Level, Statement


@dataclass(frozen=True)
class CodesInForce:
    """Levels by the code of their framework, for every framework in force; statements as framework/statement."""

    levels: dict[str, frozenset[str]]
    statements: frozenset[str]


def codes_in_force(*, on: date) -> CodesInForce:
    """The codes of everything in force on a day. Three queries."""
    versions = dict(FrameworkVersion.objects.in_force(on).values_list("pk", "framework__code"))
    levels: dict[str, set[str]] = defaultdict(set, {code: set() for code in versions.values()})
    for version, code in Level.objects.filter(version__in=versions).values_list("version", "code"):
        levels[versions[version]].add(code)
    lines = Statement.objects.filter(version__in=versions).values_list("version", "code")
    statements = frozenset(f"{versions[version]}/{code}" for version, code in lines)
    return CodesInForce({code: frozenset(found) for code, found in levels.items()}, statements)
