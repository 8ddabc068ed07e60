"""People in the posts the reference data has, and what they are shown."""

import html
import re
from datetime import date
from uuid import uuid4

from django.test import Client

from academy.development.models import Entry
from academy.development.selectors.policies import policy_for
from academy.development.selectors.standards import Standards, standards_for
from academy.frameworks.models import Statement
from academy.identity.models import Organisation, Person
from academy.people.models import JobRole, Team
from tests.factories.people import SINCE, account_of, as_actor, staff_of

WRITTEN = {
    "kind": "work",
    "title": "A visit",
    "started_on": "10 November 2026",
    "way": "experience",
    "happened": "We met at home.",
    "keep": "1",
}


def worker(council: str, job: str = "social-worker", *, service: str = "adults", since: date = SINCE) -> Person:
    """Somebody in a job of the list, in a team of the service as the council's file names it."""
    organisation = Organisation.objects.get(slug=council)
    team = Team.objects.filter(service__organisation=organisation, service__kind=service).order_by("pk")[0]
    return staff_of(organisation, team=team, job_role=JobRole.objects.get(code=job), since=since)


def browser_of(person: Person) -> Client:
    client = Client()
    client.force_login(account_of(person))
    return client


def own_frameworks(person: Person, *, on: date | None = None) -> set[str]:
    """The versions the form offers her as those of her post, as `framework-version`."""
    groups = _standards(person, on=on).groups
    return {group.code for group in groups if group.is_own and group.lines}


def _standards(person: Person, *, on: date | None) -> Standards:
    actor = as_actor(person, on=on) if on else as_actor(person)
    return standards_for(actor, policy=policy_for(actor.organisation_id, actor.on))


def statement(key: str) -> Statement:
    """The statement called `framework/version/code`."""
    framework, version, code = key.split("/")
    return Statement.objects.get(version__framework__code=framework, version__code=version, code=code)


def kept_through_the_form(client: Client, **said: object) -> Entry:
    """An entry kept by sending the form of the portal; what is not said is left out."""
    token = uuid4()
    answer = client.post(f"/cpd/new/{token}/", {**WRITTEN, **said})
    assert answer.status_code == 302, words_of(answer)
    return Entry.objects.get(token=token)


def form_of(client: Client) -> str:
    """The words of the form somebody begins an entry with."""
    return words_of(client.get("/cpd/new/", follow=True))


def words_of(answer: object) -> str:
    """What a page says, without its markup."""
    text = getattr(answer, "content").decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())
