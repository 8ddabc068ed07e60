"""Observations for tests, made through the services; `with_link` reads the link a mail carries as its holder does."""

import re
import uuid
from dataclasses import replace
from datetime import date
from typing import Any

from academy.engines.links.models import Link
from academy.engines.links.rules import hashed
from academy.engines.links.selectors.links import actor_by
from academy.engines.notify.models import Mail
from academy.identity.actor import Actor
from academy.identity.models import Person
from portfolios.models import Evidence
from portfolios.services.observations import OutsideObserver, Plan, plan, reflect
from portfolios.services.observing import Judged, Seen, observe
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor

DAY = date(2026, 11, 16)
VISIT = Plan(
    setting="visit", relation="line_manager", planned_on=DAY, title="First visit after hospital", focus="Pace."
)
ROSA = OutsideObserver(name="Rosa Whitlock", email="Rosa@Hospice.example ", registration="SW10101")
OUTSIDE = replace(VISIT, relation="social_worker", outsider=ROSA)
SEEN = Seen(
    happened_on=DAY,
    seen="She waited until he had found the word.",
    strengths="Time.",
    to_develop="Say the options sooner.",
    people_agreed=True,
)
JUDGED = Judged(judgement="shown", reason="He chose, with her beside him.")
WORDS = "I had not noticed how long I waited."


def planned(person: Person, observer: Person, **said: Any) -> Evidence:
    """Asked of a colleague: her line manager unless another relation is said."""
    return plan(plan=replace(VISIT, observer=observer, **said), token=uuid.uuid4(), by=as_actor(person), at=NOW)


def planned_outside(person: Person, **said: Any) -> Evidence:
    """Asked of somebody outside, who is sent a link."""
    return plan(plan=replace(OUTSIDE, **said), token=uuid.uuid4(), by=as_actor(person), at=NOW)


def written(evidence: Evidence) -> Evidence:
    """Written by the colleague who observed."""
    observer = evidence.observation.observer
    assert observer is not None
    return observe(evidence=evidence, seen=SEEN, by=as_actor(observer), at=NOW)


def reflected(evidence: Evidence) -> Evidence:
    """Written and reflected on."""
    return reflect(
        evidence=written(evidence), words=WORDS, statement_ids=frozenset(), by=as_actor(evidence.person), at=NOW
    )


def path_in_mail() -> str:
    """The address of the link in the newest mail to somebody outside."""
    found = re.search(r"/l/[\w-]+/", Mail.objects.filter(person=None).latest("pk").text)
    assert found is not None
    return found.group()


def with_link() -> tuple[Link, Actor]:
    """The newest link as its holder has it, and she as an actor."""
    link = Link.objects.get(token_hash=hashed(path_in_mail().split("/")[2]))
    return link, actor_by(link, on=TODAY)
