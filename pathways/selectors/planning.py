"""Looking ahead from a step: the soonest sitting, what if something arrives, a plan back. Reads, and keeps nothing."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Result
from academy.engines.requirements.walks import lacking
from academy.people.models import Absence
from academy.people.models import Terms as TermsOfPost
from academy.people.querysets import holds_on
from pathways.choices import Mechanism
from pathways.models import Sitting
from pathways.rules.backplan import Need, Plan, Terms, plan_back
from pathways.rules.soonest import Closing, Reach, day_in_sentences, in_sentences, reach_of, soonest
from pathways.rules.supposing import arriving, can_arrive, numbered
from pathways.rules.working_days import Away, Diary
from pathways.schema.ladder import Step
from pathways.selectors.judging import PartJudged, StepJudged, judge_step
from pathways.selectors.standings import Standing
from pathways.selectors.why import Why

STAGE_WEEKS = 4
AFTERWARDS = {
    Mechanism.APPRAISAL: "Then it is for the appraisal.",
    Mechanism.VACANCY: "Then it waits for a vacancy.",
    Mechanism.RECRUITMENT: "Then it is for recruitment.",
}


@dataclass(frozen=True)
class Outlook:
    """What is within reach: the day of the first sitting or, without a panel, of everything being there; None where
    none can be named. `says` are the sentences about it."""

    reach: Reach
    day: date | None
    says: tuple[str, ...]
    sitting: Closing | None = None


@dataclass(frozen=True)
class Supposable:
    """Something that lacks and may arrive: its code on this page, its words, and the requirement."""

    code: str
    what: str
    node: Node


@dataclass(frozen=True)
class WhatIf:
    """The outlook as things stand and as they would, and what would be needed still."""

    before: Outlook
    after: Outlook
    still: tuple[str, ...]


def closings(standing: Standing, step: Step, *, on: date) -> list[Closing]:
    """The sittings to come towards which the step can be planned, the first first; none for one without a panel. One
    query, none without a panel."""
    if not step.has_panel:
        return []
    return closings_by_place([(standing.organisation.pk, step.purpose)], on=on)[standing.organisation.pk, step.purpose]


def closings_by_place(places: Collection[tuple[int, str]], *, on: date) -> dict[tuple[int, str], list[Closing]]:
    """The sittings to come of organisations, by organisation and purpose, the first first. One query."""
    found: dict[tuple[int, str], list[Closing]] = {(place, str(purpose)): [] for place, purpose in places}
    rows = Sitting.objects.to_come(on).filter(organisation_id__in={place for place, _ in places})
    for row in rows.order_by("on", "pk"):
        if (row.organisation_id, row.purpose) in found:
            found[row.organisation_id, row.purpose].append(closing_of(row))
    return found


def closing_of(row: Sitting) -> Closing:
    return Closing(row.pk, on=row.on, submit_by=row.submit_by, endorse_by=row.endorse_by, title=row.title)


def outlook_of(judged: StepJudged, sittings: Sequence[Closing], *, on: date) -> Outlook:
    """The first sitting by whose last day all evidence is foreseen; without a panel the first such day of all of it."""
    if judged.step.has_panel:
        found = soonest(reach_of(_evidence(judged), on=on), sittings, on=on)
        day = found.sitting.on if found.sitting else None
        return Outlook(found.reach, day, tuple(in_sentences(found, on=on)), found.sitting)
    reach = reach_of((part.result for part in judged.parts), on=on)
    next_step = AFTERWARDS.get(judged.step.mechanisms[0], "") if reach.day is not None else ""
    says = day_in_sentences(reach, on=on)
    return Outlook(reach, reach.day, (*says, next_step) if next_step else tuple(says))


def supposables(found: Why) -> list[Supposable]:
    """What lacks on the step by the pathway looked at, and may arrive."""
    asked = [(each.code, each.requires) for each in found.step.requires]
    if found.shown is not None:
        way = found.shown
        asked += [(f"{way.code}.before", way.before)] if way.before is not None else []
        asked += [(f"{way.code}.{stage.code}", stage.requires) for stage in way.stages]
    lacking_now = (single for code, node in asked for single in _lacking(code, node, found))
    return [Supposable(code, what, node) for code, what, node in lacking_now if can_arrive(node.kind)]


def _lacking(code: str, node: Node, found: Why) -> Iterator[tuple[str, str, Node]]:
    """The single requirements in it that lack, with their words: none of a whole that is met."""
    result = node.judge(found.case)
    if result.is_met:
        return
    if not node.parts:
        yield code, result.what, node
    for part_code, part in numbered(code, node):
        yield from _lacking(part_code, part, found)


def what_if(found: Why, chosen: Collection[Supposable], by: date, *, sittings: Sequence[Closing]) -> WhatIf:
    """How the outlook changes if all of these arrive by the day, and against the pathway she chose where another one is
    looked at. Judged from a case that is forgotten: nothing is written."""
    case, standing, on = found.case, found.standing, found.case.on
    facts = [
        fact
        for each in chosen
        if each.node.kind is not None
        for fact in arriving(each.node.kind, home=case.home, person=standing.person_id, on=by)
    ]
    judged = judge_step(standing.ladder, found.step, case.supposing(*facts), pathway=found.shown)
    before = found.judged
    if not found.is_chosen and standing.pathway is not None:
        before = judge_step(standing.ladder, found.step, case, pathway=standing.pathway)
    needed = [result for part in _evidence(judged) for result in lacking(part)]
    return WhatIf(
        before=outlook_of(before, sittings, on=on),
        after=outlook_of(judged, sittings, on=on),
        still=tuple(dict.fromkeys(result.what for result in needed if result.expected != by)),
    )


def plan_towards(found: Why, sitting: Closing) -> Plan:
    """Her dates back from a sitting, by her hours, her absences and her manager's. Two queries. For herself only."""
    needs = [need for part in _to_put_together(found.judged) if (need := _need(part, sitting)) is not None]
    return plan_back(needs, sitting, terms=_terms(found.standing, on=found.case.on))


