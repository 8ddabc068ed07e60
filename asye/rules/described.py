"""A policy in plain words, line by line, so that two of them can be read side by side. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from academy.people.rules.spans import in_words
from asye.choices.enrolments import Role
from asye.rules.parts_of_policy import EvidenceLine, Grant, Group, Offset, Rhythm, Workload
from asye.rules.policy import AsyeRules

NOT_SAID = "Not settled yet"


@dataclass(frozen=True)
class Line:
    """One thing a policy says: its name, the same for all policies, and what this one says of it."""

    name: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """The same thing in two policies."""

    name: str
    one: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def differs(self) -> bool:
        return self.one != self.other


def described(rules: AsyeRules, *, on: date) -> list[Line]:
    """Everything a policy says of a year that starts on the day, always the same lines in the same order."""
    told = {
        "Length": _length(rules),
        "Reviews": [_review(point.title, point.months, point.is_optional) for point in rules.reviews],
        "Who attends and signs a review": [_people(rules.attends)] if rules.reviews else [],
        "Who signs the agreement": [
            f"{_people(rules.agreement_signs)}; within {_count(rules.agreement_weeks, 'week')}"
        ],
        "Who recommends": [Role(rules.recommends).label],
        "Observations": _observations(rules),
        "Supervision": _supervision(rules),
        "Workload": [_workload(each) for each in rules.workload],
        "Protected time": [f"{_number(rules.protected_percent)}% of her hours, for learning"],
        "Evidence": [_evidence(line, rules) for line in rules.evidence],
        "Development plans": [plan.title for plan in rules.plans],
        "Groups and workshops": [_group(group) for group in rules.groups],
        "Induction": [f"{each.title}, within {_count(each.weeks, 'week')}" for each in rules.induction],
        "Assessed against": [framework_words(each.code, each.level) for each in rules.frameworks_for(on)],
        "Portfolio handed in": [_offset(rules.submission)],
        "Panel": [_offset(rules.panel)],
        "Reasons for a pause": [reason.label for reason in rules.pause_reasons],
        "Who agrees to a pause or an extension": [_people(rules.consents)],
        "Time since qualifying": _qualifying(rules),
        "Grant": _grant(rules.grant_for(on)),
        "National body": [rules.national_body] if rules.national_body else [],
        "After a pass": _after(rules),
        "Appeal": [f"Within {_count(rules.appeal.days, 'working day')}. {rules.appeal.words}"],
    }
    return [Line(name, tuple(str(each) for each in says) or (NOT_SAID,)) for name, says in told.items()]


def side_by_side(one: Iterable[Line], other: Iterable[Line]) -> list[Pair]:
    """Two policies line by line."""
    return [Pair(mine.name, mine.says, theirs.says) for mine, theirs in zip(one, other, strict=True)]


def _length(rules: AsyeRules) -> list[str]:
    ceiling = _count(rules.ceiling_years, "year")
    warned = f"Below {_number(rules.warn_below_fte)} FTE the end would lie after that."
    return [f"{rules.weeks} weeks of full time; other hours and pauses make it longer, to {ceiling} at most.", warned]


def _review(title: str, months: int, is_optional: bool) -> str:
    when = f"{title}, after {_count(months, 'month')}"
    return f"{when}; held where it is needed" if is_optional else when


def _observations(rules: AsyeRules) -> list[str]:
    titles = {point.code: point.title.lower() for point in rules.reviews}
    says = []
    for each in rules.observations:
        by = f", by {' or '.join(code.replace('_', ' ') for code in each.by)}" if each.by else ""
        says.append(f"{each.title}: {_count(each.days, 'day')} before the {titles[each.before]}{by}")
    return says


def _supervision(rules: AsyeRules) -> list[str]:
    if not rules.supervision:
        return []
    return [*(_rhythm(each) for each in rules.supervision), f"{rules.session_minutes} minutes each"]


def _rhythm(rhythm: Rhythm) -> str:
    every = "Every week" if rhythm.every_weeks == 1 else f"Every {rhythm.every_weeks} weeks"
    return f"{every}{_until(rhythm.until_week, rhythm.until_month)}"


def _workload(share: Workload) -> str:
    of = "of what a colleague in year two or three carries"
    return f"At most {share.percent}% {of}{_until(None, share.until_month)}"


def _until(week: int | None, month: int | None) -> str:
    if week is not None:
        return f" to the end of week {week}"
    return f" to the end of month {month}" if month is not None else ""


def _evidence(line: EvidenceLine, rules: AsyeRules) -> str:
    titles = {point.code: point.title for point in rules.reviews}
    stages = [f"{number} by the {titles.get(code, code).lower()}" for code, number in line.stages.items()]
    least = f"{line.title}: {line.least or 'recommended'}"
    return f"{least} ({', '.join(stages)})" if stages else least


def _group(group: Group) -> str:
    for number, what in ((group.every_weeks, "week"), (group.every_months, "month")):
        if number is not None:
            return f"{group.title}: every {what if number == 1 else _count(number, what)}"
    return f"{group.title}: counted when she comes"


def framework_words(code: str, level: str, *, name: str = "") -> str:
    """A framework at a level, by the name that is given or a short one: PCF, NQSW level."""
    known = {"pcf": "PCF", "adult-pqs": "PQS for adults", "child-family-pqs": "PQS for child and family"}
    name = name or known.get(code, code.replace("-", " "))
    return f"{name}, {'NQSW level' if level == 'nqsw' else level.replace('_', ' ')}" if level else name


def _offset(offset: Offset) -> str:
    of = "the end of the year" if offset.of == "end" else "the final review"
    if not offset.days:
        return f"On the day of {of}" if offset.of == "final" else "At the end of the year"
    return f"{_count(abs(offset.days), 'day')} {'before' if offset.days < 0 else 'after'} {of}"


def _qualifying(rules: AsyeRules) -> list[str]:
    return [
        f"At most {_count(rules.normal_years, 'year')} at the start: nothing more is asked.",
        f"At most {_count(rules.noted_years, 'year')}: the employer notes why her knowledge is current.",
        "Longer: the employer can still support it.",
    ]


def _grant(grant: Grant | None) -> list[str]:
    if grant is None:
        return []
    if not grant.parts:
        return [f"{grant.year}, {grant.body}: the amounts are not settled."]
    parts = [f"{pounds(amount)} {part.label[:1].lower()}{part.label[1:]}" for part, amount in grant.parts.items()]
    within = f"for those who qualified at most {_count(grant.within_years, 'year')} before"
    closes = [f"Completion is claimed by {in_words(grant.closes_on)} at the latest."] if grant.closes_on else []
    return [f"{grant.year}, {grant.body}: {' and '.join(parts)}, {within}.", *closes]


def _after(rules: AsyeRules) -> list[str]:
    step = rules.on_pass
    grade = f"Grade {step.grade}{f', {step.level}' if step.level else ''}. " if step.grade else ""
    return [f"{grade}Probation of {_count(step.probation_months, 'month')} from the start of the post."]


def pounds(amount: Decimal) -> str:
    """An amount as it is read: "£1,000", with pence where there are some."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def _people(roles: Iterable[Role]) -> str:
    names = [str(Role(role).label) for role in roles]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _number(number: Decimal) -> str:
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"
