"""What would be sent to whom to invite to a workshop or a group with peers."""

from collections.abc import Collection

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.training.selectors.occasions import Occasion, on_the_way_to
from asye.models import Enrolment
from asye.selectors.nudges import Draft, Drafts, Line, last_nudged, why_not

HAS_A_PLACE = "She has a place with it, or waits for one."


def invitations_of(cases: Collection[int], event: Occasion, actor: Actor) -> Drafts:
    """An invitation for the NQSW of each of these years, of those the actor runs the programme for and that have not
    come to their end. Other ids are passed over. Three queries."""
    runs = Enrolment.objects.run_by(actor).order_by().values("pk")
    seen = Enrolment.objects.visible_to(actor).filter(pk__in=cases).filter(pk__in=runs).under_way()
    years = sorted(seen.select_related("person"), key=lambda year: (year.person.full_name, year.pk))
    last, coming = last_nudged([year.person_id for year in years]), on_the_way_to(event)
    drafts = [
        Draft(
            year.person,
            (Line(year, words_of(event)),),
            HAS_A_PLACE if year.person_id in coming else why_not(year.person, actor, last.get(year.person_id)),
            leads_to=event.url,
        )
        for year in years
    ]
    return Drafts(tuple(drafts), ())


def words_of(event: Occasion) -> str:
    """What the invitation says; it counts, and a place is hers to take."""
    return f"“{event.name}” on {in_words(event.starts_on)} counts in your ASYE. You are invited: take a place."
