"""Who may do what with people's records. Codes are `app.noun.verb`.

Whoever may see something of a person's record may see that she is there: `people.person.see` is given by everybody who
gives one of the others, and `selectors.people.visible_to` lists the same people.
"""

from academy.engines.access.permissions import SIGNED_IN, Permission, declare
from academy.people.choices import ACADEMY_ROLES, KEEPER_ROLES, RECORD_ROLES, RESERVED_ROLE_GIVERS, RoleCode
from academy.people.givers import (
    COLLEAGUE,
    GRANTED,
    HERSELF,
    LINE_MANAGER,
    STAFF,
    answerer_for,
    holder_for_person,
    holder_here,
    holder_of_all_here,
    keeper_of_person,
    opener_here,
)

ACADEMY = keeper_of_person("the academy of her organisation", *ACADEMY_ROLES)
HR = keeper_of_person("human resources of her organisation", RoleCode.HR)
KEEPER = keeper_of_person("the academy, human resources or the administrator of her organisation", *KEEPER_ROLES)
IN_CHARGE = holder_for_person("the Principal Social Worker, service manager or auditor, for her place", *RECORD_ROLES)
KEEPERS = holder_here("the academy, human resources or the administrator, here", *KEEPER_ROLES)
KEEPERS_OF_ALL = holder_of_all_here(
    "the academy, human resources or the administrator, for the whole organisation", *KEEPER_ROLES
)
LEADS = holder_of_all_here("the academy lead or the administrator, for the whole organisation", *RESERVED_ROLE_GIVERS)
OPENERS = opener_here("the academy lead or the administrator of a council or partnership", *RESERVED_ROLE_GIVERS)
ANSWERERS = answerer_for(
    "the academy lead or the administrator of the organisation that added it, until it has one who can sign in",
    *RESERVED_ROLE_GIVERS,
)
READERS = holder_here("the Principal Social Worker, a service manager or the auditor, here", *RECORD_ROLES)

PERMISSIONS = declare(
    Permission("people.directory.see", "Find colleagues in the directory", (STAFF, KEEPERS, READERS)),
    Permission(
        "people.person.see",
        "See a colleague's name, job, team and work address",
        (HERSELF, COLLEAGUE, LINE_MANAGER, IN_CHARGE, KEEPER, GRANTED),
    ),
    Permission(
        "people.record.see",
        "See posts, grades, registration and roles of a person over time",
        (HERSELF, LINE_MANAGER, IN_CHARGE, ACADEMY, HR),
    ),
    Permission("people.absence.see", "See when a person was away", (HERSELF, LINE_MANAGER, ACADEMY, HR)),
    Permission("people.pay.see", "See a person's spinal point", (HERSELF, LINE_MANAGER, HR)),
    Permission("people.invitation.send", "Invite a person to make an account", (KEEPER,)),
    Permission("people.invitation.keep", "See, send again and withdraw invitations", (KEEPERS,)),
    Permission("people.people.keep", "Add and change people, posts, roles and deputies", (KEEPER, KEEPERS)),
    Permission("people.absence.keep", "Enter when a person is away and when she is back", (ACADEMY, HR)),
    Permission("people.organisation.keep", "Add people, and keep services, teams and partners", (KEEPERS_OF_ALL,)),
    Permission("people.organisation.add", "Add an organisation with its first keeper", (OPENERS,)),
    Permission("people.organisation.change", "Change or end an organisation", (LEADS, ANSWERERS)),
    Permission("people.keeper.name", "Name the first keeper of an organisation", (ANSWERERS,)),
    Permission("people.account.keep", "Keep one's own account, session and acting organisation", (SIGNED_IN,)),
)
