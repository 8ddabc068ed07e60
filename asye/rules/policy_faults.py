"""Where parts of a policy contradict each other: codes used twice, stages without a review, people who cannot."""

from collections.abc import Iterable, Iterator

from academy.engines.reference.faults import Fault, repeats
from asye.choices.ending import External, GradeFrom
from asye.choices.enrolments import ASSESSING, Role
from asye.rules.assurance import Moderation
from asye.rules.parts_of_policy import OnPass
from asye.rules.policy import AsyeRules

AGREEMENT = "agreement"


def contradictions(rules: AsyeRules) -> list[Fault]:
    """Everything that contradicts something else in the policy, each with where it stands and what to do about it."""
    return [
        *repeats(rules, "documents", "observations", "evidence", "plans", "groups"),
        *_ceiling(rules),
        *_stages(rules),
        *_order(rules),
        *_people(rules),
        *_hand_in(rules),
        *_shares(rules.moderation),
        *_grade(rules.on_pass),
        *_grants(rules),
    ]


def stages_of(rules: AsyeRules) -> tuple[str, ...]:
    """What a stage may be called: the agreement with which the year begins, and each review."""
    return (AGREEMENT, *(point.code for point in rules.reviews))


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


def _hand_in(rules: AsyeRules) -> Iterator[Fault]:
    """A panel reads what was handed in. Offsets are compared where they count the same from the same day."""
    first, then = rules.submission, rules.panel
    if first.of == then.of and (
        (first.days > then.days and not first.working_days and not then.working_days)
        or (first.working_days > then.working_days and not first.days and not then.days)
    ):
        yield ("panel",), "it sits before the portfolio is handed in. Put it on that day or a later one"


def _shares(moderation: Moderation) -> Iterator[Fault]:
    shares = ("partnership_percent", "national_percent")
    named = [share for share in shares if getattr(moderation, share) is not None]
    if named and moderation.external is None:
        yield ("moderation", named[0]), "say as external whether it is mandatory or good_practice"
    if moderation.external == External.MANDATORY and moderation.partnership_percent is None:
        yield ("moderation", "external"), "what is mandatory has a share. Set partnership_percent"


def _grade(step: OnPass) -> Iterator[Fault]:
    if step.level and not step.grade:
        yield ("on_pass", "level"), "a level is one of a grade. Name the grade as well"
    if step.grade_from != GradeFrom.DECIDED and not step.grade:
        yield ("on_pass", "grade_from"), "no grade follows that could begin then. Name the grade, or leave this out"


def _grants(rules: AsyeRules) -> Iterator[Fault]:
    for number, grant in enumerate(rules.grants):
        for other in rules.grants[:number]:
            if grant.starts_from <= other.starts_until and other.starts_from <= grant.starts_until:
                yield (("grants", number, "starts_from"), f"the grant {other.year} is for years begun then, too")
