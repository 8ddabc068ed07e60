"""Two processes that decide at the same moment: one decision is made, the other is told what happened."""

from pathlib import Path

import pytest
from django.utils import timezone

from tests.factories.people import account_of
from tests.factories.requests import AskingCouncil, asking_council, small, submitted
from tests.integration.engines.at_once import said_by_two

PREPARATION = """
from uuid import UUID
from django.utils import timezone
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
from academy.training.models import RequestStage, TrainingRequest
from academy.training.services.decisions import approve, decline
from academy.training.services.giving_up import give_up
from academy.training.services.requests import write
from tests.factories.requests import request_words
at = timezone.now()
def actor(given_name):
    return actor_for(user=User.objects.get(person__given_name=given_name), on=timezone.localdate(at))
def is_first():
    try:
        open(FIRST, "x").close()
    except FileExistsError:
        return False
    return True
helen, amara = actor("Helen"), actor("Amara")
stage = RequestStage.objects.select_related("request").first()
"""
ACT = """
try:
    {act}
    print("done of", TrainingRequest.objects.count(), flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""


@pytest.fixture
def council(transactional_db: None) -> AskingCouncil:
    made = asking_council()
    for person in (made.helen, made.amara):
        account_of(person)
    return made


def said(act: str, folder: Path) -> list[str]:
    preparation = f"FIRST = {str(folder / 'first')!r}\n{PREPARATION}"
    return sorted(said_by_two(ACT.format(act=act), preparation=preparation, folder=folder))


def test_request_approved_twice_at_once_is_approved_once(council, tmp_path):
    submitted(council, at=timezone.now(), **small())

    told = said("approve(stage=stage, by=helen, at=at)", tmp_path)

    today = timezone.localdate()
    assert told == [f"Helen Prosser approved it on {today.day} {today:%B %Y}. It is decided.", "done of 1"]


def test_request_of_two_stages_approved_twice_at_once_goes_on_once(council, tmp_path):
    submitted(council, at=timezone.now())

    told = said("approve(stage=stage, by=helen, at=at)", tmp_path)

    assert (told[-1], told[0].startswith("Helen Prosser approved it")) == ("done of 1", True)


def test_request_withdrawn_twice_at_once_is_withdrawn_once(council, tmp_path):
    submitted(council, at=timezone.now())

    told = said("give_up(request=stage.request, by=amara, at=at)", tmp_path)

    assert (told[-1], "withdrawn" in told[0].lower()) == ("done of 1", True)


def test_form_sent_twice_at_once_is_one_request(council, tmp_path):
    token = 'UUID("5f2b8c1e-7c55-4b0e-9d5e-0a1f6f3f7a10")'

    told = said(f"write(words=request_words(), token={token}, by=amara, at=at)", tmp_path)

    assert told[-1] == "done of 1"
    assert told[0] in ("done of 1", "This was sent a moment ago. You find it among your requests.")


def test_request_approved_while_it_is_withdrawn_is_one_after_the_other(council, tmp_path):
    submitted(council, at=timezone.now(), **small())

    one = "approve(stage=stage, by=helen, at=at)"
    other = "give_up(request=stage.request, by=amara, at=at)"
    told = said(f"{one} if is_first() else {other}", tmp_path)

    withdrawn = "The request was withdrawn in the meantime. There is nothing left to decide."
    assert (told[-1], told[0] in ("done of 1", withdrawn)) == ("done of 1", True)
