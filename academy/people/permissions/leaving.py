"""Who reads what leavers say, and who keeps support to qualify."""

from academy.engines.access.permissions import Permission, declare
from academy.people.choices import ACADEMY_ROLES, KEEPER_ROLES, RoleCode
from academy.people.givers import HERSELF, LINE_MANAGER, holder_of_all_here

HR = holder_of_all_here("human resources of the organisation", RoleCode.HR)
ACADEMY = holder_of_all_here("the academy or human resources, for the whole organisation", *ACADEMY_ROLES, RoleCode.HR)
KEEPERS = holder_of_all_here(
    "the academy, human resources or the administrator, for the whole organisation", *KEEPER_ROLES
)

PERMISSIONS = declare(
    Permission("people.leaving.see", "Read what a leaver says of her reasons", (HERSELF, HR)),
    Permission("people.leaving.answer", "Say why one leaves, and where one goes", (HERSELF,)),
    Permission("people.leaving.interview", "Hold an exit interview and write it down", (HR,)),
    Permission("people.leaving.decline", "Say that no exit interview is wanted", (HERSELF, HR)),
    Permission("people.leaving.take_back", "Say that somebody stays after all", (KEEPERS,)),
    Permission("people.leaving.list", "See who leaves, and whose exit interview is to come", (HR,)),
    Permission("people.leaving.count", "See how many leave, after how long and why, without names", (ACADEMY,)),
    Permission("people.qualifying.see", "See who is supported to qualify", (HERSELF, LINE_MANAGER, ACADEMY)),
    Permission("people.qualifying.keep", "Keep who is supported to qualify, and count who stays", (ACADEMY,)),
)
