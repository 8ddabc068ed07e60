from academy.engines.access.permissions import Permission, declare
from panels.givers import CHAIRS_IT, KEEPS_HERE, LEADS_IT, RUNS_ITEM, RUNS_MEETING, SITS

PERMISSIONS = declare(
    Permission("panels.meeting.see", "See a meeting of a panel", (SITS, KEEPS_HERE)),
    Permission("panels.meeting.run", "Hold a meeting: open and close it, note who is there", (RUNS_MEETING,)),
    Permission("panels.item.run", "Call a case to the table, keep its notes, go on to the next", (RUNS_ITEM,)),
    Permission("panels.case.decide", "Record what the panel decides", (CHAIRS_IT,)),
    Permission(
        "panels.case.reopen", "Open the latest decision once more; of one that is told the lead", (CHAIRS_IT, LEADS_IT)
    ),
)
