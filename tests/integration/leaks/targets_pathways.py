"""What addresses of choosing and agreeing can name in the world of the walk."""

from collections.abc import Callable

from academy.identity.actor import Actor
from academy.identity.models import Person
from pathways.models import Agreement, Choice, Journey, LadderVersion, Sitting
from pathways.selectors.agreements import Offer, notable_by, offers_of
from pathways.selectors.choices import ways_of
from tests.integration.leaks.addresses import Target

Named = dict[tuple[str, str], list[Target]]
CODE = "endorsed"


def of_choosing() -> Named:
    """Pathways to choose are known to whoever stands before them, what can be noted to whom the ladder names."""
    steps = [(each, step["code"]) for each in LadderVersion.objects.all() for step in each.content["steps"]]
    return {
        ("Choice", "pk"): [Target(each, {"pk": each.pk}) for each in Choice.objects.all()],
        ("Journey", "pk"): [Target(each, {"pk": each.pk}) for each in Journey.objects.all()],
        ("own journey", "pk"): [_own(each) for each in Journey.objects.all()],
        ("Agreement", "pk"): [Target(each, {"pk": each.pk}) for each in Agreement.objects.all()],
        ("Sitting", "pk"): [_kept(each) for each in Sitting.objects.standing()],
        ("LadderVersion", "pk"): [Target(each, {"pk": each.pk}) for each in LadderVersion.objects.all()],
        ("Organisation", "slug ladder"): [
            Target(each.organisation, {"slug": each.organisation.slug, "ladder": each.ladder})
            for each in LadderVersion.objects.select_related("organisation")
        ],
        ("LadderVersion", "ladder step"): [_begun(each, step) for each, step in steps],
        ("ChoosePathway", "ladder step pathway"): [
            _chosen(each, step, pathway["code"]) for each, step in steps for pathway in each.content["pathways"]
        ],
        ("AskAgreement", "code"): [
            Target(None, {"code": CODE}, _offered(lambda actor: offers_of(actor.person_id, on=actor.on)))
        ],
        ("Person", "person code"): [_noted(each) for each in Person.objects.all()],
        ("Person", "person"): [Target(each, {"person": each.pk}) for each in Person.objects.all()],
    }


def _own(journey: Journey) -> Target:
    def known(actor: Actor) -> bool:
        return (actor.person_id, actor.organisation_id) == (journey.person_id, journey.organisation_id)

    return Target(journey, {"pk": journey.pk}, known)


def _kept(sitting: Sitting) -> Target:
    return Target(sitting, {"pk": sitting.pk}, lambda actor: actor.organisation_id == sitting.organisation_id)


def _begun(ladder: LadderVersion, step: str) -> Target:
    return Target(None, {"ladder": ladder.pk, "step": step}, lambda actor: ladder.organisation_id in actor.reaches)


def _chosen(ladder: LadderVersion, step: str, pathway: str) -> Target:
    def known(actor: Actor) -> bool:
        found = [way for way in ways_of(actor) if (way.standing.ladder.version.pk, way.step.code) == (ladder.pk, step)]
        return any(way.option(pathway) is not None for way in found)

    return Target(None, {"ladder": ladder.pk, "step": step, "pathway": pathway}, known)


def _noted(person: Person) -> Target:
    known = _offered(lambda actor: notable_by(actor, person.pk))
    return Target(person, {"person": person.pk, "code": CODE}, known)


def _offered(offers: Callable[[Actor], list[Offer]]) -> Callable[[Actor], bool]:
    return lambda actor: any(each.thing.code == CODE for each in offers(actor))
