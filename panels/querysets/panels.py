"""Which panels somebody knows of, and who sits on them."""

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.querysets import DatedQuerySet, holds_on
from panels.choices.panels import JUDGING, MemberSort

# Who sees panels as such, beside those who sit on them.
KEEPERS = (RoleCode.ACADEMY_LEAD, RoleCode.ACADEMY_STAFF, RoleCode.PANEL_CLERK, RoleCode.ASYE_COORDINATOR)


class PanelQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those on which she has a seat on her day, and those of an organisation where she runs panels."""
        if actor.person_id is None or actor.lacks_second_factor:
            return self.none()
        members: Any = apps.get_model("panels", "Member")._default_manager
        seated = members.filter(holds_on(actor.on), person_id=actor.person_id, panel_id=OuterRef("pk"))
        sits = Q(Exists(seated)) & Q(organisation_id__in=actor.reaches)
        runs = Q(organisation_id__in={role.organisation_id for role in actor.roles if role.code in KEEPERS})
        return self.filter(sits | runs)

    def held_on(self, day: Any) -> Self:
        """Those there are on the day."""
        return self.filter(holds_on(day))


class MemberQuerySet(DatedQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Those of panels she sees; a guest sees her own seat only."""
        panels: Any = apps.get_model("panels", "Panel")._default_manager
        seen = self.filter(panel__in=panels.visible_to(actor).order_by().values("pk"))
        full = self.model._default_manager.filter(
            holds_on(actor.on), person_id=actor.person_id, panel_id=OuterRef("panel_id")
        ).exclude(sort=MemberSort.GUEST)
        runs = Q(panel__organisation_id__in={role.organisation_id for role in actor.roles if role.code in KEEPERS})
        return seen.filter(Q(person_id=actor.person_id) | Q(Exists(full)) | runs)

    def judging(self) -> Self:
        """Those who judge and count towards the quorum."""
        return self.filter(seat__in=JUDGING)
