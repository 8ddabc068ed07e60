from datetime import date, timedelta

from academy.people.models import Terms
from portfolios.models import Portfolio
from portfolios.rules.content import Edition, Fact, SectionSaid, SignedLine, canonical, read
from portfolios.selectors.content import content_of
from portfolios.selectors.cover import day_of
from tests.factories import portfolios as made
from tests.factories.development import framework
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW, RegistrationFactory


def gathered(council, **said):
    return made.PortfolioFactory(
        person=council.author, organisation=council.organisation, template=council.template, **said
    )


def test_an_empty_portfolio_tells_every_section_of_its_template_in_order(council):
    content = content_of(gathered(council))
    assert (content.title, content.purpose, content.purpose_words) == ("Towards BG11", "progression", "Progression")
    assert (content.person, content.organisation) == (council.author.full_name, council.organisation.name)
    assert content.statement == made.TEMPLATE["statement"]
    assert content.sections == (
        SectionSaid(code="practice", title="Practice"),
        SectionSaid(code="learning", title="Learning"),
    )
    code = f"progression/{council.template.code}"
    assert content.editions == (Edition(what="template", code=code, title="Progression portfolio"),)
    assert (content.signatures, content.pieces) == ((), ())


def test_pieces_stand_in_their_sections_with_what_they_show_there(council):
    portfolio = gathered(council)
    learning = made.SectionFactory(portfolio=portfolio, code="learning", text="What I learnt.")
    cited = made.cited_item(learning, shows="The whole of it.")
    line, *_ = framework()
    seen = made.ItemFactory(section=learning, added_at=NOW + timedelta(hours=1))
    seen.evidence.statements.set([line])
    practice, said = content_of(portfolio).sections
    assert (practice.pieces, said.text) == ((), "What I learnt.")
    assert [piece.source for piece in said.pieces] == [f"entry:{cited.entry_id}:1", f"evidence:{seen.evidence_id}"]
    assert [piece.shows for piece in said.pieces] == ["The whole of it.", ""]
    assert content_of(portfolio).editions[1:] == (Edition(what="framework", code="pcf/2018", title=str(line.version)),)


def test_the_cover_tells_team_and_registration_of_the_day_it_was_last_touched(council):
    portfolio = gathered(council, due_on=date(2027, 6, 17))
    RegistrationFactory(person=council.author, expires_on=date(2027, 11, 30))
    terms = Terms.objects.get(post__person=council.author)
    registration, due = content_of(portfolio).facts[1:]
    assert content_of(portfolio).facts[0] == Fact(label="Team", text=f"{terms.team.name}, 1 FTE")
    assert registration == Fact(label="Registration", text="Social Work England, until 30 November 2027")
    assert due == Fact(label="To be handed in by", text="17 June 2027")


def test_somebody_who_had_no_post_then_has_no_team_on_the_cover(council):
    portfolio = gathered(council)
    before = NOW - timedelta(days=9000)
    Portfolio.objects.filter(pk=portfolio.pk).update(opened_at=before, changed_at=before)
    assert content_of(portfolio).facts == ()


def test_the_day_of_the_cover_is_the_last_moment_of_the_portfolio(council):
    later = NOW + timedelta(days=3)
    assert day_of(made.portfolio_in("endorsed", endorsed_at=later)) == later.date()


def test_signatures_are_told_with_who_signed_for_whom(council):
    portfolio = gathered(council)
    signed = made.SignatureFactory(
        thing=portfolio, role="line_manager", person=council.colleague, signed_for=council.manager, words="Well done."
    )
    made.SignatureFactory(thing=portfolio, withdrawn_at=NOW, withdrawn_because="Changed.")
    assert content_of(portfolio).signatures == (
        SignedLine(
            role="line manager",
            name=signed.person.full_name,
            on="2026-11-17",
            words="Well done.",
            for_whom=council.manager.full_name,
        ),
    )
    assert content_of(portfolio).signatures[0].day == date(2026, 11, 17)


def test_names_cover_practitioner_signers_observers_organisation_and_team(council):
    portfolio = gathered(council)
    made.SignatureFactory(thing=portfolio, person=council.author)
    made.SignatureFactory(thing=portfolio, role="line_manager", person=council.colleague, signed_for=council.manager)
    observation = made.ObservationFactory(observer=PersonFactory())
    made.ItemFactory(section=made.SectionFactory(portfolio=portfolio), evidence=observation.evidence)
    made.cited_item(made.SectionFactory(portfolio=portfolio, code="learning"))
    found = {named.name: named.instead for named in content_of(portfolio).names}
    team = Terms.objects.get(post__person=council.author).team
    expected = {
        council.author.full_name: "the practitioner",
        council.manager.full_name: "the line manager",
        council.colleague.full_name: "the line manager",
        observation.observer.full_name: "the observer",
        council.organisation.name: "the organisation",
        team.name: "the team",
    }
    assert {name: found[name] for name in expected} == expected


def test_content_is_read_back_as_it_was_written(council):
    portfolio = gathered(council)
    made.ItemFactory(section=made.SectionFactory(portfolio=portfolio))
    content = content_of(portfolio)
    assert read(canonical(content)) == content


def test_content_costs_as_much_for_three_pieces_as_for_one(council, django_assert_num_queries):
    portfolio = gathered(council)
    section = made.SectionFactory(portfolio=portfolio)
    for number in (1, 2):
        for _ in range(number):
            made.ItemFactory(section=section)
            made.cited_item(section)
        with django_assert_num_queries(14):
            content_of(portfolio)
