from datetime import date, timedelta

import pytest

from academy.development.services.sharing import discuss, share
from academy.development.services.versions import Citation, cite
from tests.factories.development import CpdPolicyFactory, EntryFactory, framework
from tests.factories.people import NOW, as_actor


def made(council, **said):
    return EntryFactory(**{"author": council.author, "organisation": council.organisation, **said})


def shown(response):
    assert response.status_code == 200
    return response.content.decode()


def titles(page, *wanted):
    return [title for title in wanted if f">{title}</a>" in page]


def test_year_of_a_beginner_says_calmly_that_nothing_is_written_yet(browser):
    page = shown(browser.get("/cpd/"))
    assert "Nothing is written yet. The first entry may be small: a visit, a talk, a page you read." in page
    assert "0 entries since 13 October 2025. Private unless it says otherwise." in page
    assert "Your present stretch is empty. It ends on 6 December, in 19 days." in page


def test_year_lists_kept_entries_by_stretch_newest_first(browser, council):
    made(council, title="Old", started_on=date(2026, 9, 13))
    made(council, title="New", started_on=date(2026, 11, 10), kind="talk", way="others")
    page = shown(browser.get("/cpd/"))
    order = ["14 September – 6 December 2026", ">New</a>", "22 June – 13 September 2026", ">Old</a>"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert ("Talk with a colleague" in page, "10 Nov" in page, "nothing kept yet" in page) == (True, True, False)
    assert "2 entries since 13 October 2025" in page


def test_year_says_that_nothing_is_kept_in_the_present_stretch(browser, council):
    made(council, started_on=date(2026, 9, 13))
    assert "14 September – 6 December 2026: nothing kept yet" in shown(browser.get("/cpd/"))


def test_year_names_the_year_where_a_stretch_lies_in_two(browser, council):
    made(council, started_on=date(2025, 12, 1))
    assert "13 October 2025 – 4 January 2026" in shown(browser.get("/cpd/"))


def test_year_shows_drafts_first_with_words_and_time(browser, council):
    draft = made(council, draft=True, title="", started_on=None, happened="one two three")
    page = shown(browser.get("/cpd/"))
    assert f'href="/cpd/{draft.pk}/edit/">Without a title yet</a>' in page
    assert "Draft, 3 words, changed 15 November, 09:30" in page
    assert page.index("Unfinished") < page.index("Without a title yet")


def test_year_says_with_whom_it_is_shared_discussed_and_what_it_is_used_in(browser, council):
    by, entry = as_actor(council.author), made(council)
    share(entry=entry, person=council.colleague, note="", by=by, at=NOW)
    discuss(entry=entry, person=council.colleague, on=date(2026, 11, 16), by=by, at=NOW)
    cite(entry=entry, citation=Citation(purpose="regulator", label="SWE piece 1"), by=by, at=NOW)
    page = shown(browser.get("/cpd/"))
    assert f"<small>Shared with {council.colleague.full_name}</small>" in page
    assert f"<small>Discussed 16 November 2026 with {council.colleague.short_name}</small>" in page
    assert "SWE piece 1" in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["A talk", "A visit"]),
        ("?kind=talk", ["A talk"]),
        ("?way=experience", ["A visit"]),
        ("?q=sTairs", ["A visit"]),
        ("?q=nothing+such", []),
        ("?standard={line}", ["A talk"]),
        ("?standard=987", ["A talk", "A visit"]),
        ("?kind=podcast&way=x&state=lost&page=99", ["A talk", "A visit"]),
        ("?state=withdrawn", ["Gone"]),
        ("?q=%00", ["A talk", "A visit"]),
    ],
)
def test_year_is_filtered_and_a_wrong_filter_filters_nothing(browser, council, query, expected):
    line, *_ = framework()
    made(council, title="A talk", kind="talk", way="others", happened="x").statements.add(line)
    made(council, title="A visit", learnt="The stairs")
    made(council, title="Gone", withdrawn=True)
    made(council, title="Hers", author=council.colleague)
    page = shown(browser.get(f"/cpd/{query.format(line=line.pk)}"))
    assert titles(page, "A talk", "A visit", "Gone", "Hers") == expected


def test_year_without_a_match_offers_everything(browser, council):
    made(council)
    assert 'Nothing matches. <a class="govuk-link" href="/cpd/">Show everything</a>' in shown(
        browser.get("/cpd/?q=zzz")
    )


def test_year_pages_keep_the_filter(browser, council):
    for number in range(21):
        made(council, title=f"Visit {number}", started_on=date(2026, 11, 10) - timedelta(days=number))
    page = shown(browser.get("/cpd/?q=visit"))
    assert (titles(page, "Visit 0", "Visit 19", "Visit 20"), 'href="?q=visit&amp;page=2"' in page) == (
        ["Visit 0", "Visit 19"],
        True,
    )
    assert titles(shown(browser.get("/cpd/?q=visit&page=2")), "Visit 19", "Visit 20") == ["Visit 20"]


def test_year_counts_withdrawn_entries_apart(browser, council):
    made(council, withdrawn=True)
    assert '<a class="govuk-link" href="?state=withdrawn">1 withdrawn entry</a>' in shown(browser.get("/cpd/"))


def test_year_says_the_words_of_the_organisations_offer(browser, council):
    CpdPolicyFactory(organisation=council.organisation, motto="Begin, Flourish, Excel")
    assert "Everyday Learning: Begin, Flourish, Excel." in shown(browser.get("/cpd/"))


def test_year_shows_the_balance_beside_the_guide_and_blocks_nothing(browser, council):
    for _ in range(3):
        made(council, way="formal")
    page = shown(browser.get("/cpd/"))
    assert "Mix: 0 by experience, 0 from others and 3 formal, of 3. A guide, never a rule." in page
    assert "Write an entry" in page


def test_year_is_in_the_menu(browser):
    assert 'href="/cpd/" aria-current="page"' in shown(browser.get("/cpd/"))


@pytest.mark.parametrize("number", [1, 3])
def test_year_takes_the_same_queries_whatever_there_is(browser, council, django_assert_num_queries, number):
    by, lines = as_actor(council.author), framework(lines=3)
    for each in range(number):
        made(council, draft=True)
        entry = made(council)
        entry.statements.add(*lines[: each + 1])
        share(entry=entry, person=council.colleague, note="", by=by, at=NOW)
        discuss(entry=entry, person=council.colleague, on=date(2026, 11, 16), by=by, at=NOW)
        cite(entry=entry, citation=Citation(purpose="panel", label="BG11"), by=by, at=NOW)
    browser.get("/cpd/")
    with django_assert_num_queries(22):
        browser.get("/cpd/")


def test_signed_out_reader_is_sent_to_sign_in(client, council):
    response = client.get("/cpd/?q=x")
    assert (response.status_code, response.headers["Location"]) == (302, "/accounts/login/?next=/cpd/%3Fq%3Dx")
