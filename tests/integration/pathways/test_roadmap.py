"""My pathway: the ladder one stands on, for whom it is, and the editions one may read."""

from datetime import date

import pytest
from django.test import Client

from academy.engines.jobs.models import Job
from academy.people.choices import MembershipKind
from academy.people.models import Terms
from tests.factories.development import kept_by
from tests.factories.identity import OrganisationFactory
from tests.factories.pathways import (
    JourneyFactory,
    LadderVersionFactory,
    choice_in,
    practitioner_of,
)
from tests.factories.people import (
    GradeFactory,
    GradeLevelFactory,
    PostFactory,
    RegistrationFactory,
    TeamFactory,
    TermsFactory,
    member_of,
    staff_of,
)
from tests.factories.vacancies import VacancyFactory
from tests.integration.pathways.conftest import Council
from tests.integration.training.windows import own_queries, shown, window_of

MINE, LADDERS = "/pathways/", "/pathways/ladders/"
# Queries of a page beyond those every page asks.
PAGE_OF_MINE, PAGE_OF_EDITION = 20, 2


def rows_of(page) -> dict[str, tuple[str, str]]:
    """What the table says of her, by rung."""
    rows = page.context["found"].rows
    return {row.rung.code: (row.state.word if row.state else row.says, row.link) for row in rows}


def test_practitioner_sees_where_she_stands_and_what_leads_on(council: Council, browser: Client):
    RegistrationFactory(person=council.author)
    page = browser.get(MINE)
    text = shown(page)
    assert page.context["found"].lead == (
        f"Career progression in adults' services, {council.organisation.short_name}, edition {council.ladder.code}.",
        "Three pathways lead from BG10 Level 2 to BG11 Experienced.",
        f"You choose one, with {council.manager.full_name}’s agreement.",
    )
    assert rows_of(page) == {
        "level-2": ("Here since April 2022", ""),
        "bg11": ("1 of 4 met", f"/pathways/steps/to-bg11/?of={council.organisation.slug}"),
        "bg12": ("Later", ""),
    }
    assert text.count('role="img"') == 2
    assert ('href="/pathways/choose/"' in text, ">Why not yet?</a>" in text) == (True, True)
    assert 'aria-current="page"' in text.partition(">My pathway<")[0][-120:]


def test_chosen_pathway_and_its_stages_stand_in_the_picture(council: Council, browser: Client):
    journey = JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder)
    choice_in("agreed", journey=journey, pathway="mca-bia")
    page = browser.get(MINE)
    assert page.context["found"].lead[2] == (
        "You chose Mental Capacity and Best Interests Assessor on 17 November 2026; "
        f"you may change it, with {council.manager.full_name}’s agreement."
    )
    hers = page.context["found"].map.wide.tracks[-1]
    assert (hers.code, hers.line.look.css) == ("mca-bia", "m-path m-path--mine")
    assert not page.context["found"].is_choosing


def test_pathway_that_waits_is_said_to_wait_for_the_manager(council: Council, browser: Client):
    journey = JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder)
    choice_in("asked", journey=journey, pathway="amhp")
    lead = browser.get(MINE).context["found"].lead[2]
    assert lead.endswith(f"on 17 November 2026; {council.manager.full_name} is asked to agree.")


def test_vacancies_of_a_grade_are_counted_where_the_step_waits_for_one(council: Council, browser: Client):
    grade = GradeFactory(organisation=council.organisation, code="BG12")
    VacancyFactory(organisation=council.organisation, grade=grade)
    VacancyFactory(organisation=council.organisation, grade=grade)
    VacancyFactory(grade=GradeFactory(code="BG12"))
    page = browser.get(MINE)
    assert {row.rung.code: row.vacancies for row in page.context["found"].rows} == {
        "level-2": 0,
        "bg11": 0,
        "bg12": 2,
    }
    assert "2 vacancies today" in shown(page)


def test_grades_she_had_are_behind_her_with_their_days(council: Council):
    person = practitioner_of(council.organisation)
    grade = GradeFactory(organisation=council.organisation, code="BG11", title="BG11")
    before = Terms.objects.get(post__person=person)
    Terms.objects.filter(pk=before.pk).update(until_on=date(2025, 5, 1))
    TermsFactory(post=before.post, team=before.team, job_role=before.job_role, grade=grade, from_on=date(2025, 5, 2))
    page = council.client(person).get(MINE)
    assert rows_of(page) == {
        "level-2": ("Behind you", ""),
        "bg11": ("Here since May 2025", ""),
        "bg12": ("How you get there", f"/pathways/steps/to-bg12/?of={council.organisation.slug}"),
    }
    assert "BG10 Level 2: you stood here from 1 April 2022 to 1 May 2025" in shown(page)
    assert shown(page).count("since 2 May 2025") == 1


def test_journey_keeps_its_edition_and_names_the_newer_one(council: Council, browser: Client):
    JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder)
    newer = LadderVersionFactory(organisation=council.organisation, valid_from=date(2026, 9, 1))
    page = browser.get(MINE)
    assert page.context["found"].lead[1] == (
        "You are under the edition of 1 January 2026, with which you began; a newer one holds since 1 September 2026."
    )
    assert f'href="/pathways/ladders/{newer.pk}/">Read the newer edition</a>' in shown(page)
    assert page.context["standing"].ladder.version == council.ladder


