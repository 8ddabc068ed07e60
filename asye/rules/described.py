"""A policy in plain words, line by line, so that two of them can be read side by side. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from academy.people.rules.spans import in_words
from academy.ui.wording import beginning, counted, within
from asye.choices.enrolments import Role
from asye.rules.after_pass import after_words
from asye.rules.assurance import outside_words, panel_words
from asye.rules.certificate import issuer_of
from asye.rules.numbers import in_number, percent_words
from asye.rules.parts_of_policy import EvidenceLine, Grant, Group, Offset, Rhythm, Workload
from asye.rules.policy import AsyeRules
from asye.rules.policy_faults import stages_of

NOT_SAID = "Not settled yet"
# What concerns staff alone: grade, probation, appeal, the employer's grant.
FOLLOWS = "What follows"
Told = Mapping[str, Iterable[object]]


@dataclass(frozen=True)
class Line:
    """One thing a policy says: the part of the programme it belongs to and its name, the same for all policies, and
    what this one says of it."""

    part: str
    name: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """The same thing in two policies."""

    part: str
    name: str
    one: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def differs(self) -> bool:
        return self.one != self.other


def described(rules: AsyeRules, *, on: date) -> list[Line]:
    """Everything a policy says of a year that starts on the day, always the same lines in the same order: the year,
    the three elements of the framework (D1-02), and what follows."""
    parts = {
        "The year": _year(rules),
        "Support and development": _support(rules),
        "Evidence and assessment": _assessment(rules, on),
        "Quality assurance": _assurance(rules, on),
        FOLLOWS: _follows(rules, on),
    }
    return [
        Line(part, name, tuple(str(each) for each in says) or (NOT_SAID,))
        for part, told in parts.items()
        for name, says in told.items()
    ]


def side_by_side(one: Iterable[Line], other: Iterable[Line]) -> list[Pair]:
    """Two policies line by line."""
    return [Pair(mine.part, mine.name, mine.says, theirs.says) for mine, theirs in zip(one, other, strict=True)]


def alike(pairs: Iterable[Pair]) -> list[Line]:
    """What both say in the same words."""
    return [Line(each.part, each.name, each.one) for each in pairs if not each.differs]


def _year(rules: AsyeRules) -> Told:
    return {
        "Length": _length(rules),
        "Time since qualifying": _qualifying(rules),
        "Seen before it starts": [each.title for each in rules.documents] or ["No document is asked for."],
        "Reasons for a pause": [reason.label for reason in rules.pause_reasons],
        "Who agrees to a pause or an extension": [_people(rules.consents)],
    }


def _support(rules: AsyeRules) -> Told:
    return {
        "Who answers for what": [_duty(Role(role), words) for role, words in rules.duties.items()],
        "Who signs the agreement": [
            f"{_people(rules.agreement_signs)}; within {counted(rules.agreement_weeks, 'week')}"
        ],
        "Supervision": _supervision(rules),
        "Workload": [_workload(each) for each in rules.workload],
        "Protected time": [f"{percent_words(rules.protected_percent)} of her hours, for learning"],
        "Early signal": _signals(rules),
        "Development plans": [plan.title for plan in rules.plans],
        "Groups and workshops": [_group(group) for group in rules.groups],
        "Induction": [f"{each.title}, within {counted(each.weeks, 'week')}" for each in rules.induction],
    }


def _assessment(rules: AsyeRules, on: date) -> Told:
    return {
        "Assessed against": [framework_words(each.code, each.level) for each in rules.frameworks_for(on)],
        "Reviews": [_review(point.title, point.months, point.is_optional) for point in rules.reviews],
        "Who attends and signs a review": [_people(rules.attends)] if rules.reviews else [],
        "Observations": _observations(rules),
        "Evidence": [_evidence(line, rules) for line in rules.evidence],
        "Portfolio handed in": [_offset(rules.submission)],
        "Who recommends": [_people([rules.recommends])],
    }


def _assurance(rules: AsyeRules, on: date) -> Told:
    issuer = issuer_of(rules, starts_on=on, employer="the employer")
    return {
        "Panel": [_offset(rules.panel), panel_words(rules.moderation)],
        "Moderation outside the employer": outside_words(rules.moderation),
        "National body": [rules.national_body] if rules.national_body else [],
        "Certificate": [f"Issued by {issuer}"],
    }


def _follows(rules: AsyeRules, on: date) -> Told:
    return {
        "After a pass": after_words(rules.on_pass),
        "Appeal": [f"Within {counted(rules.appeal.days, 'working day')}. {rules.appeal.words}"],
        "Grant": _grant(rules.grant_for(on)),
    }


def _length(rules: AsyeRules) -> list[str]:
    ceiling = counted(rules.ceiling_years, "year")
    warned = f"Below {in_number(rules.warn_below_fte)} FTE the end would lie after that."
    return [f"{rules.weeks} weeks of full time; other hours and pauses make it longer, to {ceiling} at most.", warned]


def _review(title: str, months: int, is_optional: bool) -> str:
    when = f"{title}, after {counted(months, 'month')}"
    return f"{when}; held where it is needed" if is_optional else when


def _observations(rules: AsyeRules) -> list[str]:
    titles = {point.code: point.title.lower() for point in rules.reviews}
    says = []
    for each in rules.observations:
        by = f", by {' or '.join(code.replace('_', ' ') for code in each.by)}" if each.by else ""
        says.append(f"{each.title}: {counted(each.days, 'day')} before the {titles[each.before]}{by}")
    return says


def _duty(role: Role, words: str) -> str:
    return f"{_people([role])}: {words}"


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


def _signals(rules: AsyeRules) -> list[str]:
    if not rules.supervision and not rules.workload:
        return []
    after = rules.signals
    missed = f"{counted(after.supervisions_missed, 'session')} of supervision missed"
    over = f"{counted(after.weeks_over, 'week')} above the workload"
    without = f"{counted(after.weeks_without, 'week')} without the protected time"
    return [f"The academy is told after {missed}, {over} or {without}, each in a row"]


def _until(week: int | None, month: int | None) -> str:
    if week is not None:
        return f" to the end of week {week}"
    return f" to the end of month {month}" if month is not None else ""


def _evidence(line: EvidenceLine, rules: AsyeRules) -> str:
    titles = {point.code: point.title for point in rules.reviews}
    asked = [code for code in stages_of(rules) if code in line.stages]
    stages = [f"{line.stages[code]} by the {titles.get(code, code).lower()}" for code in asked]
    least = f"{line.title}: {line.least or 'recommended'}"
    return f"{least} ({', '.join(stages)})" if stages else least


def _group(group: Group) -> str:
    for number, what in ((group.every_weeks, "week"), (group.every_months, "month")):
        if number is not None:
            return f"{group.title}: every {what if number == 1 else counted(number, what)}"
    return f"{group.title}: counted when she comes"


def framework_words(code: str, level: str, *, name: str = "") -> str:
    """A framework at a level, by the name that is given or a short one: PCF, NQSW level."""
    known = {"pcf": "PCF", "adult-pqs": "PQS for adults", "child-family-pqs": "PQS for child and family"}
    name = name or known.get(code, code.replace("-", " "))
    return f"{name}, {'NQSW level' if level == 'nqsw' else level.replace('_', ' ')}" if level else name


def _offset(offset: Offset) -> str:
    of = "the end of the year" if offset.of == "end" else "the final review"
    number = offset.days or offset.working_days
    if not number:
        return f"On the day of {of}" if offset.of == "final" else "At the end of the year"
    unit = "working day" if offset.working_days else "day"
    return f"{counted(abs(number), unit)} {'before' if number < 0 else 'after'} {of}"


def _qualifying(rules: AsyeRules) -> list[str]:
    return [
        f"At most {counted(rules.normal_years, 'year')} at the start: nothing more is asked.",
        f"At most {counted(rules.noted_years, 'year')}: the employer notes why her knowledge is current.",
        "Longer: the employer can still support it.",
    ]


def _grant(grant: Grant | None) -> list[str]:
    if grant is None:
        return []
    if not grant.parts:
        return [f"{grant.year}, {grant.body}: the amounts are not settled."]
    parts = [f"{pounds(amount)} {within(part.label)}" for part, amount in grant.parts.items()]
    whom = f"for those who qualified at most {counted(grant.within_years, 'year')} before"
    closes = [f"Completion is claimed by {in_words(grant.closes_on)} at the latest."] if grant.closes_on else []
    return [f"{grant.year}, {grant.body}: {' and '.join(parts)}, {whom}.", *closes]


def pounds(amount: Decimal) -> str:
    """An amount as it is read: "£1,000", with pence where there are some."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def _people(roles: Iterable[Role]) -> str:
    names = [str(Role(role).label) for role in roles]
    return beginning(names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}")
