"""A panel policy in plain words, line by line, so that two of them can be read side by side. Pure."""

from collections.abc import Iterable, Mapping

from academy.ui.wording import beginning, counted, in_a_row, within
from asye.choices.ending import Test
from asye.rules.assurance import outside_words, panel_words
from asye.rules.described import Line
from panels.choices.outcomes import OF_MODERATION
from panels.rules.parts_of_policy import Appeal, CheckItem, CriteriaSet, Level, Needed, Triggers
from panels.rules.policy import PanelRules
from pathways.choices import SittingPurpose

NO_LIMIT = "No limit is set."
Told = Mapping[str, Iterable[object]]


def described(rules: PanelRules, *, purpose: SittingPurpose) -> list[Line]:
    """Everything a policy says of a panel of that purpose: who sits, how it judges and on what, how it decides, what
    follows. Each set of criteria is a part of its own, with the levels in its words."""
    is_moderation = purpose == SittingPurpose.MODERATION
    return [
        *_lines("The panel", _panel(rules)),
        *([] if is_moderation else _lines("Handing in", _handing_in(rules))),
        *_lines("Reviews", _reviews(rules)),
        *_lines("What is judged", _of_asye(rules) if is_moderation else _judged(rules)),
        *([] if is_moderation else _criteria(rules)),
        *_lines("The meeting", _meeting(rules, is_moderation=is_moderation)),
        *_lines("What follows", _follows(rules, is_moderation=is_moderation)),
    ]


def _lines(part: str, told: Told) -> list[Line]:
    return [Line(part, name, tuple(str(each) for each in says)) for name, says in told.items()]


def _panel(rules: PanelRules) -> Told:
    services = "Members of adults’ and of children’s services." if rules.both_services else "Members of any service."
    return {
        "Who sits on it": [*(_needed(line) for line in rules.composition), services],
        "How long a member sits": [_limit(rules.terms_years, "year")],
    }


def _needed(line: Needed) -> str:
    said = beginning(line.what) if line.least == 1 else f"{beginning(line.what)}: {line.least} of them"
    return f"{said}." if line.deputies else f"{said}, and no deputy."


def _handing_in(rules: PanelRules) -> Told:
    late = "After the last day only with an extension, given with a reason."
    late_taken = "After the last day as long as the panel takes cases."
    return {
        "What is looked for": [_check(item) for item in rules.checks] or ["Nothing is looked for."],
        "What is missing": [f"Mended within {counted(rules.changes_days, 'day')}."],
        "Handed in late": [late if rules.late_needs_extension else late_taken],
        "Handed in again": ["Only what changed is looked at." if rules.only_changed else "All of it is looked at."],
    }


def _check(item: CheckItem) -> str:
    return f"{item.title}; the portal answers it" if item.from_record else f"{item.title}: {item.asks}"


def _reviews(rules: PanelRules) -> Told:
    mix = ", of both services" if rules.reviewer_mix else ""
    most = f"At most {counted(rules.max_load, 'case')} of a sitting." if rules.max_load else NO_LIMIT
    answer, judge = counted(rules.answer_days, "day"), counted(rules.review_days, "day")
    return {
        "Reviewers": [f"{rules.reviewers} for each case{mix}, each alone; nobody sees another’s before."],
        "Cases of one reviewer": [most],
        "Time": [f"{answer} to take a case on or decline it, {judge} to judge it."],
        "Names": [f"{rules.names.label}."],
        "Looked at once more": _triggers(rules.triggers),
    }


def _triggers(triggers: Triggers) -> list[str]:
    apart = f"Where reviewers are {counted(triggers.spread, 'level')} apart or more on one criterion"
    said = {
        apart: triggers.spread > 0,
        "Where a criterion is not met": triggers.not_met,
        "Where a criterion is borderline": triggers.borderline,
        f"{triggers.random_percent}% of the cases, drawn at random": triggers.random_percent > 0,
        "Where an assessor or reviewer does it for the first time": triggers.first_time,
    }
    return [words for words, holds in said.items() if holds] or ["No case is looked at once more."]


def _criteria(rules: PanelRules) -> list[Line]:
    return [
        Line(f"Criteria: {of.title}", criterion.title, (criterion.asks, *(_level(level) for level in criterion.levels)))
        for of in rules.criteria
        for criterion in of.criteria
    ]


