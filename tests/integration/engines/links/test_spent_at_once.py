"""Two browsers that send the answer behind one link at the same moment: one is noted, the other is told it is gone."""

import pytest

from academy.engines.links.services.links import GONE
from tests.factories.development import kept_by
from tests.factories.identity import OrganisationFactory
from tests.factories.links import link_to
from tests.factories.people import staff_of
from tests.factories.reflections import noted_outside
from tests.integration.engines.at_once import said_by_two

PREPARATION = """
from datetime import timedelta
from django.utils import timezone
from academy.development.models import PeerReflection
from academy.development.services.reflections import answer
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.links.models import Link
from academy.engines.links.selectors.links import actor_by
from academy.engines.links.services.links import spend
link = Link.objects.get()
at = link.made_at + timedelta(minutes=5)
by = actor_by(link, on=timezone.localdate(at))
"""
# Who is refused was made to wait for the other, so that she sees what the other left.
ACT = """
try:
    {act}
    print("done", flush=True)
except Refused as refused:
    spent = Event.objects.filter(act="links.link.spend").count()
    print(refused.reason, spent, flush=True)
"""


@pytest.mark.usefixtures("transactional_db")
def test_link_spent_by_two_at_once_is_spent_by_one(tmp_path):
    link_to(subject=OrganisationFactory())

    act = "spend(link=link, by=by, at=at)"
    said = said_by_two(ACT.format(act=act), preparation=PREPARATION, folder=tmp_path)

    assert sorted(said) == sorted(["done", f"{GONE} 1"])


@pytest.mark.usefixtures("transactional_db")
def test_talk_answered_by_two_at_once_is_answered_by_one(tmp_path):
    noted_outside(kept_by(staff_of(OrganisationFactory())))

    act = 'answer(reflection=PeerReflection.objects.get(), took_place=True, words="", by=by, at=at, link=link)'
    said = said_by_two(ACT.format(act=act), preparation=PREPARATION, folder=tmp_path)

    answered = "This peer reflection is confirmed by the peer. You cannot change it any more. 1"
    assert sorted(said) == [answered, "done"]
