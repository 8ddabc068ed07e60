"""A part somebody else writes: she sees it and nothing else; the author names her, reads it and cannot change it."""

import pytest
from django.urls import reverse

from portfolios.models import PartHolder, Section
from portfolios.services.portfolios import Opening, open_portfolio
from tests.factories.people import NOW, as_actor
from tests.factories.portfolios import TEMPLATE, PortfolioTemplateFactory, SectionReturnFactory

PARTS = [
    {"code": "own", "title": "My account", "text": "required"},
    {"code": "hers", "title": "The manager's view", "text": "required", "filled_by": "line_manager", "takes": {}},
    {"code": "report", "title": "Report", "text": "required", "filled_by": "practice_educator", "takes": {}},
]


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def portfolio(council):
    template = PortfolioTemplateFactory(organisation=council.organisation, content={**TEMPLATE, "sections": PARTS})
    return open_portfolio(template=template, opening=Opening(), by=as_actor(council.author), at=NOW)


def test_manager_writes_her_part_and_says_it_is_done(council, portfolio):
    part, client = Section.objects.get(code="hers"), council.client(council.manager)
    url = reverse("portfolios:part", args=[part.pk])
    SectionReturnFactory(section=part, reason="Say since when.", returned_by=council.colleague)
    shown = words(client.get(url))
    assert "Say since when." in shown
    assert "nothing else of the portfolio" in shown
    assert client.get(portfolio.get_absolute_url()).status_code == 404

    sent = client.post(url, {"text": "She leads.", "seen": part.changed_at.isoformat()})
    done = client.post(reverse("portfolios:part-ready", args=[part.pk]))

    part.refresh_from_db()
    assert (sent.url, done.url, part.text, part.state, part.written_by) == (
        url,
        url,
        "She leads.",
        "ready",
        council.manager,
    )
    assert "It is not done after all" in words(client.get(url))
    client.post(reverse("portfolios:part-reopen", args=[part.pk]))
    part.refresh_from_db()
    assert part.state == "started"


def test_author_reads_it_and_cannot_change_it(council, portfolio):
    part, client = Section.objects.get(code="hers"), council.client(council.author)
    Section.objects.filter(pk=part.pk).update(text="She leads.", written_by=council.manager)
    url = reverse("portfolios:section", args=[portfolio.pk, "hers"])

    shown = words(client.get(url))
    refused = client.post(url, {"text": "Mine.", "seen": part.changed_at.isoformat()})

    assert f"Written by {council.manager.full_name}, your line manager." in shown
    assert "She leads." in shown
    assert 'name="text"' not in shown
    part.refresh_from_db()
    assert (refused.status_code, part.text) == (422, "She leads.")
    assert client.get(reverse("portfolios:part", args=[part.pk])).status_code == 404
    read = words(client.get(reverse("portfolios:read", args=[portfolio.pk])))
    assert f"Written by {council.manager.full_name}, line manager." in read


def test_author_names_who_writes(council, portfolio):
    client = council.client(council.author)
    url = reverse("portfolios:name-holder", args=[portfolio.pk, "practice_educator"])
    assert "Say who writes it" in words(client.get(reverse("portfolios:section", args=[portfolio.pk, "report"])))
    assert "Who is your practice educator?" in words(client.get(url))

    assert client.post(url, {"person": ""}).status_code == 422
    sent = client.post(f"{url}?q={council.colleague.family_name}", {"person": str(council.colleague.pk)})

    assert (sent.url, PartHolder.objects.get().person) == (portfolio.get_absolute_url(), council.colleague)
    assert f"Written by your practice educator, {council.colleague.full_name}" in words(client.get(sent.url))


@pytest.mark.parametrize("role", ["line_manager", "assessor"])
def test_nobody_is_named_for_a_role_that_is_not_asked_or_is_known(council, portfolio, role):
    client = council.client(council.author)

    assert client.get(reverse("portfolios:name-holder", args=[portfolio.pk, role])).status_code == 404


def test_part_is_shown_and_closed_while_it_is_signed(council, portfolio):
    Section.objects.filter(code="hers").update(text="She leads.", state="ready", written_by=council.manager)
    type(portfolio).objects.update(state="endorsed", endorsed_at=NOW)

    shown = words(council.client(council.manager).get(Section.objects.get(code="hers").part_url))

    assert "It is closed to changes" in shown
    assert "She leads." in shown


def test_part_the_template_has_no_more_is_not_found(council, portfolio):
    Section.objects.filter(code="hers").update(code="gone")

    assert council.client(council.manager).get(Section.objects.get(code="gone").part_url).status_code == 404
