"""The makers of marked rows of evidence and portfolios, one for each noun."""

from tests.integration.leaks.marked_asye import years_agreed
from tests.integration.leaks.marked_asye_changes import dates_changed
from tests.integration.leaks.marked_asye_parts import years_handed_over
from tests.integration.leaks.marked_asye_promises import promises_kept
from tests.integration.leaks.marked_asye_reviews import years_reviewed
from tests.integration.leaks.marked_ending import endings_kept
from tests.integration.leaks.marked_evidence import evidence_kept
from tests.integration.leaks.marked_feedback import feedback_kept
from tests.integration.leaks.marked_guard import keys_kept
from tests.integration.leaks.marked_observations import observations_kept
from tests.integration.leaks.marked_panels import panels_held
from tests.integration.leaks.marked_portfolios import portfolios_gathered
from tests.integration.leaks.marked_sharing import sharing_kept
from tests.integration.leaks.marked_signing import signed_portfolios

PRACTICE = (
    keys_kept,
    observations_kept,
    feedback_kept,
    evidence_kept,
    portfolios_gathered,
    sharing_kept,
    signed_portfolios,
    endings_kept,
    years_agreed,
    years_handed_over,
    dates_changed,
    promises_kept,
    years_reviewed,
    panels_held,
)
