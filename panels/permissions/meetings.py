from academy.engines.access.permissions import Permission, declare
from panels.givers import CHAIRS_IT, KEEPS_HERE, LEADS_IT, RUNS_MEETING, SITS

PERMISSIONS = declare(
    Permission("panels.meeting.see", "See a meeting of a panel", (SITS, KEEPS_HERE)),
    Permission("panels.meeting.run", "Hold a meeting: presence, agenda, notes", (RUNS_MEETING,)),
    Permission("panels.case.decide", "Record what the panel decides", (CHAIRS_IT,)),
    Permission("panels.case.reopen", "Open the latest decision once more", (LEADS_IT,)),
)
