"""What evidence and portfolios tell other apps of somebody."""

from academy.engines.facts.families import Family, declare
from academy.engines.facts.providers import provide
from portfolios.selectors.evidence_facts import AUDIT, FEEDBACK, OBSERVATION, evidence_expected, evidence_facts
from portfolios.selectors.portfolio_facts import PORTFOLIO, portfolio_facts

declare(
    Family(
        name=OBSERVATION,
        tells="Practice was observed, and the observer judged what was seen; expected on its planned day.",
        which="what was observed: visit, meeting, student",
        by_relation="who observed: line_manager, assessor, practice_educator, social_worker, peer",
    ),
    Family(
        name=FEEDBACK,
        tells="Feedback on practice came back, and may be used.",
        which="from whom: person, carer, child, professional, manager",
        by_relation="the same, for who asks for one of several",
    ),
    Family(
        name=AUDIT,
        tells="A case was audited; expected a few weeks after it was asked for.",
        level="the grade given, in the words of the audit's scale",
        by_relation="who audited: line_manager, independent",
    ),
    Family(
        name=PORTFOLIO,
        tells="A portfolio stands endorsed.",
        which="what it was made for: progression, interview, impact, peps-1",
        by_relation="who signed last: author, verifier, line_manager",
    ),
)

provide([OBSERVATION, FEEDBACK, AUDIT], evidence_facts, app="portfolios")
provide([OBSERVATION, AUDIT], evidence_expected, app="portfolios", foretells=True)
provide([PORTFOLIO], portfolio_facts, app="portfolios")
