"""Who sees what was handed in everywhere in an organisation, beside its owner and who signs (D7-09)."""

from academy.people.choices import ACADEMY_ROLES, RoleCode

OVERSEERS = (*ACADEMY_ROLES, RoleCode.PRINCIPAL_SOCIAL_WORKER)
