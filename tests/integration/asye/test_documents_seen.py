"""Documents the policy asks for: ticked once as she is enrolled, the rest noted on the record when it is there."""

from dataclasses import replace
from datetime import date

import time_machine

from asye.models import Enrolment
from asye.rules.parts_of_policy import Document
from asye.rules.policy import PLAIN
from tests.factories.asye_enrolling import council
from tests.factories.people import NOW
from tests.integration.pages import browser, day, words

DEGREE = Document(code="degree", title="Degree certificate")
PLACEMENT = Document(code="placement", title="Report of the last placement")


@time_machine.travel(NOW, tick=False)
def test_what_was_seen_is_ticked_once_and_the_rest_is_noted_when_it_is_there(db):
    here = council(replace(PLAIN, documents=(DEGREE, PLACEMENT)))
    desk, address = browser(here.coordinator), f"/asye/enrol/{here.nqsw.pk}/"
    days = {**day("starts_on", date(2026, 11, 23)), **day("qualified_on", date(2026, 7, 1))}
    sent = {**days, "assessor": here.assessor.pk, "coordinator": here.coordinator.pk, "documents": ["degree"]}

    explained = desk.post(address, sent)
    assert "Not seen yet: report of the last placement. Note it on her record once it is there." in words(explained)
    seen = explained.context["form"]["seen"].value()
    more = desk.post(address, {**sent, "seen": seen, "documents": ["degree", "placement"]})
    assert (more.status_code, "Seen: degree certificate, report of the last placement." in words(more)) == (200, True)
    assert desk.post(address, {**sent, "seen": seen}).status_code == 302

    year = Enrolment.objects.get()
    noting = f"/asye/{year.pk}/documents/"
    page = words(desk.get(year.get_absolute_url()))
    assert 'Degree certificate<span class="app-sub">Not seen yet: Report of the last placement</span>' in page
    assert f'href="{noting}"' in page
    hers = browser(here.nqsw)
    assert f'href="{noting}"' not in words(hers.get(year.get_absolute_url()))
    assert [hers.get(noting).status_code, browser(here.assessor).get(noting).status_code] == [403, 403]

    assert "Tick what you have seen." in words(desk.post(noting, {}))
    done = desk.post(noting, {"documents": ["placement"]})
    assert (done.status_code, done.url) == (302, year.get_absolute_url())
    year.refresh_from_db()
    assert year.documents_seen == ["degree", "placement"]
    assert "Degree certificate, Report of the last placement" in words(desk.get(year.get_absolute_url()))
