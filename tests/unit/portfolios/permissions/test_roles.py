"""Who may do what with evidence, portfolios, breaches and examples. Every role is asked; `visible_to` says the same."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from academy.engines.access.permissions import allows
from academy.identity.actor import HeldLink
from academy.people.choices import ACADEMY_ROLES, RoleCode
from portfolios.models import Breach, Evidence, Exemplar, Portfolio
from tests.factories import portfolios as made
from tests.factories.access import BarFactory, GrantFactory
from tests.factories.people import DeputyFactory, PostFactory, TermsFactory, as_actor, holder_of, staff_of

THINGS = {
    "evidence": (Evidence, ("see", "change", "answer")),
    "gathered": (Portfolio, ("see", "change", "share", "sign")),
    "signing": (Portfolio, ("see", "change", "share", "sign")),
    "handed_in": (Portfolio, ("see", "change", "share", "sign")),
    "breach": (Breach, ("see", "settle")),
    "exemplar": (Exemplar, ("see", "offer", "show", "remove")),
}
NOUNS = {"gathered": "portfolio", "signing": "portfolio", "handed_in": "portfolio"}
NOTHING: dict[str, list[str]] = {name: [] for name in THINGS}
HERS = {
    "evidence": ["see", "change"],
    "gathered": ["see", "change", "share"],
    "signing": ["see", "change", "share"],
    "handed_in": ["see", "change", "share"],
    "breach": ["see"],
    "exemplar": ["see", "offer"],
}
MANAGES = {**NOTHING, "signing": ["see", "sign"], "handed_in": ["see"]}
OVERSEES = {**NOTHING, "handed_in": ["see"], "breach": ["see"]}
ACADEMY = {**OVERSEES, "breach": ["see", "settle"], "exemplar": ["see", "show"]}


@pytest.fixture
def gathered(council):
    """A piece asked of nobody in particular, three portfolios of which one is signed and one handed in, and what hangs
    on them."""
    whose = {"person": council.author, "organisation": council.organisation}
    handed_in = made.portfolio_in("submitted", template=council.template, **whose)
    return SimpleNamespace(
        evidence=made.evidence_in("asked", **whose),
        gathered=made.PortfolioFactory(template=council.template, **whose),
        signing=made.portfolio_in("signing", signer=council.manager, template=council.template, **whose),
        handed_in=handed_in,
        breach=made.BreachFactory(portfolio=handed_in),
        exemplar=made.ExemplarFactory(snapshot=made.SnapshotFactory(portfolio=handed_in)),
    )


def held_by(actor, gathered):
    """What the actor may do with each; she finds them exactly if she may see them."""
    found = {}
    for name, (model, verbs) in THINGS.items():
        thing, noun = getattr(gathered, name), NOUNS.get(name, name)
        found[name] = [verb for verb in verbs if allows(f"portfolios.{noun}.{verb}", actor, thing)]
        visible = model.objects.visible_to(actor).filter(pk=thing.pk).exists()
        assert visible is ("see" in found[name]), name
    return found


def test_she_gathers_and_her_manager_with_the_deputy_signs(council, gathered):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)

    assert held_by(council.by, gathered) == HERS
    assert [held_by(as_actor(who), gathered) for who in (council.manager, deputy)] == [MANAGES, MANAGES]
    assert held_by(as_actor(council.colleague), gathered) == NOTHING


@pytest.mark.parametrize("role", RoleCode.values)
def test_role_opens_what_was_handed_in_and_signs_nothing(council, gathered, role):
    expected = ACADEMY if role in ACADEMY_ROLES else OVERSEES if role == RoleCode.PRINCIPAL_SOCIAL_WORKER else NOTHING

    assert held_by(as_actor(holder_of(role, council.organisation)), gathered) == expected


@pytest.mark.parametrize(("state", "sees"), [("draft", []), ("asked", ["see", "answer"]), ("withdrawn", [])])
def test_whom_she_asked_sees_it_while_it_stands(council, state, sees):
    whose = {"person": council.author, "organisation": council.organisation}
    second = as_actor(council.colleague)
    pieces = [
        made.evidence_in(state, signer=council.colleague, **whose),
        made.ObservationFactory(evidence=made.evidence_in(state, **whose), observer=council.colleague).evidence,
        made.CaseAuditFactory(evidence=made.evidence_in(state, **whose), auditor=council.colleague).evidence,
    ]
    for piece in pieces:
        assert [verb for verb in ("see", "answer") if allows(f"portfolios.evidence.{verb}", second, piece)] == sees
    assert Evidence.objects.visible_to(second).count() == (3 if sees else 0)
    assert Evidence.objects.second_of(second).count() == (3 if sees else 0)


def test_holder_of_a_link_answers_for_the_piece_it_names_only(council, gathered):
    other = made.evidence_in("asked", person=council.author, organisation=council.organisation)
    named = HeldLink(1, "portfolios.observation.write", "portfolios.evidence", str(gathered.evidence.pk))
    holder = replace(as_actor(staff_of(council.organisation)), link=named)

    assert allows("portfolios.evidence.answer", holder, gathered.evidence) is True
    assert allows("portfolios.evidence.answer", holder, other) is False
    assert allows("portfolios.evidence.answer", replace(holder, link=None), gathered.evidence) is False


def test_verifier_signs_while_it_waits_for_her(council):
    verifier = staff_of(council.organisation)
    whose = {"person": council.author, "organisation": council.organisation, "template": council.template}
    waits = made.portfolio_in("signing", signer=verifier, signer_role="verifier", **whose)

    assert allows("portfolios.portfolio.sign", as_actor(verifier), waits) is True
    assert allows("portfolios.portfolio.sign", council.managing, waits) is False
    assert list(Portfolio.objects.signed_by(as_actor(verifier))) == [waits]


def test_grant_opens_and_bar_closes_what_was_handed_in(council, gathered):
    reader = council.colleague
    GrantFactory(person=reader, thing=gathered.gathered, purpose="portfolios.share")
    assert held_by(as_actor(reader), gathered) == {**NOTHING, "gathered": ["see"]}
    BarFactory(person=reader, thing=gathered.gathered)
    assert held_by(as_actor(reader), gathered) == NOTHING


def test_manager_elsewhere_sees_nothing_of_it(council, gathered):
    elsewhere = PostFactory(person=council.author)
    boss = staff_of(elsewhere.organisation)
    TermsFactory(post=elsewhere, line_manager=boss)

    assert held_by(as_actor(boss), gathered) == NOTHING


def test_manager_without_a_second_factor_holds_nothing(council, gathered):
    actor = replace(council.managing, manages=frozenset(), lacks_second_factor=True)

    assert held_by(actor, gathered) == NOTHING


def test_withdrawn_portfolio_is_its_owners_alone(council):
    whose = {"person": council.author, "organisation": council.organisation, "template": council.template}
    withdrawn = made.portfolio_in("withdrawn", **whose)
    GrantFactory(person=council.colleague, thing=withdrawn, purpose="portfolios.share")

    assert allows("portfolios.portfolio.see", as_actor(council.colleague), withdrawn) is False
    assert allows("portfolios.portfolio.see", council.by, withdrawn) is True


def test_breach_is_noted_by_who_reads_and_who_oversees(council, gathered):
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    may = [
        allows("portfolios.breach.note", actor, thing)
        for actor in (council.managing, lead, as_actor(council.colleague))
        for thing in (gathered.signing, gathered.handed_in)
    ]
    assert may == [True, True, False, True, False, False]


def test_finder_of_a_breach_follows_and_settles_it(council, gathered):
    finder = council.colleague
    breach = made.BreachFactory(portfolio=gathered.handed_in, found_by=finder)

    assert allows("portfolios.breach.see", as_actor(finder), breach) is True
    assert allows("portfolios.breach.settle", as_actor(finder), breach) is True
    assert list(Breach.objects.visible_to(as_actor(finder))) == [breach]


@pytest.mark.parametrize(("reach", "found"), [("organisation", 0), ("partnership", 1)])
def test_example_shown_to_the_partnership_is_read_elsewhere(council, gathered, reach, found):
    shown = made.exemplar_in("shown", snapshot=made.SnapshotFactory(), reach=reach)
    reader = as_actor(council.colleague)

    assert Exemplar.objects.visible_to(reader).count() == found
    assert allows("portfolios.exemplar.see", reader, shown) is bool(found)


def test_role_for_a_team_oversees_those_who_work_in_it(council, gathered):
    team = council.author.posts.get().terms.get().team
    in_team = {"team": team, "service": team.service}
    scoped = as_actor(holder_of(RoleCode.ACADEMY_STAFF, council.organisation, **in_team))

    assert allows("portfolios.portfolio.see", scoped, gathered.handed_in) is True


def test_nobody_without_a_record_sees_anything(gathered, council):
    nobody = replace(council.by, person_id=None)

    assert [model.objects.visible_to(nobody).count() for model in (Evidence, Portfolio, Breach, Exemplar)] == [0] * 4
    assert (Evidence.objects.second_of(nobody).count(), Portfolio.objects.signed_by(nobody).count()) == (0, 0)
