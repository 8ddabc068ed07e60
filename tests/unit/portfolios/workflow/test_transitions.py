"""Every transition in every state, to whom it is open: its owner, her manager, whom she asked, others, the portal."""

import pytest

from academy.engines.workflow.moves import available
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from portfolios.choices.evidence import EvidenceKind
from portfolios.workflow import BREACH, EVIDENCE, EXEMPLAR, PORTFOLIO, SECTION
from tests.factories import portfolios as made
from tests.factories.people import as_actor, holder_of, staff_of

OWN_EVIDENCE = {
    "draft": ["ask", "keep", "withdraw"],
    "asked": ["call_back", "withdraw"],
    "answered": ["withdraw"],
    "reflected": ["withdraw"],
    "complete": ["withdraw"],
}
OWN_OBSERVATION = {**OWN_EVIDENCE, "draft": ["ask", "withdraw"], "answered": ["reflect", "withdraw"]}
OWN_PORTFOLIO = {
    "gathering": ["ask_signatures", "sign_alone", "withdraw"],
    "returned": ["ask_signatures", "sign_alone", "withdraw"],
    "signing": ["open_again", "withdraw"],
    "endorsed": ["open_again", "submit", "withdraw"],
    "submitted": ["open_again"],
}
SIGNING = {"signing": ["pass_on", "endorse", "return", "send_back"]}
READING = {"endorsed": ["send_back"], "submitted": ["send_back"]}
WRITING = {"empty": ["start", "ready"], "started": ["ready"], "ready": ["reopen"]}
OPENED = {
    "evidence": {"author": OWN_EVIDENCE, "second": {"asked": ["answer", "send_back"]}},
    "observation": {
        "author": OWN_OBSERVATION,
        "second": {"asked": ["observe", "send_back"], "reflected": ["judge"]},
    },
    "portfolio": {"author": OWN_PORTFOLIO, "manager": {**SIGNING, **READING}, "academy": {"submitted": ["send_back"]}},
    "section": {"author": WRITING},
    "part": {"manager": WRITING},
    "breach": {"second": {"open": ["correct", "refuse"]}, "academy": {"open": ["correct", "refuse"]}},
    "exemplar": {
        "author": {"offered": ["take_back"], "shown": ["take_back"]},
        "academy": {"offered": ["show", "put_back"], "shown": ["put_back"]},
        "portal": {"offered": ["remove"], "shown": ["remove"]},
    },
}
WORKFLOWS = {
    "evidence": EVIDENCE,
    "observation": EVIDENCE,
    "portfolio": PORTFOLIO,
    "section": SECTION,
    "part": SECTION,
    "breach": BREACH,
    "exemplar": EXEMPLAR,
}
CASES = [
    (name, who, state, OPENED[name].get(who, {}).get(state, []))
    for name, workflow in WORKFLOWS.items()
    for who in ("author", "manager", "second", "colleague", "academy", "portal")
    for state in workflow.choices.values
]


def thing_of(council, name, state, *, second):
    whose = {"person": council.author, "organisation": council.organisation}
    if name == "evidence":
        return made.evidence_in(state, signer=second, **{**whose, "kind": EvidenceKind.PROJECT})
    if name == "observation":
        evidence = made.evidence_in(state, **{**whose, "kind": EvidenceKind.OBSERVATION})
        return made.ObservationFactory(evidence=evidence, observer=second).evidence
    if name == "exemplar":
        portfolio = made.portfolio_in("submitted", template=council.template, **whose)
        return made.exemplar_in(state, snapshot=made.SnapshotFactory(portfolio=portfolio))
    if name == "portfolio":
        signer = {"signer": council.manager} if state == "signing" else {}
        return made.portfolio_in(state, template=council.template, **signer, **whose)
    portfolio = made.PortfolioFactory(template=council.template, **whose)
    if name == "part":
        return made.SectionFactory(portfolio=portfolio, state=state, filled_by="line_manager")
    if name == "section":
        return made.SectionFactory(portfolio=portfolio, state=state)
    return made.breach_in(state, portfolio=portfolio, found_by=second)


@pytest.mark.parametrize(("name", "who", "state", "names"), CASES)
def test_transitions_open_in_a_state(council, name, who, state, names):
    second = staff_of(council.organisation)
    thing = thing_of(council, name, state, second=second)
    actor = {
        "author": lambda: council.by,
        "manager": lambda: council.managing,
        "second": lambda: as_actor(second),
        "colleague": lambda: as_actor(council.colleague),
        "academy": lambda: as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation)),
        "portal": lambda: Actor.system("breaches", on=council.by.on),
    }[who]()
    open_now = [each for each in available(WORKFLOWS[name], thing, actor) if each.is_open]

    assert [each.transition.name for each in open_now] == names


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflow_names_whose_it_is(council, name):
    workflow = WORKFLOWS[name]
    thing = thing_of(council, name, workflow.initial, second=staff_of(council.organisation))

    assert (workflow.person_of(thing), workflow.organisation_of(thing)) == (council.author.pk, council.organisation.pk)
