"""What addresses of panels can name in the walk."""

from typing import Any

from django.db.models import Model

from academy.identity.actor import Actor
from academy.people.models import Vacancy
from panels import models as made
from panels.selectors.agenda_items import items_at_table
from pathways.models import Journey, Sitting
from tests.factories.identity import TODAY
from tests.integration.leaks.addresses import Target
from tests.integration.leaks.targets_packs import of_packs

Named = dict[tuple[str, str], list[Target]]
BY_ID: tuple[Any, ...] = (
    *(made.Action, made.Case, made.Meeting, made.Panel, made.Sample, made.Sampled, made.Target, made.Theme),
)


def of_panels() -> Named:
    """Each by its id; what stands in a case is found by its own id and judged on the case."""
    return {
        **{(model.__name__, "pk"): [_named(each) for each in model.objects.select_related()] for model in BY_ID},
        ("tie to say", "pk"): [_named(each) for each in made.Case.objects.all()],
        ("plan to print", "pk"): [
            Target(each.decision, {"pk": each.decision.case_id}) for each in made.Target.objects.all()
        ],
        **of_packs(),
        ("theme note", "pk"): [_named(each) for each in made.ThemeNote.objects.all()],
        ("appointment", "pk"): [_named(each) for each in made.Appointment.objects.all()],
        ("appeal", "pk"): [_named(each) for each in made.Appeal.objects.all()],
        ("hearer", "pk"): [_named(each) for each in made.Hearer.objects.all()],
        ("asked item", "pk"): [_named(each) for each in made.AskedItem.objects.all()],
        ("panel tie", "pk"): [_named(each) for each in made.Tie.objects.all()],
        ("panel letter", "pk"): [_named(each) for each in made.Letter.objects.all()],
        ("panel feedback", "pk"): [_named(each) for each in made.Feedback.objects.all()],
        ("assignment", "pk"): [_named(each) for each in made.Assignment.objects.all()],
        ("own assignment", "pk"): [_own(each) for each in made.Assignment.objects.all()],
        ("seat", "pk"): [_seat(each) for each in made.Member.objects.select_related("panel")],
        ("taken up", "pk"): [_named(each) for each in made.Meeting.objects.select_related()],
        ("step to begin", "pk"): [_own_way(each) for each in Journey.objects.all()],
        ("post to begin", "pk"): [_over(each) for each in Vacancy.objects.filter(state="filled")],
        ("Panel", "pk sitting"): _sittings(),
        ("Meeting", "pk person"): [
            _named(each.meeting, person=each.person_id) for each in made.Presence.objects.select_related("meeting")
        ],
        ("Meeting", "pk case"): [
            _named(meeting, case=case.pk)
            for meeting in made.Meeting.objects.all()
            for case in made.Case.objects.filter(state="reviews_in")
        ],
        ("AgendaItem", "pk"): [_at_table(each) for each in made.AgendaItem.objects.all()],
        ("AgendaItem", "pk way"): [_at_table(each, way="up") for each in made.AgendaItem.objects.all()],
    }


def _named(thing: Model, **values: object) -> Target:
    return Target(thing, {"pk": thing.pk, **values})


def _at_table(item: made.AgendaItem, **values: object) -> Target:
    """An item is there for who comes to its case by a part at the table; the candidate sees the case, not the item."""

    def known(actor: Actor) -> bool:
        return bool(items_at_table(actor).filter(pk=item.pk).exists())

    return Target(item, {"pk": item.pk, **values}, known)


def _over(vacancy: Vacancy) -> Target:
    """Beginning is about the actor herself, which no target can be; with a post that is filled nobody begins."""
    return Target(None, {"pk": vacancy.pk}, lambda actor: False)


def _own_way(journey: Journey) -> Target:
    """A case is begun from one's own journey alone, whoever else may read it."""
    return Target(journey, {"pk": journey.pk}, lambda actor: actor.person_id == journey.person_id)


def _own(each: made.Assignment) -> Target:
    """The pages of judging are found by whoever it was given to alone."""

    def known(actor: Actor) -> bool:
        seen = made.Assignment.objects.visible_to(actor)
        return bool(seen.filter(pk=each.pk, person_id=actor.person_id).exists())

    return Target(each, {"pk": each.pk}, known)


def _seat(member: made.Member) -> Target:
    """A seat is known to who sees it; what may be done is judged on its panel."""

    def known(actor: Actor) -> bool:
        return bool(made.Member.objects.visible_to(actor).filter(pk=member.pk).exists())

    return Target(member.panel, {"pk": member.pk}, known)


def _sittings() -> list[Target]:
    ahead = Sitting.objects.filter(on__gt=TODAY, meeting=None)
    return [
        _named(panel, sitting=sitting.pk)
        for panel in made.Panel.objects.all()
        for sitting in ahead.filter(organisation=panel.organisation, purpose=panel.purpose)
    ]
