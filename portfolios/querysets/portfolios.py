"""Filters of portfolios."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from academy.engines.access.querysets import barred, granted, held_on
from academy.identity.actor import Actor
from academy.people.selectors.answering import taken_in
from academy.people.selectors.line_management import deputies_for
from portfolios.choices.portfolios import OPEN_TO_AUTHOR, FillerRole, PortfolioState, SectionState, SignerRole
from portfolios.querysets.taken_in import OVERSEERS

SHARE = "portfolios.share"
# Given by the app that opened it to those who have a part in what it was opened for, as long as they have it.
PART = "asye.part"
# The same, by the line manager's part: whoever stands in for her reads it with her.
MANAGER = "asye.manager"
ENDED = (PortfolioState.WITHDRAWN,)


class PortfolioQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own; those one signs or endorsed; those handed in where one oversees; those one was let read, by its
        owner, by one's part in what it is for or for the line manager who has one, as long as one belongs to the
        organisation. A bar takes all but one's own away.
        """
        if actor.person_id is None:
            return self.none()
        mine = Q(person_id=actor.person_id)
        let = Q(granted(actor, self.model, SHARE, PART, MANAGER)) | self._stands_in(actor)
        shared = let & Q(organisation_id__in=actor.reaches)
        others = self._signs(actor) | self._endorsed(actor) | self._handed_in(actor) | shared
        return self.filter(mine | (others & ~Q(barred(actor, self.model)) & ~Q(state__in=ENDED)))

    def signed_by(self, actor: Actor) -> Self:
        """Those that wait for the actor's signature on her day."""
        return self.none() if actor.person_id is None else self.filter(self._signs(actor))

    def _signs(self, actor: Actor) -> Q:
        """As the named verifier, or as line manager of that day or the manager's deputy; never one's own."""
        verifies = Q(signer_role=SignerRole.VERIFIER, signer_id=actor.person_id)
        manages = Q(signer_role=SignerRole.LINE_MANAGER, person_id__in=actor.manages)
        reached = Q(organisation_id__in=actor.reaches)
        return Q(state=PortfolioState.SIGNING) & (verifies | (manages & reached)) & ~Q(person_id=actor.person_id)

    def _endorsed(self, actor: Actor) -> Q:
        """Those of people one manages, from the endorsement on."""
        states = (PortfolioState.ENDORSED, PortfolioState.SUBMITTED)
        return Q(state__in=states, person_id__in=actor.manages, organisation_id__in=actor.reaches)

    def _handed_in(self, actor: Actor) -> Q:
        return Q(state=PortfolioState.SUBMITTED) & taken_in(actor, *OVERSEERS)

    def _stands_in(self, actor: Actor) -> Q:
        """Those a line manager reads by that part, for whom the actor stands in on her day."""
        if actor.person_id is None or actor.lacks_second_factor or not actor.manages:
            return Q(pk__in=())
        read = held_on(actor.on, self.model, MANAGER).filter(
            person_id=OuterRef("person_id"), thing_id=OuterRef(OuterRef("pk"))
        )
        deputies = deputies_for(OuterRef("person_id"), OuterRef("organisation_id"), on=actor.on)
        return Q(Exists(deputies.filter(Exists(read), deputy_id=actor.person_id)), person_id__in=actor.manages)

    def open(self) -> Self:
        """Those its author can still change."""
        return self.filter(state__in=OPEN_TO_AUTHOR)

    def under_way(self) -> Self:
        """Those not handed in yet and not withdrawn."""
        return self.exclude(state__in=[PortfolioState.SUBMITTED, PortfolioState.WITHDRAWN])

    def due_by(self, on: date) -> Self:
        return self.under_way().filter(due_on__lte=on)


class SectionQuerySet(models.QuerySet[Any]):
    def held_by(self, actor: Actor) -> Self:
        """Sections that are the actor's to write in portfolios of others: as line manager of that day or the manager's
        deputy, or because the author named her; as long as she belongs to the organisation."""
        if actor.person_id is None:
            return self.none()
        holder = "portfolio__part_holders"
        named = Q(**{f"{holder}__person_id": actor.person_id, f"{holder}__role": F("filled_by")})
        manages = Q(filled_by=FillerRole.LINE_MANAGER, portfolio__person_id__in=actor.manages)
        held = self.filter(named | manages, portfolio__organisation_id__in=actor.reaches)
        return held.exclude(portfolio__person_id=actor.person_id).exclude(portfolio__state__in=ENDED).distinct()

    def to_write(self) -> Self:
        """Those that can be written now: not ready, or sent back, in a portfolio that is open."""
        sent_back = Q(returns__isnull=False, returns__answered_at__isnull=True)
        to_do = ~Q(state=SectionState.READY) | sent_back
        return self.filter(to_do, portfolio__state__in=OPEN_TO_AUTHOR).distinct()
