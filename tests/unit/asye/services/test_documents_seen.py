from dataclasses import replace

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from asye.choices.enrolments import EnrolmentState
from asye.models import Enrolment
from asye.rules.parts_of_policy import Document
from asye.rules.policy import PLAIN
from asye.services.documents_seen import note_documents
from asye.services.enrolments import enrol
from tests.factories.asye_enrolling import council
from tests.factories.people import NOW, as_actor

pytestmark = pytest.mark.django_db
DOCUMENTS = (Document(code="degree", title="Degree certificate"), Document(code="placement", title="Report"))


@pytest.fixture
def here():
    return council(replace(PLAIN, documents=DOCUMENTS))


@pytest.fixture
def year(here):
    return enrol(person=here.nqsw, details=here.details(documents=("degree", "passport")), by=here.by, at=NOW)


def noted(year, codes, by):
    return note_documents(enrolment=year, codes=codes, by=by, at=NOW)


def test_only_what_the_policy_asks_for_is_kept_and_what_comes_later_is_added(here, year):
    assert year.documents_seen == ["degree"]
    assert noted(year, ["degree", "placement", "passport"], here.by).documents_seen == ["degree", "placement"]
    event = Event.objects.latest("pk")
    assert (event.act, event.changed) == ("asye.documents.note", ["documents_seen"])


def test_nobody_else_notes_nothing_twice_and_nothing_in_a_year_that_is_over(here, year):
    for codes, by, says in (
        (["placement"], as_actor(here.nqsw), "Only the co-ordinator of the year"),
        (["placement"], as_actor(here.assessor), "Only the co-ordinator of the year"),
        (["degree"], here.by, "Tick what you have seen."),
    ):
        with pytest.raises(Refused, match=says):
            noted(year, codes, by)
    Enrolment.objects.filter(pk=year.pk).update(
        state=EnrolmentState.WITHDRAWN, ended_at=NOW, ended_because="She moved away."
    )
    with pytest.raises(Refused, match="The year is over"):
        noted(year, ["placement"], here.by)
