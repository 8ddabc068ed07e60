"""Who fills the sections that are not the author's: named by her, known by the post; what she sees of it."""

import pytest

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from portfolios.models import PartHolder, Portfolio, Section
from portfolios.rules.nameless import without_names
from portfolios.selectors.completeness import gaps_of
from portfolios.selectors.content import content_of
from portfolios.selectors.parts import page_of_part, parts_held, parts_to_write
from portfolios.selectors.readers import readers_of
from portfolios.services.parts import name_holder
from portfolios.services.portfolios import Opening, open_portfolio
from portfolios.services.sections import mark_ready, write_section
from portfolios.worklist import parts
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, DeputyFactory, as_actor, staff_of
from tests.factories.portfolios import TEMPLATE

pytestmark = pytest.mark.django_db
WRITE = "portfolios.section.write"
SECTIONS = [
    {"code": "report", "title": "Report", "text": "required", "filled_by": "practice_educator", "takes": {}},
    {"code": "manager", "title": "Manager", "text": "required", "filled_by": "line_manager", "takes": {}},
    {"code": "seen", "title": "Seen", "filled_by": "verifier", "takes": {}},
]


@pytest.fixture
def portfolio(council):
    content = {**TEMPLATE, "sections": SECTIONS, "chain": ["author", "verifier", "line_manager"]}
    type(council.template).objects.update(content=content)
    council.template.refresh_from_db()
    return open_portfolio(template=council.template, opening=Opening(), by=council.by, at=NOW)


def named(council, portfolio, person=None, *, role="practice_educator", by=None):
    return name_holder(portfolio=portfolio, role=role, person=person or council.colleague, by=by or council.by, at=NOW)


def codes(person):
    return [each.code for each in parts_held(as_actor(person)).order_by("pk")]


def test_who_is_named_holds_her_part_and_is_told(council, portfolio):
    holder = named(council, portfolio)

    assert (holder.role, holder.person, holder.named_at) == ("practice_educator", council.colleague, NOW)
    assert Notice.objects.get().kind == "portfolios.part.named"
    assert (codes(council.colleague), codes(council.manager), codes(council.author)) == (["report"], ["manager"], [])
    assert not Portfolio.objects.visible_to(as_actor(council.colleague)).exists()


def test_another_takes_her_place(council, portfolio):
    named(council, portfolio)
    other = staff_of(council.organisation)

    named(council, portfolio, other)

    assert (codes(council.colleague), codes(other), PartHolder.objects.count()) == ([], ["report"], 1)


def test_deputy_of_the_manager_holds_it_and_a_bar_of_state_ends_it(council, portfolio):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)
    assert codes(deputy) == ["manager"]

    Portfolio.objects.update(state="withdrawn", withdrawn_at=NOW)
    assert (codes(deputy), codes(council.manager)) == ([], [])


@pytest.mark.parametrize("role", ["line_manager", "assessor", "author", "cat"])
def test_role_the_template_asks_nobody_for_is_refused(council, portfolio, role):
    with pytest.raises(Refused, match="asks for nobody to be named"):
        named(council, portfolio, role=role)


def test_who_cannot_hold_it_is_refused(council, portfolio):
    for person in (council.author, staff_of(OrganisationFactory())):
        with pytest.raises(Refused, match="Choose a colleague who works here"):
            named(council, portfolio, person)
    with pytest.raises(Refused, match="Your line manager signs after the verifier"):
        named(council, portfolio, council.manager, role="verifier")
    with pytest.raises(Refused, match="Only the person whose portfolio it is"):
        named(council, portfolio, by=council.managing)
    assert named(council, portfolio, role="verifier").role == "verifier"
    council.template.organisation.posts.filter(person=council.author).first().terms.update(line_manager=None)
    assert named(council, portfolio, council.manager, role="verifier").person == council.manager


def test_gaps_name_who_writes_and_how_far_it_is(council, portfolio):
    assert [gap.says for gap in gaps_of(portfolio, TODAY)] == [
        "“Report” is written by your practice educator, and nobody is named. Say who that is.",
        f"“Manager” is written by your line manager, {council.manager.full_name}: not begun.",
    ]


def test_what_is_to_be_written_waits_until_it_is_done(council, portfolio):
    part = parts_to_write(council.managing).get()
    assert [(item.what, item.url) for item in parts._to_write(council.managing, TODAY)] == [
        (f"Write “Manager” for {council.author.full_name}", part.part_url)
    ]

    mark_ready(section=part, by=council.managing, at=NOW)

    assert (parts_to_write(council.managing).count(), parts._to_write(council.managing, TODAY)) == (0, [])


def test_part_the_template_lacks_is_told_by_its_code(council, portfolio):
    Section.objects.filter(code="manager").update(code="gone")

    assert parts._to_write(council.managing, TODAY)[0].what == f"Write “gone” for {council.author.full_name}"


def test_content_says_whose_words_they_are_and_the_blind_edition_by_which_role(council, portfolio):
    write_section(section=parts_held(council.managing).get(), text="She leads.", by=council.managing, at=NOW)

    content = content_of(portfolio)
    said = {each.code: (each.text, each.says_who) for each in content.sections}

    assert said["manager"] == ("She leads.", f"{council.manager.full_name}, line manager")
    assert said["report"] == ("", "")
    assert [each.says_who for each in without_names(content).sections] == ["", "the line manager", ""]


def test_author_is_shown_who_reads_her_part(council, portfolio):
    assert [(each.name, each.what) for each in readers_of(portfolio, on=TODAY)] == [
        (council.manager.full_name, "The part she writes")
    ]


def test_permission_says_the_same_as_the_query(council, portfolio):
    named(council, portfolio)
    own = {each.code: each for each in Section.objects.all()}
    opens = {
        code: [
            who
            for who in ("author", "manager", "colleague")
            if allows("portfolios.section.write", of(council, who), each)
        ]
        for code, each in own.items()
    }

    assert opens == {"report": ["colleague"], "manager": ["manager"], "seen": []}
    assert not allows(WRITE, council.by, portfolio)


def of(council, who):
    return as_actor(getattr(council, who))


def test_unsent_words_lead_back_to_the_part(council, portfolio):
    part = parts_held(council.managing).get()

    assert (page_of_part(part.pk), page_of_part(0)) == (f"/portfolio/parts/{part.pk}/", "")
