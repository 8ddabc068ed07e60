"""Workshops, groups with peers and induction courses of years: to which she came, and what she finished when."""

from collections.abc import Collection, Mapping
from datetime import date

from academy.development.selectors.learning_facts import PEER_LEARNING, peer_learning_facts
from academy.training.selectors.attended import Attended, attended, first_finished
from asye.models import Enrolment
from asye.rules.groups import Came, CourseDone, came_to, course_done
from asye.rules.parts_of_policy import Group
from asye.rules.policy import AsyeRules
from asye.rules.weeks import Ran


def groups_of(enrolment: Enrolment, rules: AsyeRules, ran: Ran, *, on: date) -> list[Came]:
    """Every group of the policy with the days she came. Three queries."""
    return groups_in([enrolment], {enrolment.policy_id: rules}, {enrolment.pk: ran}, on=on)[enrolment.pk]


def groups_in(
    enrolments: Collection[Enrolment], rules: Mapping[int, AsyeRules], ran: Mapping[int, Ran], *, on: date
) -> dict[int, list[Came]]:
    """By the id of the year: every group of its policy with the days she came. A group that names courses counts their
    events; one that names none counts what counts in the ASYE (S1-41) and peer learning in the portal. Three queries
    for any number of years."""
    people = {each.person_id for each in enrolments}
    named = {code for each in rules.values() for group in each.groups for code in group.courses}
    since = min((each.starts_on for each in enrolments), default=on)
    events: dict[int, list[Attended]] = {}
    for came in attended(people, courses=named, since=since, on=on):
        events.setdefault(came.person_id, []).append(came)
    talks: dict[int, list[date]] = {}
    for fact in peer_learning_facts(people, on=on, keys=[PEER_LEARNING]):
        talks.setdefault(fact.person, []).append(fact.on)
    found = {}
    for each in enrolments:
        hers, talked, when = events.get(each.person_id, []), talks.get(each.person_id, []), ran[each.pk]
        groups = rules[each.policy_id].groups
        days = [(group, _days(group, groups, hers) + ([] if group.courses else talked)) for group in groups]
        found[each.pk] = [
            came_to(group, when.year, came_on, away=(*when.stops, *when.away), on=on) for group, came_on in days
        ]
    return found


def _days(group: Group, groups: Collection[Group], events: Collection[Attended]) -> list[date]:
    """The days of the events that count for a group."""
    if group.courses:
        return [each.on for each in events if each.course in group.courses]
    named = {code for each in groups for code in each.courses}
    return [each.on for each in events if each.counts_in_asye and each.course not in named]


def courses_of(enrolment: Enrolment, rules: AsyeRules, *, on: date) -> list[CourseDone]:
    """Every course of the induction with the day she finished it first, before the year too. One query; none without
    courses."""
    if not rules.induction:
        return []
    codes = [each.course for each in rules.induction]
    finished = first_finished([enrolment.person_id], courses=codes, on=on)
    return [
        course_done(each, starts_on=enrolment.starts_on, done_on=finished.get((enrolment.person_id, each.course)))
        for each in rules.induction
    ]
