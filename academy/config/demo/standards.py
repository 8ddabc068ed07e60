"""Statements of frameworks for entries: those in force on the day, and those of the writer's own profession."""

from dataclasses import dataclass
from datetime import date

from academy.frameworks.models import Statement

# What a text written for one profession is mapped to when another writes it.
OF_THERAPISTS = ("hcpc-ot/8", "hcpc-ot/10")
SUPERVISOR = "adult-practice-supervisor/"
CHILDRENS_SUPERVISOR = "child-family-practice-supervisor/"


@dataclass(frozen=True)
class Standards:
    """Statements by framework and code, the newest version first."""

    by_code: dict[tuple[str, str], list[Statement]]

    def statements(self, keys: tuple[str, ...], *, on: date) -> list[Statement]:
        """The statements in force on the day; a key is `framework/code`. What was not in force is left out."""
        found = []
        for key in keys:
            framework, code = key.split("/")
            held = (each for each in self.by_code[framework, code] if _in_force(each, on))
            found += list(held)[:1]
        return found


def standards() -> Standards:
    """Every statement there is, in one query."""
    by_code: dict[tuple[str, str], list[Statement]] = {}
    rows = Statement.objects.select_related("version__framework").order_by("-version__valid_from")
    for statement in rows:
        by_code.setdefault((statement.version.framework.code, statement.code), []).append(statement)
    return Standards(by_code)


def own_keys(keys: tuple[str, ...], *, writes: str, service: str) -> tuple[str, ...]:
    """The keys of a text as a writer of this sort would tick them."""
    if writes == "therapist" and not any(key.startswith("hcpc-ot") for key in keys):
        return OF_THERAPISTS
    if service == "children":
        return tuple(key.replace(SUPERVISOR, CHILDRENS_SUPERVISOR) for key in keys)
    return keys


def _in_force(statement: Statement, on: date) -> bool:
    version = statement.version
    return version.valid_from <= on and (version.valid_to is None or on <= version.valid_to)
