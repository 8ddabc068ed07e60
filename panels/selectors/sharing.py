"""The cases of a sitting beside who could review them: what is proposed, whom one may choose, and why somebody not."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.ui.wording import counted
from panels.choices.cases import CaseState
from panels.models import Assignment, Case, Meeting
from panels.rules import ties
from panels.rules.asking import Asking, can_ask
from panels.rules.assigning import Reviewer
from panels.rules.sharing_out import propose
from panels.rules.visibility import Sight
from panels.selectors.benches import judged, ties_kept
from panels.selectors.called import called_to
from panels.selectors.policies import rules_of
from panels.selectors.reviewers import Bench, barred_from, bench_of, wanted_of, wanting

Offer = tuple[Person, str]


@dataclass(frozen=True)
class Row:
    """A case of a sitting. `proposed` has one entry for each open place, None where nobody is proposed; `offered` are
    those one may choose, with what helps to choose; `short` says why places stay open."""

    case: Case
    called: str
    given: tuple[Assignment, ...]
    proposed: tuple[int | None, ...]
    offered: tuple[Offer, ...]
    short: str


@dataclass(frozen=True)
class Sharing:
    """What is to be shared out, cases with open places first, and how much each reviewer would have then."""

    rows: tuple[Row, ...]
    loads: tuple[tuple[Person, int, int], ...]

    @property
    def pairs(self) -> list[tuple[Case, Person]]:
        """Everything that is proposed."""
        people = {person.pk: person for row in self.rows for person, _ in row.offered}
        return [(row.case, people[who]) for row in self.rows for who in row.proposed if who is not None]


@dataclass(frozen=True)
class Choosing:
    """Whom one may ask for a case, and the others with what bars them."""

    offered: tuple[Offer, ...]
    barred: tuple[tuple[Person, str], ...]


def sharing_of(meeting: Meeting, actor: Actor) -> Sharing:
    """The cases of a meeting that are given to reviewers, as far as the actor sees who has them. The same number of
    queries whatever the number of cases and people."""
    seen = wanting(Case.objects.showing(actor, Sight.ASSIGNMENTS))
    of_meeting = seen.filter(sitting_id=meeting.sitting_id, panel_id=meeting.panel_id)
    cases = list(of_meeting.select_related("person", "policy", "grade", "vacancy").order_by("accepted_at", "pk"))
    bench = bench_of(meeting.panel_id, sitting_id=meeting.sitting_id, rules=rules_of(meeting.policy), on=actor.on)
    wanted, barred = wanted_of(cases), barred_from(cases)
    pairs = {(case.pk, who) for case in cases for who in barred[case.pk]}
    proposal = propose(wanted.values(), bench.proposed, pairs)
    short = {each.case_id: each.says for each in proposal.short}
    names, given = called_to(actor, cases), _given(cases)
    rows = [
        Row(
            case=case,
            called=names[case.pk],
            given=given.get(case.pk, ()),
            proposed=_places(wanted[case.pk].open_places, [who for pk, who in proposal.pairs if pk == case.pk]),
            offered=_offered(bench, but=barred[case.pk] | wanted[case.pk].already),
            short=short.get(case.pk, ""),
        )
        for case in cases
    ]
    taken = [who for _, who in proposal.pairs]
    loads = [(bench.people[each.person_id], each.load, taken.count(each.person_id)) for each in bench.proposed]
    return Sharing(tuple(sorted(rows, key=lambda row: not row.proposed)), tuple(loads))


def choosing_for(case: Case, *, on: date) -> Choosing:
    """Of everybody who judges on the panel of a case: whom one may ask, and what bars the others. The policy is read
    beside the case. Four queries."""
    bench = bench_of(case.panel_id, sitting_id=case.sitting_id, rules=rules_of(case.policy), on=on)
    kept = [judged(tie) for tie in ties_kept([case])[case.pk]]
    given = list(case.assignments.reviews().standing().values_list("person_id", flat=True))
    decisions = {
        pk: can_ask(
            Asking(
                state=CaseState(case.state),
                person_id=pk,
                candidate_id=case.person_id,
                reviewer=reviewer,
                already=given,
                may_judge=ties.may_judge([tie for tie in kept if tie.person_id == pk]),
                is_appointment=case.is_appointment,
            )
        )
        for pk, reviewer in bench.reviewers.items()
    }
    return Choosing(
        offered=_offered(bench, but=[pk for pk, decision in decisions.items() if not decision.allowed]),
        barred=tuple((bench.people[pk], each.reason) for pk, each in decisions.items() if not each.allowed),
    )


def _given(cases: Iterable[Case]) -> dict[int, tuple[Assignment, ...]]:
    found: dict[int, tuple[Assignment, ...]] = {}
    rows = Assignment.objects.reviews().standing().filter(case__in=list(cases)).select_related("person")
    for each in rows.order_by("case_id", "asked_at", "pk"):
        found[each.case_id] = (*found.get(each.case_id, ()), each)
    return found


def _places(number: int, proposed: list[int]) -> tuple[int | None, ...]:
    return (*proposed, *[None] * (number - len(proposed)))


def _offered(bench: Bench, *, but: Collection[int]) -> tuple[Offer, ...]:
    able = (each for pk, each in bench.reviewers.items() if pk not in but and not _is_full(each))
    return tuple((bench.people[each.person_id], _helps(each, bench)) for each in able)


def _is_full(reviewer: Reviewer) -> bool:
    return bool(reviewer.most) and reviewer.load >= reviewer.most


def _helps(reviewer: Reviewer, bench: Bench) -> str:
    """What helps to choose: how many cases she has, and what she brings."""
    said = [str(reviewer.sort.label), counted(reviewer.load, "case")]
    return ", ".join([*said, "chairs the panel"] if reviewer.person_id in bench.chairs else said)
