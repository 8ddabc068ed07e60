"""Whom an unanswered decision goes up to: the decider's own line manager, else who decides above her."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from academy.identity.models import Person
from academy.people.models import Terms
from academy.people.querysets import holds_on
from academy.training.choices import Decider
from academy.training.models import RequestStage
from academy.training.selectors.deciders import Asker, Deciders, asker_of, deciders_of

# Terms by the person and the organisation they are held in.
HeldTerms = Mapping[Asker, list[Terms]]


@dataclass(frozen=True)
class _Turn:
    """One decision with who can make it now."""

    stage: RequestStage
    deciders: Deciders

    @property
    def deciding(self) -> tuple[int, ...]:
        """Ids of those who decide and of whom it went up to; not of deputies, whose managers are above nobody here."""
        people = [person.pk for person in self.deciders.of(self.stage.decider)]
        return tuple(people if self.stage.escalated_to_id is None else [*people, self.stage.escalated_to_id])

    @property
    def passed_over(self) -> frozenset[int]:
        """Ids of those it cannot go up to: who decides already, and the person who asks."""
        return frozenset({*self.deciding, self.stage.request.person_id})


def higher_than(stage: RequestStage, *, on: date) -> Person | None:
    """Whom one decision goes up to on a day; None when nobody is left. Four queries."""
    return higher_of([stage], deciders_of([asker_of(stage)], on=on), on=on).get(stage.pk)


def higher_of(stages: Iterable[RequestStage], deciders: Mapping[Asker, Deciders], *, on: date) -> dict[int, Person]:
    """Whom each decision goes up to, by its id, in one query; without those above whom nobody is left.

    Never the person who asks, nor anybody who could decide already. Stages come with their request.
    """
    turns = [_Turn(stage, deciders[asker_of(stage)]) for stage in stages]
    terms = _terms_with_manager({person for turn in turns for person in turn.deciding}, on=on)
    found = {turn.stage.pk: _line_manager(turn, terms) or _next_decider(turn) for turn in turns}
    return {pk: person for pk, person in found.items() if person is not None}


def _terms_with_manager(people: Collection[int], *, on: date) -> HeldTerms:
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id__in=people)
    rows = held.exclude(line_manager=None).select_related("post", "line_manager")
    found: dict[Asker, list[Terms]] = {}
    for each in rows.order_by("-post__is_primary", "post_id", "pk") if people else ():
        found.setdefault((each.post.person_id, each.post.organisation_id), []).append(each)
    return found


def _line_manager(turn: _Turn, terms: HeldTerms) -> Person | None:
    """The line manager of the first of the deciders who has one, where the person asks."""
    place = turn.stage.request.organisation_id
    held = (each for person in turn.deciding for each in terms.get((person, place), ()))
    managers = (each.line_manager for each in held if each.line_manager_id not in turn.passed_over)
    return next(managers, None)


def _next_decider(turn: _Turn) -> Person | None:
    ladder = list(Decider)[list(Decider).index(Decider(turn.stage.decider)) + 1 :]
    candidates = (person for decider in ladder for person in turn.deciders.of(decider))
    return next((person for person in candidates if person.pk not in turn.passed_over), None)
