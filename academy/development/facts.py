"""What development tells other apps of somebody: that something was and on which day, never what of."""

from academy.development.choices import Kind
from academy.development.selectors.agreed_facts import (
    APPRAISAL,
    GOAL,
    INDUCTION,
    SELF_AUDIT,
    STRANDS,
    SUPERVISION,
    appraisal_facts,
    goal_facts,
    induction_facts,
    self_audit_facts,
    supervision_facts,
)
from academy.development.selectors.learning_facts import (
    CAME,
    ENTRY,
    LED,
    PEER_LEARNING,
    PEER_REFLECTION,
    entry_facts,
    peer_learning_facts,
    peer_reflection_facts,
)
from academy.engines.facts.families import Family, declare
from academy.engines.facts.providers import provide

declare(
    Family(
        name=ENTRY,
        tells="An entry was kept in the learning record, on its first day. Drafts and withdrawn entries never count.",
        which=f"the kind of learning: {', '.join(Kind.values)}",
    ),
    Family(
        name=PEER_LEARNING,
        tells="Peer learning was held, and she led it or came while another led.",
        which=f"{LED} or {CAME}",
    ),
    Family(name=PEER_REFLECTION, tells="A kept entry was talked over with a peer, who confirmed it."),
    Family(
        name=SUPERVISION,
        tells="Supervision was held.",
        which=f"the strand: {', '.join(STRANDS)}",
    ),
    Family(name=APPRAISAL, tells="An appraisal was held and signed by both; half-year reviews do not count."),
    Family(name=INDUCTION, tells="An induction was signed by both."),
    Family(name=SELF_AUDIT, tells="A self-audit was talked over and signed by both."),
    Family(name=GOAL, tells="A goal was reached."),
)
for family, finder in (
    (ENTRY, entry_facts),
    (PEER_LEARNING, peer_learning_facts),
    (PEER_REFLECTION, peer_reflection_facts),
    (SUPERVISION, supervision_facts),
    (APPRAISAL, appraisal_facts),
    (INDUCTION, induction_facts),
    (SELF_AUDIT, self_audit_facts),
    (GOAL, goal_facts),
):
    provide([family], finder, app="development")
