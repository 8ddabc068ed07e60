from academy.engines.access.permissions import Permission, declare
from academy.people.choices import RoleCode
from academy.people.givers import HERSELF, holder_of_all_here
from panels.givers import (
    ASSIGNS_IT,
    CANDIDATE,
    CHECKS_IT,
    LEADS_HERE,
    LEADS_IT,
    MANAGES_HER,
    PORTAL,
    READS_IT,
    RUNS_MEETING,
)

COORDINATES = holder_of_all_here("ASYE co-ordinator of the organisation", RoleCode.ASYE_COORDINATOR)

PERMISSIONS = declare(
    Permission("panels.case.see", "Read a case, as far as one's part and its phase go", (READS_IT,)),
    Permission("panels.case.begin", "Begin a case of one's own", (HERSELF,)),
    Permission("panels.case.hand_in", "Hand a case in, and mend what was asked for", (CANDIDATE,)),
    Permission("panels.case.vouch", "Say whether a formal process is open", (MANAGES_HER,)),
    Permission("panels.case.withdraw", "Withdraw a case", (CANDIDATE,)),
    Permission("panels.case.check", "Look a submission through, ask for changes, accept it", (CHECKS_IT,)),
    Permission("panels.case.extend", "Give more time to hand in", (LEADS_IT,)),
    Permission("panels.case.put_off", "Put a case off to another sitting, and take it up again", (ASSIGNS_IT,)),
    Permission("panels.case.close_reviews", "Go on with the reviews there are", (ASSIGNS_IT, PORTAL)),
    Permission(
        "panels.sitting.follow", "See how the cases of a sitting stand", (RUNS_MEETING, LEADS_HERE, COORDINATES)
    ),
    Permission("panels.case.assign", "Give a case to reviewers, and put it on the agenda", (ASSIGNS_IT,)),
)
