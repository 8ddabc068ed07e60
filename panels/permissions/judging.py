from academy.engines.access.permissions import Permission, declare
from panels.givers import (
    CHAIRS_IT,
    GIVEN_IT,
    LEADS_HERE,
    LEADS_IT,
    LOOKS_AGAIN,
    PORTAL,
    READS_IT,
    READS_PORTFOLIO,
    READS_PORTFOLIO_NAMED,
    REVIEWS_IT,
    RUNS_MEETING,
)
from panels.permissions.cases import COORDINATES

PERMISSIONS = declare(
    Permission("panels.tie.declare", "Say what connects somebody with a case", (READS_IT,)),
    Permission("panels.tie.decide", "Decide whether a tie keeps somebody out of a case", (CHAIRS_IT, LEADS_IT)),
    Permission("panels.tie.keep", "Keep ties as the record has them, and take off whoever is out of a case", (PORTAL,)),
    Permission("panels.tie.renew", "Take a tie up again that was lifted", (CHAIRS_IT, PORTAL)),
    Permission(
        "panels.assignment.share_out", "Share the cases of a sitting out", (RUNS_MEETING, LEADS_HERE, COORDINATES)
    ),
    Permission("panels.assignment.answer", "Take on a case that was given, decline it, hand in", (GIVEN_IT,)),
    Permission("panels.portfolio.read", "Have what was handed in on paper, without names", (READS_PORTFOLIO,)),
    Permission("panels.portfolio.read_named", "Have what was handed in on paper", (READS_PORTFOLIO_NAMED,)),
    Permission("panels.case.judge", "Review a case", (REVIEWS_IT,)),
    Permission("panels.case.look", "Look at the reviews of a case once more", (LOOKS_AGAIN,)),
    Permission("panels.review.open_again", "Open a review that was handed in", (CHAIRS_IT,)),
)
