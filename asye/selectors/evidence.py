"""The evidence of years against their policies, for one page and for a whole cohort in the same number of queries.

Days, kinds and numbers alone: who may read a piece is another matter.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from academy.development.choices import Kind
from academy.development.selectors.agreed_facts import SELF_AUDIT, self_audit_facts
from academy.development.selectors.kept_days import kept_days
from asye.models import Cited, Enrolment, Milestone, Plan
from asye.rules.evidence import Counted, Piece, counted
from asye.rules.policy import AsyeRules
from asye.selectors.policies import rules_by_policy
from portfolios.choices.evidence import EvidenceKind
from portfolios.selectors.tallied import tallied

# What the kinds of pieces are counted as: records of work are work somebody verified, or audited.
COUNTED_AS = {
    EvidenceKind.OBSERVATION: "observation",
    EvidenceKind.FEEDBACK: "feedback",
    EvidenceKind.WORK: "report",
    EvidenceKind.AUDIT: "report",
}
REFLECTIONS = (Kind.CRITICAL,)

Found = dict[int, list[Piece]]


def evidence_of(enrolments: Collection[Enrolment], *, on: date) -> dict[int, tuple[Counted, ...]]:
    """By the id of the year: each line of its policy with what fills it by the day. Six queries for any number of years
    whose policies are read beside them."""
    if not enrolments:
        return {}
    rules, days = rules_by_policy(enrolments), stage_days({each.pk for each in enrolments})
    hers, made = _of_people(enrolments, on=on), _plans(enrolments, rules)
    return {
        each.pk: counted(
            rules[each.policy_id].evidence,
            [piece for piece in (*hers[each.pk], *made[each.pk]) if each.starts_on <= piece.on <= on],
            days[each.pk],
        )
        for each in enrolments
    }


def stage_days(years: Collection[int]) -> defaultdict[int, dict[str, date]]:
    """By year, when each stage ends: the day on which its date was done, else the day it is due. One query."""
    found: defaultdict[int, dict[str, date]] = defaultdict(dict)
    rows = Milestone.objects.filter(enrolment_id__in=years).order_by("due_on", "pk")
    for pk, code, due_on, done_on in rows.values_list("enrolment_id", "code", "due_on", "done_on"):
        found[pk][code] = done_on or due_on
    return found


def _of_people(enrolments: Collection[Enrolment], *, on: date) -> defaultdict[int, list[Piece]]:
    """What is found of the people of these years: somebody with two years has each piece in both, and the days part
    them."""
    by_person: defaultdict[int, list[Piece]] = defaultdict(list)
    cited = _cited({each.pk for each in enrolments})
    for person_id, piece in _pieces({each.person_id for each in enrolments}, enrolments, on=on):
        by_person[person_id].append(piece)
    found: defaultdict[int, list[Piece]] = defaultdict(list)
    for each in enrolments:
        named = cited.get(each.pk, {})
        found[each.pk] = [_named(piece, named.get(piece.source, "")) for piece in by_person[each.person_id]]
    return found


def _pieces(people: Collection[int], enrolments: Collection[Enrolment], *, on: date) -> Iterator[tuple[int, Piece]]:
    since = min(each.starts_on for each in enrolments)
    for each in tallied(people, since=since, on=on):
        counts = COUNTED_AS.get(EvidenceKind(each.kind))
        if counts is not None:
            yield each.person_id, Piece(f"evidence:{each.pk}", counts, each.on, of=each.of, by=each.by)
    for entry in kept_days(people, kinds=REFLECTIONS, since=since, on=on):
        yield entry.person_id, Piece(f"entry:{entry.pk}", "reflection", entry.on)
    for fact in self_audit_facts(people, on=on, keys=[SELF_AUDIT]):
        yield fact.person, Piece(f"self-audit:{fact.link}", "self_assessment", fact.on)


def _cited(years: Collection[int]) -> dict[int, dict[str, str]]:
    """By year, the stage in whose review a piece was named first."""
    found: dict[int, dict[str, str]] = {}
    rows = Cited.objects.filter(review__enrolment_id__in=years).order_by("-cited_at", "-pk")
    columns = ("review__enrolment_id", "review__milestone__code", "evidence_id", "version__entry_id")
    for pk, stage, evidence, entry in rows.values_list(*columns):
        source = f"evidence:{evidence}" if evidence is not None else f"entry:{entry}"
        found.setdefault(pk, {})[source] = stage
    return found


def _named(piece: Piece, stage: str) -> Piece:
    return Piece(piece.source, piece.counts, piece.on, of=piece.of, by=piece.by, stage=stage) if stage else piece


def _plans(enrolments: Collection[Enrolment], rules: dict[int, AsyeRules]) -> defaultdict[int, list[Piece]]:
    """Development plans that were agreed, each in the stage whose review it was made with."""
    made_with = {each.pk: {stage.code: stage.made_with for stage in rules[each.policy_id].plans} for each in enrolments}
    found: defaultdict[int, list[Piece]] = defaultdict(list)
    agreed = Plan.objects.filter(enrolment_id__in=made_with, agreed_on__isnull=False).order_by("agreed_on", "pk")
    for pk, year, stage, day in agreed.values_list("pk", "enrolment_id", "stage", "agreed_on"):
        if day is not None:
            found[year].append(Piece(f"plan:{pk}", "plan", day, stage=made_with[year].get(stage, "")))
    return found
