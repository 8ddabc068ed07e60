"""Who may do what with people's records. Codes are `app.noun.verb`."""

from academy.engines.access.permissions import Permission, declare
from academy.people.choices import RoleCode
from academy.people.givers import COLLEAGUE, HERSELF, LINE_MANAGER, STAFF, holder_for_person, holder_here

ACADEMY = holder_for_person("the academy of her organisation", RoleCode.ACADEMY_LEAD, RoleCode.ACADEMY_STAFF)
HR = holder_for_person("human resources of her organisation", RoleCode.HR)
PRINCIPAL = holder_for_person("the Principal Social Worker of her service", RoleCode.PRINCIPAL_SOCIAL_WORKER)
SERVICE_MANAGER = holder_for_person("the manager of her service", RoleCode.SERVICE_MANAGER)
AUDITOR = holder_for_person("the auditor of her organisation", RoleCode.AUDITOR)
KEEPERS = holder_here(
    "the academy, human resources or the administrator, here",
    RoleCode.ACADEMY_LEAD,
    RoleCode.ACADEMY_STAFF,
    RoleCode.HR,
    RoleCode.ADMINISTRATOR,
)

PERMISSIONS = declare(
    Permission("people.directory.see", "Find colleagues in the directory", (STAFF,)),
    Permission(
        "people.person.see",
        "See a colleague's name, job, team and work address",
        (HERSELF, COLLEAGUE, LINE_MANAGER, ACADEMY, HR),
    ),
    Permission(
        "people.record.see",
        "See posts, grades, registration and roles of a person over time",
        (HERSELF, LINE_MANAGER, SERVICE_MANAGER, PRINCIPAL, ACADEMY, HR, AUDITOR),
    ),
    Permission("people.absence.see", "See when a person was away", (HERSELF, LINE_MANAGER, ACADEMY, HR)),
    Permission("people.pay.see", "See a person's spinal point", (HERSELF, LINE_MANAGER, HR)),
    Permission("people.invitation.send", "Invite people to make an account", (KEEPERS,)),
    Permission("people.people.keep", "Add and change people, posts, roles and deputies", (KEEPERS,)),
)
