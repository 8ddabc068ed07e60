"""Who sees a cohort and works at its desk."""

from academy.engines.access.permissions import Permission, declare
from asye.givers import OVERSEES_HERE, RUNS_HERE, RUNS_WHERE_IT_IS

PERMISSIONS = declare(
    Permission("asye.cohort.see", "See the cohort board where one oversees the ASYE", (OVERSEES_HERE,)),
    Permission("asye.cohort.run", "Allocate assessors, nudge, plan workshops, send national returns", (RUNS_HERE,)),
    Permission("asye.report.see", "See reports on the whole ASYE, small numbers hidden", (RUNS_WHERE_IT_IS,)),
)
