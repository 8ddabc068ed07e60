"""Two processes at the same moment: nobody signs what is being changed, and nothing is signed or handed in twice."""

from pathlib import Path

import pytest

from portfolios.models import Portfolio
from tests.factories.identity import OrganisationFactory
from tests.factories.people import account_of, staff_of
from tests.factories.portfolio_signing import asked, gathered, signed_by
from tests.integration.engines.at_once import said_by_two

PREPARATION = """
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
from portfolios.models import Portfolio
from portfolios.selectors.signing import to_sign
from portfolios.services.returning import open_again
from portfolios.services.signing import Name, put_name
from portfolios.services.snapshots import submit
at = timezone.now()
portfolio = Portfolio.objects.get()
def actor(person_id):
    return actor_for(user=User.objects.get(person_id=person_id), on=timezone.localdate(at))
def is_first():
    try:
        open(FIRST, "x").close()
    except FileExistsError:
        return False
    return True
author = actor(portfolio.person_id)
signer = actor(portfolio.signer_id) if portfolio.signer_id else None
name = Name(seen=to_sign(portfolio)[1])
"""
ACT = """
try:
    {act}
    print("done", flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""


@pytest.fixture
def waiting(transactional_db: None) -> Portfolio:
    organisation = OrganisationFactory()
    manager = staff_of(organisation)
    author = staff_of(organisation, line_manager=manager)
    for person in (manager, author):
        account_of(person)
    return asked(gathered(author, organisation))


def said(act: str, folder: Path) -> list[str]:
    preparation = f"FIRST = {str(folder / 'first')!r}\n{PREPARATION}"
    return sorted(said_by_two(ACT.format(act=act), preparation=preparation, folder=folder))


def test_signing_while_the_author_opens_it_again_does_one_of_the_two(waiting, tmp_path):
    act = """if is_first():
        put_name(portfolio=portfolio, name=name, by=signer, at=at)
    else:
        open_again(portfolio=portfolio, reason="A visit is missing.", by=author, at=at)"""
    told = said(act, tmp_path)
    # The author may open again what was just signed; nobody signs what was just opened.
    refused = [each for each in told if each != "done"]
    assert refused in ([], ["This is for somebody else to do. If it should be you, ask your academy lead."])


def test_a_portfolio_handed_in_twice_at_once_is_one_snapshot(waiting, tmp_path):
    signed_by(waiting.signer, waiting)
    told = said("submit(portfolio=portfolio, by=author, at=at)", tmp_path)
    assert (told[-1], told[0].startswith("This portfolio is handed in.")) == ("done", True)
