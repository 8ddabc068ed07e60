import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Name
from academy.engines.links.models import Link
from academy.engines.notify.models import Mail
from portfolios.notices.observations import CALLED_OFF
from portfolios.services.observation_letters import forget_outsider, send_link, tell_observer
from portfolios.services.observing import observe
from tests.factories.observations import SEEN, planned, planned_outside, with_link
from tests.factories.people import NOW


def test_link_is_sent_again_and_the_one_before_works_no_more(council):
    asked = planned_outside(council.author)

    made = send_link(evidence=asked, by=council.by, at=NOW)

    text = Mail.objects.latest("pk").text
    assert (made.url in text, "up to 17 December 2026" in text) == (True, True)
    assert council.author.full_name in text
    assert Link.objects.exclude(withdrawn_at=None).count() == 1


def test_mail_tells_no_word_of_the_observation(council):
    planned_outside(council.author)

    assert [word for word in ("First visit after hospital", "Pace.") if word in Mail.objects.get().text] == []


def test_link_that_nobody_waits_for_is_refused(council):
    inside, outside = planned(council.author, council.manager), planned_outside(council.author)
    link, rosa = with_link()
    answered = observe(evidence=outside, seen=SEEN, by=rosa, at=NOW, link=link)
    found = []
    for evidence, by in ((inside, council.by), (answered, council.by), (outside, council.managing)):
        with pytest.raises(Refused) as refused:
            send_link(evidence=evidence, by=by, at=NOW)
        found.append(refused.value.reason)

    nobody = "Nobody outside is waited for now, so there is no link to send."
    assert found == [nobody, nobody, "Only the person whose practice it is can send the link."]


def test_outsider_whose_address_is_gone_is_told_nothing(council):
    outside = planned_outside(council.author)
    forget_outsider(outside, by=council.by, at=NOW)

    tell_observer(CALLED_OFF, outside, by=council.by, at=NOW)

    assert Mail.objects.count() == 1


def test_forgotten_her_address_and_her_name_in_links_and_audit_are_gone(council):
    outside = planned_outside(council.author)
    link, rosa = with_link()
    observe(evidence=outside, seen=SEEN, by=rosa, at=NOW, link=link)

    forget_outsider(outside, by=council.by, at=NOW)

    outside.observation.refresh_from_db()
    assert (outside.observation.outsider_name, outside.observation.outsider_email) == ("Rosa Whitlock", "")
    assert Name.objects.filter(reference=f"link {link.pk}").get().name == "Name removed"
    assert Link.objects.get().holder_email == ""
