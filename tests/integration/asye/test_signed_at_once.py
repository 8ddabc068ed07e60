"""Two sign the same review at the same moment: both names stand, and the last of them locks it, once."""

from pathlib import Path

import pytest

from asye.choices.enrolments import Role
from asye.models import Review
from tests.factories.asye import year_of
from tests.factories.asye_reviews import held, scheduled, sent, signed, written
from tests.factories.identity import OrganisationFactory
from tests.factories.people import RegistrationFactory, account_of, as_actor, staff_of
from tests.integration.engines.at_once import counted, said_by_two

PREPARATION = """
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
from asye.models import Review
from asye.selectors.review_content import to_sign
from asye.services.review_signing import put_name
from asye.services.signing import Name
at = timezone.now()
review = Review.objects.select_related("milestone", "enrolment__policy").get()
def is_first():
    try:
        open(FIRST, "x").close()
    except FileExistsError:
        return False
    return True
name = Name(seen=to_sign(review))
"""
ACT = """
person_id = NQSW if is_first() else {second}
by = actor_for(user=User.objects.get(person_id=person_id), on=timezone.localdate(at))
try:
    print(put_name(review=review, name=name, by=by, at=at).state, flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""


@pytest.fixture
def review(transactional_db: None) -> Review:
    organisation = OrganisationFactory()
    manager = staff_of(organisation)
    nqsw, assessor = staff_of(organisation, line_manager=manager), staff_of(organisation)
    RegistrationFactory(person=assessor)
    for person in (nqsw, manager):
        account_of(person)
    year = year_of(nqsw, organisation, roles={Role.ASSESSOR: assessor, Role.MANAGER: manager})
    who = {Role.NQSW: nqsw, Role.ASSESSOR: assessor, Role.MANAGER: manager}
    review = sent(written(held(scheduled(year), as_actor(assessor)), who), as_actor(assessor))
    signed(review, assessor)
    return review


def said(review: Review, second: str, folder: Path) -> list[str]:
    year = review.enrolment
    manager = year.parts.get(role=Role.MANAGER).person_id
    preparation = f"FIRST = {str(folder / 'first')!r}\nNQSW, MANAGER = {year.person_id}, {manager}\n{PREPARATION}"
    return sorted(said_by_two(ACT.format(second=second), preparation=preparation, folder=folder))


def test_two_who_sign_at_once_both_stand_and_the_last_locks_it(review, tmp_path):
    assert said(review, "MANAGER", tmp_path) == ["locked", "signing"]
    assert counted("signatures_signature", "withdrawn_at IS NULL", folder=tmp_path) == 3
    assert counted("asye_review", "state = 'locked'", folder=tmp_path) == 1


def test_a_double_press_is_one_name_and_says_how_it_stands(review, tmp_path):
    told = said(review, "NQSW", tmp_path)
    assert told == ["You have signed. It is whole once the others have signed, too.", "signing"]
    assert counted("signatures_signature", "role = 'nqsw'", folder=tmp_path) == 1
