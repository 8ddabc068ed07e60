from academy.engines.access.permissions import SIGNED_IN, Permission, declare
from academy.people.choices import RoleCode
from academy.people.givers import holder_of_all_here
from panels.givers import KEEPS_HERE, LEADS_HERE, RUNS_CASES, RUNS_MEETING, SITS
from panels.querysets.samples import KEEPERS

RUNS_MODERATION = holder_of_all_here("who runs moderation for the organisation", *KEEPERS)
COMPARES = holder_of_all_here(
    "academy lead or chief officer of the organisation", RoleCode.ACADEMY_LEAD, RoleCode.CHIEF_OFFICER
)

PERMISSIONS = declare(
    Permission("panels.policy.publish", "Publish the rules of a panel", (LEADS_HERE,)),
    Permission("panels.home.see", "See one's own part in panels", (SIGNED_IN,)),
    Permission("panels.panel.see", "See a panel and who sits on it", (SITS, KEEPS_HERE)),
    Permission("panels.panel.keep", "Set up a panel, give and end seats, take up a sitting", (LEADS_HERE,)),
    Permission("panels.meeting.place", "Say when and where a panel meets", (RUNS_MEETING, LEADS_HERE)),
    Permission("panels.load.see", "See how much each reviewer has, and how long reviews take", (LEADS_HERE,)),
    Permission("panels.fairness.see", "See outcomes compared between groups", (COMPARES,)),
    Permission("panels.stuck.see", "See cases that wait too long where one runs panels", (RUNS_CASES,)),
    Permission("panels.sample.draw", "Draw a sample of moderated ASYEs, and keep what comes back", (RUNS_MODERATION,)),
)
