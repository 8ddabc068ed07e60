"""What a requirement may say, for whoever writes one: every kind with its keys, what is allowed there, and an example.

Read from the kinds themselves, so that what is told is what is checked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from academy.engines.requirements.kinds.part import CODE, KEY, LINK, RELATION, SLUG
from academy.engines.requirements.limits import MOST_DEEP, MOST_PARTS, MOST_TOGETHER
from academy.engines.requirements.node import BESIDE, Node

# Each kind in words, and as it is written. A test reads every example as a requirement.
KINDS = {
    "all_of": (
        "Every one of several requirements.",
        """\
all_of:
  - course: court-skills
  - registration: swe""",
    ),
    "any_of": (
        "One of several requirements, whichever.",
        """\
any_of:
  - award: bia
  - award: amhp
what: One of the two awards""",
    ),
    "some_of": (
        "So many of several requirements, whichever.",
        """\
some_of:
  least: 3
  of:
    - course: child-development
    - course: law-and-policy
    - course: assessment-risk-and-decisions
    - course: complex-needs""",
    ),
    "in_order": (
        "Every one of several requirements, and each opens when those before it are met: a prerequisite, or gates.",
        """\
in_order:
  - course: pre-amhp
  - award: amhp""",
    ),
    "course": (
        "A course completed, ever or in the last so many months. Its code alone is enough: `course: court-skills`.",
        "course: {code: moving-and-handling, within_months: 12}",
    ),
    "award": (
        "An award held and in date. Its code alone is enough; awards are the same everywhere.",
        "award: bia",
    ),
    "registration": (
        "A live registration with a regulator. Its code alone is enough.",
        """\
registration: swe
what: Registered with Social Work England
help: It is renewed on the regulator's own site.""",
    ),
    "credits": (
        "At least so many academic credits at a level or above.",
        "credits: {least: 60, level: 7}",
    ),
    "count": (
        "At least so many of something: ever, within so many months, or in every so many months of a longer time.",
        """\
count:
  of: portfolios.observation
  least: 1
  what: direct observation by the line manager
  by: [line_manager]
  per_months: 12
  through_months: 36""",
    ),
    "every": (
        "Something in every stretch of so many weeks, through the last so many months.",
        "every: {of: development.entry, weeks: 12, through_months: 12, what: Evidence of learning}",
    ),
    "rated": (
        "Something rated at a grade or above. What is expected is taken to reach it; the portal says no more of it.",
        """\
rated:
  of: portfolios.audit
  scale: [inadequate, requires-improvement, good, outstanding]
  least: good
  by: [independent]
  what: Work audited by an independent auditor""",
    ),
    "months_since": (
        "So many months since something began that still holds. Since a post or a grade it is a length of service.",
        "months_since: {of: people.registration:swe, least: 24, what: registration}",
    ),
    "agreed": (
        "An act somebody in a role recorded: an equivalent agreed, a topic, an approval, a signature.",
        "agreed: {code: equivalent-course, by: line_manager, what: An equivalent course is agreed}",
    ),
    "fact": (
        "Anything else the portal knows of somebody, by its key.",
        "fact: {key: development.appraisal, what: An appraisal held, within_months: 12}",
    ),
}
SHAPES = {
    CODE: "a code in small letters and numbers, joined by hyphens; of another organisation as organisation/code",
    SLUG: "a code in small letters and numbers, joined by hyphens",
    KEY: "a key as app.family or app.family:which",
    RELATION: "a role, as line_manager",
    LINK: "a page here as /…, or elsewhere as https://…",
}
DAY = "a day, as 2026-04-01"


NAME = "requirements.md"


@dataclass(frozen=True)
class KeyDescription:
    """One key that may be written: what it is for, what is allowed there, and whether it can be left out."""

    name: str
    says: str
    allowed: str
    is_needed: bool


@dataclass(frozen=True)
class KindDescription:
    """One kind of requirement. Without keys it is a list of requirements."""

    name: str
    says: str
    example: str
    keys: tuple[KeyDescription, ...]


def describe_kinds() -> tuple[KindDescription, ...]:
    """Every kind of requirement a file may name."""
    schema = Node.model_json_schema()
    kinds = (name for name in Node.model_fields if name not in BESIDE)
    return tuple(KindDescription(name, *KINDS[name], tuple(_keys_of(name, schema))) for name in kinds)


def describe_beside() -> tuple[KeyDescription, ...]:
    """What may stand beside the kind, whichever it is."""
    schema = Node.model_json_schema()
    return tuple(key for key in _described(schema["$defs"]["Node"]) if key.name in BESIDE)


def page() -> str:
    """The kinds as a page for docs/generated."""
    size = f"Requirements may lie in each other {MOST_DEEP} deep, {MOST_TOGETHER} of them in one at most."
    lines = [
        "# What a requirement may say",
        "",
        "Written by `manage.py generate_docs` from the kinds of the requirements engine; do not edit.",
        "",
        f"A requirement names one kind. {size} The keys of facts stand in facts.md. Beside the kind may stand:",
        "",
        *_table(describe_beside()),
    ]
    for kind in describe_kinds():
        lines += ["", f"## {kind.name}", "", kind.says, "", "```yaml", kind.example, "```", ""]
        lines += _table(kind.keys) if kind.keys else [f"A list of requirements, from 1 to {MOST_PARTS}."]
    return "\n".join(lines) + "\n"


def _table(keys: tuple[KeyDescription, ...]) -> list[str]:
    rows = [f"| `{key.name}` | {key.says} | {key.allowed} | {'yes' if key.is_needed else 'no'} |" for key in keys]
    return ["| key | what it says | what is allowed | has to be said |", "| --- | --- | --- | --- |", *rows]


def _keys_of(kind: str, schema: Mapping[str, Any]) -> Iterator[KeyDescription]:
    """The keys of a kind; none of one that is a list."""
    said = _without_none(schema["$defs"]["Node"]["properties"][kind])
    if "$ref" in said:
        yield from _described(schema["$defs"][said["$ref"].rpartition("/")[2]])


def _described(schema: Mapping[str, Any]) -> Iterator[KeyDescription]:
    for name, said in schema["properties"].items():
        yield KeyDescription(name, said.get("description", ""), _allowed(said), name in schema.get("required", ()))


def _allowed(said: Mapping[str, Any]) -> str:
    """What may be written at a place, in words."""
    said = _without_none(said)
    if "$ref" in said:
        return "a requirement"
    if said["type"] == "integer":
        return f"a whole number from {said['minimum']} to {said['maximum']}"
    if said["type"] == "array":
        return f"a list, from {said['minItems']} to {said['maxItems']}, each {_allowed(said['items'])}"
    if "pattern" in said:
        return SHAPES[said["pattern"]]
    return DAY if said.get("format") == "date" else f"text, from {said['minLength']} to {said['maxLength']} characters"


def _without_none(said: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is allowed besides leaving it out."""
    if "anyOf" not in said:
        return said
    found: Mapping[str, Any] = next(each for each in said["anyOf"] if each.get("type") != "null")
    return found
