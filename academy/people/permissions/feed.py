"""Who takes in what the HR system says, and who knows staff numbers."""

from academy.engines.access.permissions import Permission, declare
from academy.people.choices import RoleCode
from academy.people.givers import HERSELF, holder_of_all_here

HR = holder_of_all_here("human resources of the organisation", RoleCode.HR)

PERMISSIONS = declare(
    Permission("people.staff_number.see", "See a staff number", (HERSELF, HR)),
    Permission("people.feed.take_in", "Take in starters, movers and leavers from the HR system", (HR,)),
)