def _judged(rules: PanelRules) -> Told:
    sets = [f"{each.title}: {_whom(each)}." for each in rules.criteria]
    return {"Criteria": [*sets, "Judged as a whole: no sum or average is made of levels."]}


def _whom(of: CriteriaSet) -> str:
    steps = f"step {in_a_row(of.for_steps, last='or')}" if of.for_steps else ""
    ways = f"pathway {in_a_row(of.for_pathways, last='or')}" if of.for_pathways else ""
    return ", ".join(each for each in (steps, ways) if each) or "for all that have none of their own"


def _level(level: Level) -> str:
    return f"{level.title} ({within(level.standing.label)}): {level.describes}"


def _of_asye(rules: PanelRules) -> Told:
    exemplars = "A portfolio may be kept as an exemplar." if rules.moderation.exemplars else "No exemplars are kept."
    return {
        "Whose years": [panel_words(rules.moderation)],
        "Is it complete?": ["Asked as the programme of the year has it, each answer taken from the record."],
        "Five tests of the decision": [Test(test).label for test in Test.values],
        "Moderation outside the employer": outside_words(rules.moderation) or ["None is set."],
        "Exemplars": [exemplars],
    }


def _meeting(rules: PanelRules, *, is_moderation: bool) -> Told:
    quorum = f"{rules.quorum} who judge and are not tied to the candidate."
    chair = ["Somebody who chairs is in the room."] if rules.needs_chair else []
    mix = ["Everybody the panel needs is in the room."] if rules.quorum_needs_mix else []
    breaks = f"A break of {counted(rules.break_minutes, 'minute')} after {counted(rules.break_after, 'case')}."
    return {
        "Quorum": [quorum, *chair, *mix],
        "Who never votes": ["The candidate’s line manager, and whoever is out of the case."],
        "Agenda": [
            f"{counted(rules.minutes_per_case, 'minute')} for a case.",
            breaks if rules.break_after else "No breaks are planned.",
        ],
        "What it may decide": [each.label for each in (OF_MODERATION if is_moderation else rules.outcomes)],
    }


def _follows(rules: PanelRules, *, is_moderation: bool) -> Told:
    after = counted(rules.letter_days, "working day")
    released = {
        "Who tells": [f"{beginning(_who_tells(rules))} releases what was decided, all of a sitting together."],
        "Letters": [f"Within {after} of the decision."],
    }
    return released if is_moderation else {**released, **_of_progression(rules)}


def _of_progression(rules: PanelRules) -> Told:
    monitored = "Outcomes are compared between groups, small numbers hidden, by people who do not decide."
    return {
        "A condition": ["Has words and a last day."],
        "Not yet": [f"With a plan of at least {counted(rules.plan_needs, 'target')}, each with an owner and a day."],
        "Feedback": _feedback(rules),
        "Grade": [f"{beginning(rules.grade_from.label)}."],
        "Human resources": ["Have a file of the outcomes." if rules.hr_file else "Have no file."],
        "Appeal": _appeal(rules.appeal),
        "Fairness": [monitored if rules.monitor else "Outcomes are not compared between groups."],
    }


def _appeal(appeal: Appeal) -> list[str]:
    grounds = in_a_row((within(ground.label) for ground in appeal.grounds), last="or")
    heard = f"Heard by {appeal.hearers} who were not on the panel, within {counted(appeal.heard_days, 'working day')}."
    return [
        f"Within {counted(appeal.working_days, 'working day')}, because {grounds}.",
        heard,
        *([appeal.words] if appeal.words else []),
    ]


def _feedback(rules: PanelRules) -> list[str]:
    within_days = f"Within {counted(rules.feedback_days, 'working day')}, in writing, by"
    if not rules.feedback_by:
        return [f"{within_days} whom the chair names."]
    return [f"{within_days}:", *(sort.label for sort in rules.feedback_by)]


def _who_tells(rules: PanelRules) -> str:
    return in_a_row((each.label for each in rules.release_by), last="or")


def _limit(number: int, what: str) -> str:
    return f"{beginning(counted(number, what))}." if number else NO_LIMIT
