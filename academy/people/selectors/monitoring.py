"""What is asked for equality monitoring, one's own answers, and totals with small numbers hidden. No row of anybody
else's leaves this module."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef

from academy.identity.actor import Actor
from academy.people.models import MonitoringAnswer, MonitoringForm, Post
from academy.people.querysets import holds_on
from academy.people.rules.small_numbers import shown
from academy.people.schema.monitoring import MonitoringPart

LEAST = 10  # smaller numbers are hidden (D7-11 asks for 5; 10 is the portal's own, more careful number)


@dataclass(frozen=True)
class Totals:
    """The answers to one question counted; None is hidden."""

    asks: str
    total: int | None
    cells: tuple[tuple[str, int | None], ...]


def form_for(organisation_id: int | None, *, on: date) -> MonitoringPart | None:
    """What an organisation asks on a day: its own form, else the one for all, the newest where two hold. One query."""
    version = MonitoringForm.objects.holding_for(organisation_id, on=on).first()
    return MonitoringPart.model_validate(version.content) if version else None


def own_answers(actor: Actor) -> dict[str, str]:
    """Her answers by question. One query."""
    return dict(MonitoringAnswer.objects.visible_to(actor).values_list("question", "answer"))


def totals(organisation_id: int | None, form: MonitoringPart, *, on: date) -> list[Totals]:
    """The answers of who has a post in the organisation on the day, question by question. One query."""
    posts = Post.objects.filter(holds_on(on), organisation_id=organisation_id, person_id=OuterRef("person_id"))
    rows = MonitoringAnswer.objects.filter(Exists(posts)).order_by().values_list("question", "answer")
    counted = Counter({(question, answer): count for question, answer, count in rows.annotate(count=Count("pk"))})
    found = []
    for question in form.questions:
        cells = shown([counted[question.code, code] for code, _ in question.choices], least=LEAST)
        words = [words for _, words in question.choices]
        found.append(Totals(question.asks, cells.total, tuple(zip(words, cells.cells, strict=True))))
    return found
