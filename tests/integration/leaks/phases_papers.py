"""PDFs of cases in every phase: what each of those who may order one reads on it."""

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.template.loader import render_to_string

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.engines.documents import declarations
from academy.engines.documents.declarations import Asked, DocumentContent, DocumentKind
from panels.models import Meeting
from panels.rules.visibility import phase_of
from tests.factories.people import NOW, as_actor
from tests.integration.leaks.phases_marks import MARK
from tests.integration.leaks.phases_walking import ALIKE
from tests.integration.leaks.phases_world import Kept, PhasesWorld
from tests.integration.leaks.walking import IS_WHOLE

# What is made of an employer's cases together, as counts; and what is cleared word by word before it leaves, of which
# the general walk has some.
LEFT_OUT = ("panels.summary", "panels.case_pack", "panels.draw_pack", "panels.sampled_portfolio")
ROWS = {"Letter": "panel letter", "Appeal": "appeal"}


@dataclass(frozen=True)
class Paper:
    """What somebody may have on paper of a case."""

    kind: DocumentKind
    who: str
    kept: Kept
    content: DocumentContent

    @property
    def said(self) -> str:
        """Everything that stands on it, and by what it is called."""
        files = [each.name for each in self.content.attached]
        text = render_to_string(self.kind.template, {"document": self.content})
        return " ".join([text, self.content.title, self.content.file_name, *files])

    def leaks(self, world: PhasesWorld) -> Iterator[str]:
        for what, number in sorted(set(MARK.findall(self.said))):
            kept = world.by_number[int(number)]
            if not kept.may_know(world.as_to(world.person(self.kept, self.who), kept), what):
                yield f"{self.kind.name} shows {self.who} ({self.kept}) “{what}” of {kept}"


def kinds() -> list[DocumentKind]:
    """Every kind of document panels declare."""
    found = vars(declarations)["_kinds"].values()
    return [kind for kind in found if kind.name.startswith("panels.") and kind.name not in LEFT_OUT]


def subjects(kind: DocumentKind, kept: Kept, world: PhasesWorld) -> list[Model]:
    """What of the case that kind is made of."""
    model: Any = apps.get_model(kind.subject)
    if model is Meeting:
        meeting = world.meetings.get(kept.story.name)
        return [Meeting.objects.get(pk=meeting.pk)] if meeting else []
    ids = kept.made.ids.get(ROWS.get(model.__name__, model.__name__), [])
    return list(model._default_manager.filter(pk__in=ids))


def papers(world: PhasesWorld, *only: str) -> Iterator[Paper]:
    """What everybody may order, of all kinds or those named; in pairs of who, phase, kind of case and kind of paper."""
    asked = [kind for kind in kinds() if not only or kind.name in only]
    cases = list(world.cases)
    random.Random(4).shuffle(cases)
    met: set[object] = set()
    for kept in cases:
        for who in world.roles_of(kept):
            for kind in asked:
                alike = {(kind.name, ALIKE.get(who, who), phase_of(kept.case.state)), (kind.name, who, kept.story.name)}
                if subjects(kind, kept, world) and (IS_WHOLE or not alike <= met):
                    met |= alike
                    yield from _ordered(kind, who, kept, world=world)


def _ordered(kind: DocumentKind, who: str, kept: Kept, *, world: PhasesWorld) -> Iterator[Paper]:
    person = world.person(kept, who)
    if person is None:
        return
    actor = as_actor(person)
    for subject in subjects(kind, kept, world):
        if allows(kind.permission, actor, subject):
            about = getattr(subject, "person_id", person.pk)
            asked = Asked(person_id=about, by=actor, at=NOW, subject_id=subject.pk, code="AB12-CD34")
            with suppress(Refused):  # nothing was handed in, or no plan was made
                yield Paper(kind, who, kept, kind.build(asked))