def test_somebody_on_no_rung_is_told_whom_to_ask_and_shown_the_ladders(council: Council):
    person = staff_of(council.organisation, line_manager=council.manager)
    page = shown(council.client(person).get(MINE))
    assert f"Ask {council.manager.full_name} to have your grade written down with your post." in page
    assert f'href="/pathways/ladders/{council.ladder.pk}/"' in page
    assert "Ask your manager" in shown(council.client(council.manager).get(MINE))


@pytest.mark.django_db
def test_somebody_whose_employer_has_no_ladder_is_told_so():
    page = shown(window_of(staff_of(OrganisationFactory())).get(MINE))
    assert ("No ladder in the portal is for your post." in page, "No ladder is in the portal yet." in page) == (
        True,
        True,
    )


def test_somebody_with_two_posts_reaches_both_ladders(council: Council, browser: Client):
    other = LadderVersionFactory(title="Ladder of the other council")
    grade = GradeFactory(organisation=other.organisation, code="BG11")
    post = PostFactory(person=council.author, organisation=other.organisation, is_primary=False)
    TermsFactory(post=post, team=TeamFactory(service__organisation=other.organisation), grade=grade)
    there = f"?of={other.organisation.slug}&amp;ladder=adults"
    assert f'href="{there}">Ladder of the other council' in shown(browser.get(MINE))
    page = browser.get(f"{MINE}?of={other.organisation.slug}&ladder=adults")
    assert page.context["standing"].rung.code == "bg11"


def test_who_has_no_post_has_no_pathway(council: Council):
    candidate = member_of(council.organisation, kind=MembershipKind.CANDIDATE)
    assert [window_of(candidate).get(url).status_code for url in (MINE, LADDERS)] == [403, 403]
    assert ">My pathway</a>" not in shown(window_of(candidate).get("/"))


def test_ladders_are_listed_with_older_and_coming_editions(council: Council, browser: Client):
    where = {"organisation": council.organisation}
    older = LadderVersionFactory(**where, code="2015", valid_from=date(2015, 1, 1), valid_to=date(2025, 12, 31))
    coming = LadderVersionFactory(**where, code="2027", valid_from=date(2027, 1, 1))
    LadderVersionFactory(**where, code="gone", valid_from=date(2016, 1, 1), withdrawn_on=date(2016, 2, 1))
    LadderVersionFactory(title="Of another council")
    [line] = browser.get(LADDERS).context["ladders"]
    assert [(each.version, each.words) for each in line.editions] == [
        (coming, "from 1 January 2027"),
        (council.ladder, "in force since 1 January 2026"),
        (older, "from 1 January 2015 to 31 December 2025"),
    ]


def test_edition_says_what_each_step_and_pathway_asks(council: Council, browser: Client):
    page = shown(browser.get(f"{LADDERS}{council.ladder.pk}/"))
    assert "<h3" in page
    for words in (
        "BG10 Level 2 to BG11 Experienced",
        "In order: panel, vacancy, recruitment.",
        "At least 2 kept entries",
        "The line manager agrees",
        "Topics: Law; Mental health.",
        "Who is ready for it: Uses the principles of the Mental Capacity Act in her work.",
        "Length of service counts for nothing.",
    ):
        assert words in page, words


def test_edition_of_another_council_is_not_found(council: Council, browser: Client):
    other = LadderVersionFactory()
    assert browser.get(f"{LADDERS}{other.pk}/").status_code == 404
    assert browser.post(f"{LADDERS}{other.pk}/pdf/").status_code == 404


def test_withdrawn_edition_is_read_by_who_is_on_her_way_under_it(council: Council, browser: Client):
    gone = LadderVersionFactory(organisation=council.organisation, code="gone", withdrawn_on=date(2026, 2, 1))
    assert browser.get(f"{LADDERS}{gone.pk}/").status_code == 404
    JourneyFactory(person=council.author, organisation=council.organisation, ladder=gone)
    assert browser.get(f"{LADDERS}{gone.pk}/").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_pages_ask_the_database_as_often_whatever_there_is(council: Council, browser: Client, number: int):
    for place in range(number):
        kept_by(council.author)
        LadderVersionFactory(organisation=council.organisation, valid_from=date(2020 + place, 1, 1))
    JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder)
    assert own_queries(browser, MINE) == PAGE_OF_MINE
    assert own_queries(browser, f"{LADDERS}{council.ladder.pk}/") == PAGE_OF_EDITION


def test_plans_are_ordered_as_documents(council: Council, browser: Client):
    assert browser.post("/pathways/pdf/", {"of": council.organisation.slug, "ladder": "adults"}).status_code == 302
    assert browser.post(f"{LADDERS}{council.ladder.pk}/pdf/").status_code == 302
    plan, edition = Job.objects.order_by("pk").values_list("arguments", flat=True)
    assert (plan["kind"], plan["choices"]) == ("pathways.plan", [f"of:{council.organisation.slug}", "ladder:adults"])
    assert (edition["kind"], edition["choices"]) == ("pathways.edition", [f"edition:{council.ladder.pk}"])


def test_somebody_on_the_highest_rung_has_no_step_ahead(council: Council):
    person = staff_of(council.organisation, grade=GradeFactory(organisation=council.organisation, code="BG12"))
    page = council.client(person).get(MINE)
    assert page.context["found"].lead[1] == "No step of this ladder leads on from where you stand."
    assert "Why not yet?" not in shown(page)


def test_grade_of_another_rung_is_not_guessed(council: Council):
    level = GradeLevelFactory(grade=council.organisation.grades.get(code="BG10"), code="level-1")
    person = staff_of(council.organisation, grade=level.grade, level=level)
    assert council.client(person).get(MINE).context["standing"].rung is None
