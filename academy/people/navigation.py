"""Places of people in the menu and the footer."""

from typing import Any

from academy.engines.access.permissions import allows
from academy.ui.navigation import FOOTER, MENU, SETTINGS, NavigationItem


def finds_people(actor: Any) -> bool:
    return allows("people.directory.see", actor)


def has_a_record(actor: Any) -> bool:
    return actor.person_id is not None


def keeps_people(actor: Any) -> bool:
    return allows("people.people.keep", actor)


def sees_second_jobs(actor: Any) -> bool:
    return allows("people.second_job.list", actor)


def counts_leavers(actor: Any) -> bool:
    return allows("people.leaving.count", actor)


def takes_in_feed(actor: Any) -> bool:
    return allows("people.feed.take_in", actor)


def counts_monitoring(actor: Any) -> bool:
    return allows("people.monitoring.count", actor)


def keeps_support(actor: Any) -> bool:
    return allows("people.qualifying.keep", actor)


def keeps_vacancies(actor: Any) -> bool:
    return allows("people.vacancy.keep", actor)


MENU.add(
    NavigationItem(label="People", url_name="people:directory", section="people", order=60, shown_to=finds_people),
    NavigationItem(label="Settings", url_name="settings:start", section="settings", order=90, shown_to=keeps_people),
)
FOOTER.add(
    NavigationItem(
        label="Who has read my record", url_name="people:reads", section="reads", order=30, shown_to=has_a_record
    ),
)
SETTINGS.add(
    NavigationItem(
        label="Vacancies",
        url_name="settings:vacancies",
        section="vacancies",
        order=106,
        shown_to=keeps_vacancies,
    ),
    NavigationItem(
        label="Equality monitoring",
        url_name="settings:monitoring",
        section="monitoring",
        order=116,
        shown_to=counts_monitoring,
    ),
    NavigationItem(
        label="Starters, movers and leavers from the HR system",
        url_name="settings:feed",
        section="feed",
        order=108,
        shown_to=takes_in_feed,
    ),
    NavigationItem(
        label="Leavers by length of service",
        url_name="settings:leavers_report",
        section="leavers",
        order=112,
        shown_to=counts_leavers,
    ),
    NavigationItem(
        label="Supported to qualify",
        url_name="settings:qualifying",
        section="qualifying",
        order=114,
        shown_to=keeps_support,
    ),
    NavigationItem(
        label="Second jobs",
        url_name="settings:second_jobs",
        section="second_jobs",
        order=110,
        shown_to=sees_second_jobs,
    ),
)
