"""Observations as pages show them: what waits for whom, and what is known of who observes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from academy.development.selectors.colleagues import Colleague
from academy.engines.facts.keys import AWARD, REGISTRATION, keyed
from academy.engines.facts.providers import facts_of
from academy.identity.actor import Actor
from academy.people.choices import Regulator, RoleCode
from academy.people.models import Deputy, RoleHolding, Terms
from academy.people.querysets import holds_on
from academy.people.rules.spans import in_words
from academy.people.selectors.line_management import organisations_managed
from portfolios.choices.evidence import EvidenceKind, EvidenceState, Observer
from portfolios.models import Evidence, Observation
from portfolios.rules.observations import STAGE_TWO, called_in_full, doubts, known_of

REGISTERED = keyed(REGISTRATION, Regulator.SWE)
AWARDS = tuple(keyed(AWARD, code) for code in STAGE_TWO)


@dataclass(frozen=True)
class Known:
    """What the portal knows of somebody who is to observe, on a day."""

    is_registered: bool
    is_stage_two: bool


@dataclass(frozen=True)
class Outline:
    """An observation in a few lines, for whoever writes in it: what, when, by whom, for what, and what is doubted."""

    evidence: Evidence
    observation: Observation
    observer: str
    standards: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def relation(self) -> str:
        return str(Observer(self.observation.relation).label)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What is known, line by line."""
        evidence, observation = self.evidence, self.observation
        return [
            ("Whose practice", f"{evidence.person.full_name}, {evidence.organisation.name}"),
            ("What is observed", called_in_full(evidence.title, observation.setting)),
            ("Planned for", in_words(observation.planned_on)),
            ("Observed on", in_words(evidence.happened_on) if evidence.happened_on else ""),
            ("Observer", ". ".join([f"{self.observer}, {self.relation}", *self.doubts])),
            ("To look at", observation.focus),
            ("Standards", "; ".join(self.standards)),
        ]


def is_line_manager(observer_id: int, evidence: Evidence, *, on: date) -> bool:
    """Is she the practitioner's line manager on the day, or the manager's deputy, in the piece's organisation?"""
    return evidence.organisation_id in organisations_managed(evidence.person_id, by=observer_id, on=on)


def observations() -> QuerySet[Evidence]:
    """Every observation with what a page needs of it beside the row."""
    found: QuerySet[Evidence] = Evidence.objects.filter(kind=EvidenceKind.OBSERVATION)
    return found.select_related("person", "organisation", "observation__observer")


def asked_of(actor: Actor) -> QuerySet[Evidence]:
    """Observations the actor is to write or to judge, the nearest day first."""
    found = observations().filter(pk__in=Evidence.objects.second_of(actor).others_turn().values("pk"))
    return found.filter(observation__observer_id=actor.person_id).order_by("observation__planned_on", "pk")


def own_open(actor: Actor) -> QuerySet[Evidence]:
    """The actor's own observations that are not complete, the nearest day first."""
    states = [EvidenceState.COMPLETE, EvidenceState.WITHDRAWN]
    found = observations().filter(person_id=actor.person_id).exclude(state__in=states)
    return found.order_by("observation__planned_on", "pk")


def planned_between(actor: Actor, first: date, last: date) -> QuerySet[Evidence]:
    """Observations still to be written that are planned for one of these days, one's own and those one is to do."""
    if actor.person_id is None:
        return observations().none()
    asked = Evidence.objects.visible_to(actor).filter(state=EvidenceState.ASKED)
    found = observations().filter(pk__in=asked.values("pk"), observation__planned_on__range=(first, last))
    return found.order_by("observation__planned_on", "pk")


def outline_of(evidence: Evidence, *, on: date) -> Outline:
    """An observation in a few lines, with what is not known of its observer on the planned day; five queries at most,
    however many standards."""
    observation = evidence.observation
    statements = evidence.statements.select_related("version__framework").order_by("version__framework__code", "order")
    standards = tuple(f"{each.version.framework.short_name} {each.code} {each.title}" for each in statements)
    observer_id = observation.observer_id
    found = () if observer_id is None else _doubted(observation, observer_id, on=on)
    return Outline(evidence, observation, observer_name(observation), standards, found)


def day_to_suggest(evidence: Evidence, *, on: date) -> date | None:
    """The day the form of the observer starts from: the planned one, once it is there."""
    day = evidence.observation.planned_on
    return day if day <= on else None


def observer_name(observation: Observation) -> str:
    return observation.observer.full_name if observation.observer else observation.outsider_name


def with_standing(
    colleagues: Iterable[Colleague], *, person_id: int, organisation_id: int, on: date
) -> list[Colleague]:
    """The colleagues with what is known of each as an observer below her name: line manager, registration, stage 2.

    As many queries for twenty as for one."""
    listed = list(colleagues)
    ids = [each.person.pk for each in listed]
    known, managers = known_of_all(ids, on=on), _managers(person_id, organisation_id, on=on)
    return [
        replace(
            each,
            work=known_of(
                each.work,
                is_manager=each.person.pk in managers,
                is_registered=known[each.person.pk].is_registered,
                is_stage_two=known[each.person.pk].is_stage_two,
            ),
        )
        for each in listed
    ]


def known_of_all(people: Collection[int], *, on: date) -> dict[int, Known]:
    """What is known of each of these people on the day: registration and awards come as facts, and who stands in the
    register of practice educators at stage 2 has hers."""
    found = facts_of(people, on=on, keys=[REGISTERED, *AWARDS], expected=False)
    held = {person: {fact.key for fact in facts if fact.holds_on(on)} for person, facts in found.items()}
    roles = RoleHolding.objects.filter(holds_on(on), person_id__in=people, role=RoleCode.PRACTICE_EDUCATOR_2)
    named = set(roles.values_list("person_id", flat=True))
    return {
        person: Known(REGISTERED in keys, bool(keys & set(AWARDS)) or person in named) for person, keys in held.items()
    }


def _doubted(observation: Observation, observer_id: int, *, on: date) -> tuple[str, ...]:
    known = known_of_all([observer_id], on=min(observation.planned_on, on))[observer_id]
    return doubts(
        observer_name(observation),
        setting=observation.setting,
        relation=observation.relation,
        is_registered=known.is_registered,
        is_stage_two=known.is_stage_two,
    )


def _managers(person_id: int, organisation_id: int, *, on: date) -> set[int]:
    """Her line managers there and who stands in for them; two queries."""
    held = Terms.objects.filter(
        holds_on(on), holds_on(on, "post__"), post__person_id=person_id, post__organisation_id=organisation_id
    )
    managers = set(held.exclude(line_manager=None).values_list("line_manager_id", flat=True))
    deputies = Deputy.objects.filter(holds_on(on), person_id__in=managers, organisation_id=organisation_id)
    return managers | set(deputies.values_list("deputy_id", flat=True))
