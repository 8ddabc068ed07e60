"""Forms of portfolios are looked at: a section's text, what a piece shows in it, what an observer writes by a link,
what is said in signing, where a breach stands.
"""

import re
from html import unescape

from django.test import Client
from django.urls import reverse

from academy.engines.guard.known import Alias
from academy.engines.guard.models import Overrule
from academy.engines.guard.selectors.overrules import overrules_of
from academy.engines.guard.services.keys import keep_key
from portfolios.models import Breach, Snapshot
from portfolios.rules.signing import DECLARATIONS
from portfolios.selectors.overruled import overruled_in
from tests.factories.observations import path_in_mail, planned_outside
from tests.factories.people import NOW, as_actor
from tests.factories.portfolio_signing import asked, gathered, handed_in, seen, signed_by
from tests.factories.portfolios import ItemFactory, evidence_in
from tests.integration.portfolios.test_observations import SENT
from tests.integration.portfolios.test_portfolios import portfolio, template

__all__ = ["portfolio", "template"]
TOLD = "We met at BS1 5TR."
BOX = re.compile(r'name="guard_overruled" type="checkbox" value="([0-9a-f]{64})"')


def shown(response):
    return unescape(response.content.decode())


def overruled(browser, address, said):
    """Sent, asked about, and sent again with a reason."""
    refused = browser.post(address, said)
    assert refused.status_code == 422
    marks = BOX.findall(shown(refused))
    browser.post(address, {**said, "guard_overruled": marks, "guard_reason": "It is the town hall."})
    return marks


def test_text_of_a_section_is_kept_with_a_reason_beside_the_section(council, portfolio):
    section = portfolio.sections.get(code="practice")
    address = reverse("portfolios:section", args=[portfolio.pk, "practice"])
    (mark,) = overruled(council.client(council.author), address, {"text": TOLD, "seen": section.changed_at.isoformat()})
    section.refresh_from_db()
    assert section.text == TOLD
    assert [(row.mark, row.field, row.writer) for row in overrules_of(section)] == [(mark, "text", council.author)]


def test_what_a_piece_shows_is_looked_at_with_the_writer_s_own_names(council, portfolio):
    keep_key(aliases=[Alias("Mrs A", "Margaret Ellis")], seen=None, by=as_actor(council.author), at=NOW)
    evidence = evidence_in("complete", person=council.author, organisation=council.organisation)
    item = ItemFactory(section=portfolio.sections.get(code="practice"), evidence=evidence)
    address = reverse("portfolios:item", args=[portfolio.pk, item.pk])
    browser = council.client(council.author)
    assert "Write “Mrs A” instead" in shown(browser.post(address, {"shows": "How Ellis decides."}))
    overruled(browser, address, {"shows": TOLD})
    item.refresh_from_db()
    assert item.shows == TOLD
    assert overrules_of(item.section).count() == 1


def test_what_is_said_in_signing_is_looked_at_and_read_by_who_signs_next(council):
    portfolio = asked(gathered(council.author, council.organisation))
    managers = council.client(council.manager)
    address = reverse("portfolios:sign", args=[portfolio.pk])
    found = managers.get(address).context["form"]
    said = {"seen": found["seen"].value(), f"reason_{found.codes[0]}": TOLD, "send_back": ""}
    (mark,) = overruled(managers, address, said)
    portfolio.refresh_from_db()
    assert portfolio.state == "returned"
    assert [(row.mark, row.field) for row in overrules_of(portfolio)] == [(mark, f"reason_{found.codes[0]}")]
    assert [each.reason for each in overruled_in(portfolio)] == ["It is the town hall."]


def test_where_a_breach_stands_is_said_without_the_name(council):
    keep_key(aliases=[Alias("Mrs A", "Margaret Ellis")], seen=None, by=as_actor(council.manager), at=NOW)
    snapshot = handed_in(gathered(council.author, council.organisation), council.manager)
    managers = council.client(council.manager)
    address = reverse("portfolios:note-breach-in", args=[snapshot.pk])
    named = managers.post(address, {"severity": "minor", "where": "Ellis is named in the visit."})
    assert (named.status_code, "Write “Mrs A” instead" in shown(named), Breach.objects.count()) == (422, True, 0)
    (mark,) = overruled(managers, address, {"severity": "minor", "where": TOLD})
    breach = Breach.objects.get()
    assert [(row.mark, row.field, row.writer) for row in overrules_of(breach)] == [(mark, "where", council.manager)]
    assert not overrules_of(snapshot).exists()


def test_the_whole_is_looked_through_where_it_is_signed_and_nothing_ticked_is_lost(council):
    made = gathered(council.author, council.organisation)
    made.sections.update(text=TOLD)
    browser, address = council.client(council.author), reverse("portfolios:have-signed", args=[made.pk])
    page = shown(browser.get(address))
    assert "Look at these once more" in page
    section = reverse("portfolios:section", args=[made.pk, "practice"])
    assert f'<a class="govuk-link" href="{section}">Practice</a>' in page
    said = {"declared": [*DECLARATIONS], "seen": seen(made)}
    refused = shown(browser.post(address, said))
    assert "Mend “BS1 5TR” where it stands, or tick it and say why it may stay." in refused
    assert refused.count("checked") == len(DECLARATIONS)
    (mark,) = overruled(browser, address, said)
    assert [(row.mark, row.reason) for row in overrules_of(made)] == [(mark, "It is the town hall.")]
    signing = council.client(council.manager).get(reverse("portfolios:sign", args=[made.pk]))
    assert "It is the town hall." in shown(signing)


def test_handing_in_shows_what_is_found_and_what_to_do(council):
    made = gathered(council.author, council.organisation, text="Ellis decides.")
    signed_by(council.manager, asked(made))
    keep_key(aliases=[Alias("Mrs A", "Margaret Ellis")], seen=None, by=as_actor(council.author), at=NOW)
    browser, address = council.client(council.author), reverse("portfolios:hand-in", args=[made.pk])
    page = shown(browser.get(address))
    assert reverse("portfolios:open-again", args=[made.pk]) in page
    assert "Write “Mrs A” instead" in page
    overruled(browser, address, {})
    snapshot = Snapshot.objects.get()
    assert "It is the town hall." in shown(council.client(council.manager).get(snapshot.get_absolute_url()))


def test_observer_outside_says_why_by_her_link(council):
    evidence = planned_outside(council.author)
    browser = Client()
    address = browser.get(path_in_mail(), follow=True).redirect_chain[-1][0]
    overruled(browser, address, {**SENT, "seen": TOLD})
    assert [(row.thing_id, row.field, row.writer) for row in Overrule.objects.all()] == [(evidence.pk, "seen", None)]
