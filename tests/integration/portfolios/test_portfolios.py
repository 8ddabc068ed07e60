"""One's own portfolios on their pages: begun, written in, filled, read; what is missing first."""

import pytest
from django.urls import reverse

from academy.development.services.entries import Form, keep
from portfolios.models import Item, Portfolio, Section
from tests.factories.development import WORDS, kept_by
from tests.factories.frameworks import loaded
from tests.factories.people import NOW, as_actor
from tests.factories.portfolios import (
    TEMPLATE,
    ItemFactory,
    PortfolioTemplateFactory,
    SectionFactory,
    SectionReturnFactory,
    cited_item,
    evidence_in,
    portfolio_in,
)

CONTENT = {
    **TEMPLATE,
    "about": "What you show the panel.",
    "sources": ["Our policy, section 4"],
    "frameworks": [{"code": "sample"}],
    "sections": [
        {
            "code": "practice",
            "title": "Practice seen",
            "help": "What others saw.",
            "text": "optional",
            "words": {"least": 3},
            "pieces": {"least": 1},
            "statements": ["sample/A.1"],
        },
        {"code": "learning", "title": "Learning", "text": "none"},
    ],
}


def at(name, *args):
    return reverse(f"portfolios:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def template(council):
    loaded()
    return PortfolioTemplateFactory(organisation=council.organisation, content=CONTENT, title="Progression")


@pytest.fixture
def hers(council):
    return council.client(council.author)


@pytest.fixture
def portfolio(council, template):
    its = {"person": council.author, "organisation": council.organisation, "template": template}
    made = portfolio_in("gathering", **its, title="Towards June")
    for code in ("practice", "learning"):
        SectionFactory(portfolio=made, code=code)
    return made


@pytest.fixture
def project(council):
    return evidence_in("complete", person=council.author, organisation=council.organisation, title="Sensory room")


def test_portfolio_is_begun_from_a_template_that_says_what_it_holds(council, template, hers):
    offered = words(hers.get(at("mine")))
    shown = words(hers.get(at("begin", template.pk)))
    response = hers.post(at("begin", template.pk), {"title": "Towards June", "due_on": "6 May 2027"})

    made = Portfolio.objects.get()
    assert "What you show the panel." in offered
    assert "At least 1 piece: whatever you have." in shown
    assert "Our policy, section 4" in shown
    assert (response.url, made.title, made.due_on.isoformat()) == (
        at("portfolio", made.pk),
        "Towards June",
        "2027-05-06",
    )
    listed = words(hers.get(at("mine")))
    assert "with you, due by 6 May 2027" in listed
    assert "1 thing missing. Next:" in listed
    assert "(you are gathering one)" in listed


def test_second_one_and_a_template_of_another_council_are_not_begun(council, template, hers, portfolio):
    response = hers.post(at("begin", template.pk), {"title": "Again", "due_on": ""})

    assert (response.status_code, Portfolio.objects.count()) == (422, 1)
    assert "You are gathering one of these already." in words(response)
    assert hers.get(at("begin", PortfolioTemplateFactory().pk)).status_code == 404


def test_page_says_first_what_is_missing_and_where_it_is_mended(portfolio, hers):
    shown = words(hers.get(at("portfolio", portfolio.pk)))

    gap = "“Practice seen” has no piece yet; it asks for at least 1."
    assert f'<a class="govuk-link" href="{at("section", portfolio.pk, "practice")}">{gap}</a>' in shown
    assert "Go on with the first" in shown
    assert TEMPLATE["statement"] in shown
    assert "Whether practice is good enough is judged by people" in shown


def test_section_is_written_and_marked_as_ready(portfolio, hers, project):
    page = at("section", portfolio.pk, "practice")
    assert "At least 3 words. It saves itself while you write." in words(hers.get(page))

    response = hers.post(page, {"text": "I ask her first.", "seen": ""})
    ItemFactory(section=Section.objects.get(code="practice"), evidence=project)
    ready = hers.post(at("section-ready", portfolio.pk, "practice"), follow=True)

    section = Section.objects.get(code="practice")
    assert (response.url, section.text, section.state) == (page, "I ask her first.", "ready")
    assert "Nothing is missing. Read it all once more, then sign it." in words(ready)
    assert "It is not ready after all" in words(hers.get(page))
    hers.post(at("section-reopen", portfolio.pk, "practice"))
    assert Section.objects.get(code="practice").state == "started"


def test_text_of_another_tab_is_not_overwritten(portfolio, hers):
    page = at("section", portfolio.pk, "practice")
    seen = hers.get(page).context["seen"]
    hers.post(page, {"text": "From the other tab.", "seen": "2026-11-17T09:30:00+00:00"})
    Section.objects.update(changed_at=NOW.replace(hour=11))

    response = hers.post(page, {"text": "Mine, which stays in the form.", "seen": seen})

    assert (response.status_code, Section.objects.get(code="practice").text) == (422, "From the other tab.")
    assert "was changed in another tab" in words(response)
    assert "Mine, which stays in the form." in words(response)
    assert "From the other tab." in words(response)


def test_returned_section_says_who_sent_it_back_and_why(council, portfolio, hers):
    SectionReturnFactory(section=portfolio.sections.get(code="learning"), returned_by=council.manager)

    shown = words(hers.get(at("section", portfolio.pk, "learning")))

    assert f"{council.manager.full_name} sent it back:</strong> Say what changed for people." in shown
    assert "<strong>Returned</strong>" in words(hers.get(at("portfolio", portfolio.pk)))


def test_what_fits_is_offered_what_speaks_to_the_section_first_and_ticked(council, portfolio, hers, project):
    [statement] = [each for each in loaded().versions.get().statements.all() if each.code == "A.1"]
    other = evidence_in("complete", person=council.author, organisation=council.organisation, title="A talk given")
    project.statements.set([statement])
    entry = kept_by(council.author)
    page = at("put-in", portfolio.pk, "practice")

    choices = hers.get(page).context["form"].fields["pieces"].choices
    assert [value for value, _ in choices] == [f"evidence:{project.pk}", f"evidence:{other.pk}", f"entry:{entry.pk}"]
    assert choices[0][1] == "Sensory room (Project, 17 November 2026). Speaks to Sample A.1"
    hers.post(page, {"pieces": [f"evidence:{project.pk}", f"entry:{entry.pk}"]})

    assert sorted(Item.objects.values_list("evidence_id", "entry_id"), key=str) == sorted(
        [(project.pk, None), (None, entry.pk)], key=str
    )
    assert "Tick at least one piece" in words(hers.post(page, {"pieces": []}))


def test_who_has_nothing_that_fits_is_led_to_where_it_is_made(portfolio, hers):
    shown = words(hers.get(at("put-in", portfolio.pk, "practice")))

    assert "You have nothing that fits yet." in shown
    assert at("begin-evidence") in shown


def test_piece_is_read_said_renewed_cleared_and_taken_out(council, portfolio, hers):
    item = cited_item(portfolio.sections.get(code="practice"))
    entry = item.entry
    page = at("item", portfolio.pk, item.pk)
    said = {**WORDS.__dict__, "title": "Whose choice was it?"}
    keep(
        form=Form(entry.token, seen=entry.changed_at),
        words=type(WORDS)(**said),
        by=as_actor(council.author),
        at=NOW.replace(hour=12),
    )

    assert "You changed this entry since you put it in. The portfolio holds version 1." in words(hers.get(page))
    assert "You changed it since" in words(hers.get(at("section", portfolio.pk, "practice")))
    hers.post(at("item-renew", portfolio.pk, item.pk))
    hers.post(page, {"shows": "That I ask first."})
    hers.post(at("item-clear", portfolio.pk, item.pk))
    item.refresh_from_db()
    assert (item.version.number, item.shows, item.is_cleared) == (2, "That I ask first.", True)
    hers.post(at("item-keep-out", portfolio.pk, item.pk))
    item.refresh_from_db()
    assert item.is_cleared is False

    hers.post(at("item-take-out", portfolio.pk, item.pk))
    assert Item.objects.count() == 0
    assert hers.get(page).status_code == 404


def test_piece_withdrawn_since_is_named_on_its_page(council, portfolio, hers, project):
    item = ItemFactory(section=portfolio.sections.get(code="practice"), evidence=project)
    type(project).objects.update(state="withdrawn", withdrawn_at=NOW)

    assert "You withdrew this piece. Take it out" in words(hers.get(at("item", portfolio.pk, item.pk)))


def test_coverage_shows_where_nothing_speaks_and_judges_nothing(portfolio, hers, project):
    statements = {each.code: each for each in loaded().versions.get().statements.all()}
    project.statements.set([statements["A.1"]])
    ItemFactory(section=portfolio.sections.get(code="practice"), evidence=project)

    shown = words(hers.get(at("coverage", portfolio.pk)))

    assert "Sample: nothing speaks yet to A.2 Explains." in shown
    assert "It does not judge" in shown
    assert shown.count("A.1 Listens: 1 piece. A.2 Explains: nothing yet.") == 1
    assert "1: Sensory room</td>" in shown


def test_coverage_without_frameworks_says_so(council, hers):
    its = {"person": council.author, "organisation": council.organisation}
    plain = portfolio_in("gathering", **its, template=PortfolioTemplateFactory(organisation=council.organisation))

    assert "This portfolio is not held against a framework." in words(hers.get(at("coverage", plain.pk)))


def test_own_day_is_changed_and_the_portfolio_withdrawn(portfolio, hers):
    assert hers.post(at("plan-day", portfolio.pk), {"due_on": "6 May 2027"}).url == at("portfolio", portfolio.pk)
    assert "Due by 6 May 2027, the day you set yourself" in words(hers.get(at("portfolio", portfolio.pk)))
    assert hers.post(at("withdraw", portfolio.pk), {"reason": "I changed teams."}).url == at("mine")

    portfolio.refresh_from_db()
    assert (portfolio.state, portfolio.withdrawn_because) == ("withdrawn", "I changed teams.")
    happened = words(hers.get(at("history", portfolio.pk)))
    assert "<strong>Withdrawn</strong>" in happened


def test_reader_sees_all_of_it_and_changes_nothing(council, template):
    its = {"person": council.author, "organisation": council.organisation, "template": template}
    signing = portfolio_in("signing", **its, signer=council.manager)
    section = SectionFactory(portfolio=signing, text="Mrs A decided herself.")
    item = ItemFactory(section=section)
    managers = council.client(council.manager)

    shown = words(managers.get(at("portfolio", signing.pk)))

    assert "Mrs A decided herself." in shown
    assert "Sign it, or send it back" in shown
    for name, args in (("section", ("practice",)), ("put-in", ("practice",)), ("item", (item.pk,)), ("plan-day", ())):
        assert managers.get(at(name, signing.pk, *args)).status_code == 403
    assert council.client(council.colleague).get(at("portfolio", signing.pk)).status_code == 404


def test_author_of_a_portfolio_being_signed_is_told_to_open_it_again(council, template, hers):
    its = {"person": council.author, "organisation": council.organisation, "template": template}
    signing = portfolio_in("signing", **its, signer=council.manager)
    section = SectionFactory(portfolio=signing, text="Mrs A decided.")

    shown = words(hers.get(at("section", signing.pk, "practice")))

    assert "Open the portfolio again first." in shown
    assert "<textarea" not in shown
    refused = hers.post(at("section-ready", signing.pk, "practice"), follow=True)
    assert "It is being signed. Open it again first" in words(refused)
    assert Section.objects.get(pk=section.pk).state == "empty"
    assert f"with {council.manager.full_name}" in words(hers.get(at("mine")))


def test_section_nobody_asks_for_is_not_found(portfolio, hers):
    SectionFactory(portfolio=portfolio, code="gone")

    assert [hers.get(at("section", portfolio.pk, code)).status_code for code in ("nowhere", "gone")] == [404, 404]


@pytest.mark.parametrize("number", [1, 3])
def test_pages_take_as_many_queries_for_many_pieces_as_for_one(
    council, portfolio, hers, number, django_assert_num_queries
):
    section = portfolio.sections.get(code="practice")
    for _ in range(number):
        ItemFactory(section=section).evidence.statements.set(loaded().versions.get().statements.all())
        cited_item(section)
        evidence_in("complete", person=council.author, organisation=council.organisation)
        kept_by(council.author)
    pages = {
        at("mine"): 10,
        at("portfolio", portfolio.pk): 11,
        at("section", portfolio.pk, "practice"): 17,
        at("put-in", portfolio.pk, "practice"): 12,
        at("coverage", portfolio.pk): 26,
        at("read", portfolio.pk): 23,
    }
    hers.get(at("portfolio", portfolio.pk))
    for page, queries in pages.items():
        with django_assert_num_queries(queries):
            hers.get(page)
