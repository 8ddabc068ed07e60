"""Where parts of a policy contradict each other: codes used twice, stages without a review, people who cannot."""

from collections import Counter
from collections.abc import Iterable, Iterator

from asye.choices.enrolments import ASSESSING, Role
from asye.rules.policy import AsyeRules

Path = tuple[int | str, ...]
Fault = tuple[Path, str]
AGREEMENT = "agreement"


def contradictions(rules: AsyeRules) -> list[Fault]:
    """Everything that contradicts something else in the policy, each with where it stands and what to do about it."""
    return [*_repeats(rules), *_ceiling(rules), *_stages(rules), *_order(rules), *_people(rules), *_grants(rules)]


def stages_of(rules: AsyeRules) -> tuple[str, ...]:
    """What a stage may be called: the agreement with which the year begins, and each review."""
    return (AGREEMENT, *(point.code for point in rules.reviews))


def _repeats(rules: AsyeRules) -> Iterator[Fault]:
    for part in ("observations", "evidence", "plans", "groups"):
        codes = [each.code for each in getattr(rules, part)]
        for code in sorted(code for code, times in Counter(codes).items() if times > 1):
            again = [number for number, each in enumerate(codes) if each == code][1]
            yield (part, again, "code"), f"{code} is used more than once. Give each its own code"


def _ceiling(rules: AsyeRules) -> Iterator[Fault]:
    if rules.ceiling_years * 52 < rules.weeks:
        yield ("ceiling_years",), f"{rules.ceiling_years} years are less than {rules.weeks} weeks. Raise the ceiling"
    if rules.noted_years < rules.normal_years:
        yield ("noted_years",), f"it is at least the {rules.normal_years} years within which nothing needs to be noted"


def _stages(rules: AsyeRules) -> Iterator[Fault]:
    known = stages_of(rules)
    allowed = ", ".join(known)
    for number, line in enumerate(rules.evidence):
        for stage in line.stages:
            if stage not in known:
                yield ("evidence", number, "stages", stage), f"there is no stage {stage}. Stages here: {allowed}"
        if sum(line.stages.values()) > line.least:
            yield ("evidence", number, "least"), f"its stages ask for {sum(line.stages.values())}. Ask for no less here"
    for number, plan in enumerate(rules.plans):
        if plan.made_with not in known:
            yield ("plans", number, "made_with"), f"there is no stage {plan.made_with}. Stages here: {allowed}"


def _order(rules: AsyeRules) -> Iterator[Fault]:
    """Reviews come one after the other, the final one last; of rhythms and workloads only the last goes on."""
    months = [point.months for point in rules.reviews]
    if months != sorted(months) or any(point.is_final for point in rules.reviews[:-1]):
        yield ("reviews",), "they come in the order of their months, the final one last"
    for part, endless in (("supervision", _goes_on(rules.supervision)), ("workload", _goes_on(rules.workload))):
        if endless and endless != [False] * (len(endless) - 1) + [True]:
            yield (part,), "each but the last says until when it holds, and the last goes on to the end of the year"


def _goes_on(spans: Iterable[object]) -> list[bool]:
    return [getattr(span, "until_week", None) is None and getattr(span, "until_month", None) is None for span in spans]


def _people(rules: AsyeRules) -> Iterator[Fault]:
    if rules.recommends not in ASSESSING:
        yield ("recommends",), "the assessor recommends, or the practice assessor. Name one of them"
    for part in ("attends", "agreement_signs", "consents"):
        if Role.NQSW not in getattr(rules, part):
            yield (part,), "the newly qualified social worker is one of them. Add nqsw"


def _grants(rules: AsyeRules) -> Iterator[Fault]:
    for number, grant in enumerate(rules.grants):
        for other in rules.grants[:number]:
            if grant.starts_from <= other.starts_until and other.starts_from <= grant.starts_until:
                yield (("grants", number, "starts_from"), f"the grant {other.year} is for years begun then, too")
