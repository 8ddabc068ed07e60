"""What is wrong with an ASYE policy beyond its shape: codes nobody has, and parts of it that contradict each other."""

from collections.abc import Iterator

from academy.engines.facts.keys import COMPLETION, keyed
from academy.engines.reference.faults import held_at_once
from academy.engines.reference.reading import Misplaced
from academy.frameworks.selectors.codes import codes_in_force
from academy.people.models import Grade
from academy.training.selectors.codes import codes_of
from asye.models import AsyePolicy
from asye.rules.policy_faults import contradictions
from asye.schema.policy import AsyePolicyFile
from portfolios.selectors.templates import template_names


def faults_in(file: AsyePolicyFile) -> list[Misplaced]:
    """Everything wrong with a policy whose shape is right, each with where it stands and what is allowed there."""
    rules = file.rules
    return [
        *_editions(file),
        *((("rules", *where), said) for where, said in contradictions(rules)),
        *_frameworks(file),
        *_portfolio(file),
        *_courses(file),
        *_grade(file),
    ]


def _editions(file: AsyePolicyFile) -> Iterator[Misplaced]:
    """Editions of one programme follow each other."""
    whose = {"organisation__slug": file.organisation} if file.organisation else {"organisation": None}
    others = AsyePolicy.objects.filter(programme=file.programme, service=file.service, withdrawn_on=None, **whose)
    yield from held_at_once(file, others.order_by("valid_from", "pk"))


def _frameworks(file: AsyePolicyFile) -> Iterator[Misplaced]:
    """Each framework has an edition, with the level, on the first day on which a year can be assessed against it."""
    for number, each in enumerate(file.rules.frameworks):
        first = max(file.valid_from, each.starts_from or file.valid_from)
        levels = codes_in_force(on=first).levels
        if each.code not in levels:
            allowed = ", ".join(sorted(levels)) or "none"
            yield (
                ("rules", "frameworks", number, "code"),
                f"no edition of {each.code} is in force on {first}. In force then: {allowed}",
            )
        elif each.level and each.level not in levels[each.code]:
            of = ", ".join(sorted(levels[each.code])) or "none"
            yield ("rules", "frameworks", number, "level"), f"{each.code} has no level {each.level}. Levels of it: {of}"


def _portfolio(file: AsyePolicyFile) -> Iterator[Misplaced]:
    wanted = file.rules.portfolio
    known = template_names() if wanted else frozenset()
    if wanted and wanted not in known:
        allowed = ", ".join(sorted(known)) or "none"
        yield ("rules", "portfolio"), f"there is no portfolio template {wanted}. Templates: {allowed}"


def _courses(file: AsyePolicyFile) -> Iterator[Misplaced]:
    """Courses are named by the organisation's own codes, or as organisation/code."""
    named = [
        (("rules", "induction", number, "course"), each.course) for number, each in enumerate(file.rules.induction)
    ]
    for number, group in enumerate(file.rules.groups):
        named += [(("rules", "groups", number, "courses", place), code) for place, code in enumerate(group.courses)]
    home = file.organisation or ""
    known = codes_of([], homes=[], courses={whole_code(code, home=home) for _, code in named}).courses if named else {}
    for where, code in named:
        if keyed(COMPLETION, whole_code(code, home=home)) not in known:
            yield where, f"there is no course {code}. Name one of your courses by its code, or as organisation/code"


def whole_code(code: str, *, home: str) -> str:
    """The code of a course with its organisation: "bristol/court-skills"."""
    return code if "/" in code else f"{home}/{code}"


def _grade(file: AsyePolicyFile) -> Iterator[Misplaced]:
    """The grade after a pass is one of the organisation's own, and the level one of that grade."""
    step = file.rules.on_pass
    if not step.grade:
        return
    grades = Grade.objects.filter(organisation__slug=file.organisation or "").prefetch_related("levels")
    known = {grade.code: {level.code for level in grade.levels.all()} for grade in grades}
    if step.grade not in known:
        allowed = ", ".join(sorted(known)) or "none"
        yield ("rules", "on_pass", "grade"), f"there is no grade {step.grade}. Your grades: {allowed}"
    elif step.level and step.level not in known[step.grade]:
        of = ", ".join(sorted(known[step.grade])) or "none"
        yield ("rules", "on_pass", "level"), f"{step.grade} has no level {step.level}. Levels of it: {of}"
