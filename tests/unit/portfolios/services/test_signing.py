"""Sign-off: declared, signed over what was read, passed on along the chain, by deputies with both names."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.engines.signatures.models import Signature
from academy.people.models import Terms
from portfolios.models import Portfolio, Section
from portfolios.rules.signing import DECLARATIONS, OTHER_CONTENT
from portfolios.selectors.signing import signing_of, waiting_for
from portfolios.services.signing import CHANGED, NOT_YOURS, Asking, Name, ask_signatures, put_name
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, DeputyFactory, as_actor, staff_of
from tests.factories.portfolio_signing import ALL, ALONE, VERIFIED, asked, gathered, seen, signed_by
from tests.factories.portfolios import SectionReturnFactory

LATER = NOW + timedelta(hours=2)


def portfolio_of(council, **said):
    return gathered(council.author, council.organisation, **said)


def ask(portfolio, *, declared=ALL, read=None, verifier=None, by=None):
    asking = Asking(declared=frozenset(declared), seen=read or seen(portfolio), verifier=verifier)
    return ask_signatures(portfolio=portfolio, asking=asking, by=by or as_actor(portfolio.person), at=NOW)


def test_the_author_declares_signs_and_asks_her_line_manager(council):
    portfolio = asked(portfolio_of(council))
    assert (portfolio.state, portfolio.signer, portfolio.signer_role) == ("signing", council.manager, "line_manager")
    signature = Signature.objects.get()
    assert (signature.role, signature.person, signature.sha256) == ("author", council.author, seen(portfolio))
    assert signature.words == " ".join(DECLARATIONS.values())
    notice = Notice.objects.get(person=council.manager)
    assert (notice.kind, notice.url) == ("portfolios.portfolio.to_sign", portfolio.signing_url)
    assert list(waiting_for(council.managing)) == [portfolio]
    assert list(waiting_for(council.by)) == []


def test_the_last_of_the_chain_endorses(council):
    portfolio = signed_by(council.manager, asked(portfolio_of(council)), words=" I have seen it all. ")
    assert (portfolio.state, portfolio.endorsed_at, portfolio.signer) == ("endorsed", NOW, None)
    signature = Signature.objects.get(role="line_manager")
    assert (signature.person, signature.signed_for, signature.words) == (council.manager, None, "I have seen it all.")
    assert Notice.objects.get(person=council.author).kind == "portfolios.portfolio.endorsed"
    chain = signing_of(portfolio).chain
    assert [(link.words, link.signature.person, link.waits_for) for link in chain] == [
        ("Author", council.author, None),
        ("Line manager", council.manager, None),
    ]


def test_a_deputy_signs_with_both_names(council):
    DeputyFactory(person=council.manager, deputy=council.colleague, organisation=council.organisation)
    signed_by(council.colleague, asked(portfolio_of(council)))
    signature = Signature.objects.get(role="line_manager")
    assert (signature.person, signature.signed_for) == (council.colleague, council.manager)


def test_a_verifier_passes_it_on_to_the_line_manager(council):
    portfolio = asked(portfolio_of(council, content=VERIFIED), verifier=council.colleague)
    assert (portfolio.signer, portfolio.signer_role, portfolio.verifier) == (
        council.colleague,
        "verifier",
        council.colleague,
    )
    passed = signed_by(council.colleague, portfolio)
    assert (passed.state, passed.signer, passed.signer_role) == ("signing", council.manager, "line_manager")
    assert Notice.objects.filter(kind="portfolios.portfolio.to_sign", person=council.manager).count() == 1
    assert signed_by(council.manager, passed).state == "endorsed"
    assert Signature.objects.get(role="verifier").signed_for is None


def test_a_chain_of_the_author_alone_is_endorsed_at_once(council):
    portfolio = asked(portfolio_of(council, content=ALONE))
    assert (portfolio.state, portfolio.endorsed_at, portfolio.signer) == ("endorsed", NOW, None)
    assert not Notice.objects.exists()


@pytest.mark.parametrize("missing", sorted(DECLARATIONS))
def test_every_declaration_is_made(council, missing):
    portfolio = portfolio_of(council)
    with pytest.raises(Refused, match="Tick all of it") as refused:
        ask(portfolio, declared=ALL - {missing})
    assert refused.value.field == "declared"
    assert not Signature.objects.exists()


def test_a_portfolio_that_lacks_something_is_not_signed(council):
    portfolio = portfolio_of(council)
    section = portfolio.sections.get()
    SectionReturnFactory(section=section)
    with pytest.raises(Refused, match=r"“Practice” was returned\. Read why, change it, and mark it as ready\.$"):
        ask(portfolio)
    Section.objects.create(portfolio=portfolio, code="learning", text="Much.", state="started", changed_at=NOW)
    with pytest.raises(Refused, match=r"ready\. 1 more stand on its page\.$"):
        ask(portfolio)


def test_what_was_changed_since_it_was_read_is_not_signed(council):
    portfolio = portfolio_of(council)
    before = seen(portfolio)
    portfolio.sections.update(text="Something else.")
    with pytest.raises(Refused, match=CHANGED):
        ask(portfolio, read=before)
    waiting = asked(portfolio)
    with pytest.raises(Refused, match=CHANGED):
        put_name(portfolio=waiting, name=Name(seen=before), by=council.managing, at=LATER)
    assert Portfolio.objects.get().state == "signing"


def test_what_others_signed_otherwise_is_not_signed(council):
    portfolio = asked(portfolio_of(council))
    portfolio.sections.update(text="Written past the services.")
    with pytest.raises(Refused, match=OTHER_CONTENT[:40]):
        signed_by(council.manager, portfolio)


def test_words_beside_a_name_have_an_end(council):
    portfolio = asked(portfolio_of(council))
    with pytest.raises(Refused, match="at most 500 characters") as refused:
        signed_by(council.manager, portfolio, words="x" * 501)
    assert refused.value.field == "words"


def test_nobody_else_asks_or_signs(council):
    portfolio = portfolio_of(council)
    with pytest.raises(Refused, match=NOT_YOURS):
        ask(portfolio, by=council.managing)
    waiting = asked(portfolio)
    for person in (council.author, council.colleague):
        with pytest.raises(Refused, match=NOT_YOURS):
            signed_by(person, waiting)


def test_it_is_asked_for_once_and_signed_once(council):
    waiting = asked(portfolio_of(council))
    with pytest.raises(Refused, match="Open it again first"):
        asked(waiting)
    endorsed = signed_by(council.manager, waiting)
    with pytest.raises(Refused, match=NOT_YOURS):
        signed_by(council.manager, endorsed)


def test_without_a_line_manager_nobody_can_be_asked(council):
    Terms.objects.filter(post__person=council.author).update(line_manager=None)
    with pytest.raises(Refused, match="No line manager is entered"):
        asked(portfolio_of(council))
    assert not Signature.objects.exists()


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        ("nobody", "Choose who verifies"),
        ("author", "Choose a colleague who works here"),
        ("stranger", "Choose a colleague who works here"),
        ("manager", "Your line manager signs after the verifier"),
    ],
)
def test_a_verifier_is_a_colleague_who_does_not_sign_anyway(council, who, reason):
    people = {"nobody": None, "author": council.author, "manager": council.manager}
    verifier = people[who] if who in people else staff_of(OrganisationFactory())
    with pytest.raises(Refused, match=reason) as refused:
        asked(portfolio_of(council, content=VERIFIED), verifier=verifier)
    assert refused.value.field == "verifier"


def test_a_verifier_may_sign_alone_without_a_manager_in_the_chain(council):
    Terms.objects.filter(post__person=council.author).update(line_manager=None)
    content = {**VERIFIED, "chain": ["author", "verifier"]}
    waiting = asked(portfolio_of(council, content=content), verifier=council.colleague)
    assert signed_by(council.colleague, waiting).state == "endorsed"