def _evidence(judged: StepJudged) -> list[Result]:
    return [part.result for part in (*judged.asked, *([judged.way] if judged.way else []))]


def _to_put_together(judged: StepJudged) -> Iterator[PartJudged]:
    """What is asked, and every part of the pathway by itself; not twice what rests on the same facts and is there."""
    yield from judged.asked
    if judged.way is None:
        return
    if judged.pathway is None:
        yield PartJudged("pathway", judged.way.result, weeks=STAGE_WEEKS)
        return
    stages = [stage.code for stage in judged.pathway.stages]
    codes = ["before", *stages] if judged.pathway.before is not None else stages
    told = {fact for part in judged.asked for fact in part.result.facts}
    for code, result in zip(codes, judged.way.result.parts, strict=True):
        if not (result.is_met and told.issuperset(result.facts)):
            yield PartJudged(f"{judged.pathway.code}.{code}", result, weeks=STAGE_WEEKS)


def _need(part: PartJudged, sitting: Closing) -> Need | None:
    """What has to be done for one part; None where it lasts."""
    result = part.result
    if any(span.holds(sitting.submit_by) for span in result.spans) and result.is_met:
        return None
    until = result.until if result.is_met else None
    return Need(code=part.code, what=result.what, weeks=part.weeks, expected_on=result.expected, runs_out_on=until)


def _terms(standing: Standing, *, on: date) -> Terms:
    held = TermsOfPost.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=standing.person_id)
    here = held.filter(post__organisation=standing.organisation).order_by("-post__is_primary", "post__from_on", "pk")
    row = here.first()
    manager_id = row.line_manager_id if row else None
    away = _away([standing.person_id, *([manager_id] if manager_id else [])], on=on)
    return Terms(
        today=on,
        fte=row.fte if row else Terms.fte,
        hers=Diary(tuple(away.get(standing.person_id, ()))),
        managers=Diary(tuple(away.get(manager_id or 0, ()))),
    )


def _away(people: Collection[int], *, on: date) -> dict[int, list[Away]]:
    """When these people are away from the day on. Who is not back yet is taken to be by tomorrow: nothing says when."""
    rows = Absence.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=on), person_id__in=people)
    found: dict[int, list[Away]] = {}
    for row in rows.order_by("from_on", "pk"):
        last = row.until_on or max(row.from_on, on)
        found.setdefault(row.person_id, []).append(Away(row.from_on, last))
    return found
