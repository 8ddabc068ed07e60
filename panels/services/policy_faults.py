"""What is wrong with a panel policy beyond its shape: steps and pathways nobody has, and parts that contradict each
other."""

from collections.abc import Iterator

from academy.engines.reference.faults import held_at_once
from academy.engines.reference.reading import Misplaced
from academy.identity.models import Organisation
from panels.models import PanelPolicy
from panels.rules.policy_faults import contradictions
from panels.schema.policy import PanelPolicyFile
from pathways.selectors.ladders import ladders_in_force


def faults_in(file: PanelPolicyFile) -> list[Misplaced]:
    """Everything wrong with a policy whose shape is right, each with where it stands and what is allowed there."""
    return [
        *_editions(file),
        *((("rules", *where), said) for where, said in contradictions(file.rules, purpose=file.purpose)),
        *_cases(file),
    ]


def _editions(file: PanelPolicyFile) -> Iterator[Misplaced]:
    """Editions of one purpose follow each other."""
    whose = {"organisation__slug": file.organisation} if file.organisation else {"organisation": None}
    others = PanelPolicy.objects.filter(purpose=file.purpose, withdrawn_on=None, **whose)
    yield from held_at_once(file, others.order_by("valid_from", "pk"))


def _cases(file: PanelPolicyFile) -> Iterator[Misplaced]:
    """Criteria are written for steps and pathways of the organisation's ladders of the first day; what holds for all
    knows no ladder."""
    named = {
        (number, part): getattr(each, part)
        for number, each in enumerate(file.rules.criteria)
        for part in ("for_steps", "for_pathways")
        if getattr(each, part)
    }
    known = _known(file) if named else {}
    for (number, part), codes in named.items():
        for place, code in enumerate(codes):
            if code not in known[part]:
                allowed = ", ".join(sorted(known[part])) or "none"
                where = ("rules", "criteria", number, part, place)
                yield where, f"no ladder of yours has {code} on {file.valid_from}. In force then: {allowed}"


def _known(file: PanelPolicyFile) -> dict[str, frozenset[str]]:
    """The codes of steps and pathways of the organisation's ladders in force on the policy's first day."""
    ids = Organisation.objects.filter(slug=file.organisation or "").values_list("pk", flat=True)
    ladders = ladders_in_force(list(ids), on=file.valid_from)
    return {
        "for_steps": frozenset(step.code for ladder in ladders for step in ladder.steps),
        "for_pathways": frozenset(way.code for ladder in ladders for way in ladder.content.pathways),
    }
