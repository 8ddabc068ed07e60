"""What portfolios will tell other apps of somebody."""

from academy.engines.facts.families import Family, declare

WITH_EVIDENCE, WITH_PORTFOLIOS = "evidence with a second signer", "the portfolio"

declare(
    Family(
        name="portfolios.observation",
        tells="Practice was observed, and both signed what was seen.",
        which="the kind of observation",
        by_relation="who observed: line_manager, practice_educator, peer",
        comes_with=WITH_EVIDENCE,
    ),
    Family(
        name="portfolios.feedback",
        tells="Feedback on practice came back.",
        which="from whom: person, carer, professional",
        comes_with=WITH_EVIDENCE,
    ),
    Family(
        name="portfolios.audit",
        tells="A case was audited.",
        level="the grade given, in the words of the audit's scale",
        by_relation="who audited: line_manager, independent",
        comes_with=WITH_EVIDENCE,
    ),
    Family(
        name="portfolios.portfolio",
        tells="A portfolio was endorsed.",
        which="what it was made for",
        by_relation="who endorsed it",
        comes_with=WITH_PORTFOLIOS,
    ),
)
