"""Requests of the walk's world: what somebody asked for in her words, a question about it, and the reason of a no."""

from collections.abc import Callable

from academy.identity.actor import Actor
from academy.training.models import RequestStage, TrainingRequest
from academy.training.services.decision_links import decision_url
from academy.training.services.decisions import ask, decline
from academy.training.services.requests import hand_in, write
from tests.factories.people import NOW, as_actor
from tests.factories.requests import request_words, small
from tests.factories.training import TrainingPolicyFactory
from tests.scenarios.small_world import SmallWorld

Told = tuple[str, str, str, Callable[[Actor], bool]]


def requests_of(world: SmallWorld) -> list[Told]:
    """A draft, a request with an open question, and a declined one; each word with who may read it."""
    TrainingPolicyFactory(organisation=world.council)
    by, manager = as_actor(world.report), as_actor(world.manager)
    draft = write(words=request_words(title="Zqrequestdraft"), by=by, at=NOW)
    asked = hand_in(words=request_words(**small(title="Asked", need="Zqrequestneed")), by=by, at=NOW)
    ask(stage=asked.stages.get(), question="Zqrequestquestion", by=manager, at=NOW)
    declined = hand_in(words=request_words(**small(title="Declined")), by=by, at=NOW)
    decline(stage=declined.stages.get(), reason="Zqrequestreason", by=manager, at=NOW)
    return [
        ("title of a draft of a request", "Zqrequestdraft", "report", _sees(draft)),
        ("why somebody asks", "Zqrequestneed", "manager", _sees(asked)),
        ("question about a request", "Zqrequestquestion", "report", _sees(asked)),
        ("reason of a no", "Zqrequestreason", "report", _sees(declined)),
    ]


def mailed_token(stage: RequestStage) -> str:
    """The signed part of the address of a decision, as a mail carries it."""
    return decision_url(stage).rstrip("/").rsplit("/", 1)[-1]


def _sees(request: TrainingRequest) -> Callable[[Actor], bool]:
    return lambda actor: bool(TrainingRequest.objects.visible_to(actor).filter(pk=request.pk).exists())
