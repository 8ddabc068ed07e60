"""Workshops, groups with peers and induction courses of a year: to which she came, and what she finished when."""

from datetime import date

from academy.development.selectors.learning_facts import PEER_LEARNING, peer_learning_facts
from academy.training.selectors.attended import attended, first_finished
from asye.models import Enrolment
from asye.rules.groups import Came, CourseDone, came_to, course_done
from asye.rules.policy import AsyeRules
from asye.rules.weeks import Ran


def groups_of(enrolment: Enrolment, rules: AsyeRules, ran: Ran, *, on: date) -> list[Came]:
    """Every group of the policy with the days she came. A group that names courses counts their events; one that names
    none counts what counts in the ASYE (S1-41) and peer learning in the portal. Three queries."""
    person, since = enrolment.person_id, enrolment.starts_on
    named = {code for group in rules.groups for code in group.courses}
    events = attended([person], courses=named, since=since, on=on)
    talks = [fact.on for fact in peer_learning_facts([person], on=on, keys=[PEER_LEARNING]) if fact.on >= since]
    found = []
    for group in rules.groups:
        days = [each.on for each in events if each.course in group.courses]
        if not group.courses:
            days = [each.on for each in events if each.counts_in_asye and each.course not in named] + talks
        found.append(came_to(group, ran.year, days, away=(*ran.stops, *ran.away), on=on))
    return found


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
