"""The ways from where panels are opened to pages of no one case: each shown to who may open it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor


@dataclass(frozen=True)
class Way:
    """What a page is called, the name of its address, and the permission it asks for."""

    words: str
    url_name: str
    permission: str

    @property
    def url(self) -> str:
        return reverse(self.url_name)


WAYS = (
    Way("Waiting too long", "panels:stuck", "panels.stuck.see"),
    Way("Put ASYEs to a panel", "panels:moderation", "panels.moderation.begin"),
    Way("Samples to read", "panels:outside", "panels.sample.answer"),
    Way("Samples of moderation", "panels:samples", "panels.sample.draw"),
    Way("Themes of moderation", "panels:themes", "panels.theme.keep"),
    Way("The year’s plan of moderation", "panels:year-plan", "panels.theme.keep"),
    Way("Summary report of moderation", "panels:summary", "panels.summary.see"),
    Way("Outcomes for staff records", "panels:staff-file", "panels.staff_file.have"),
    Way("Eligible for appointment", "panels:eligible", "panels.appointment.follow"),
    Way("Reviewers’ load", "panels:load", "panels.load.see"),
    Way("Outcomes compared", "panels:fairness", "panels.fairness.see"),
    Way("Set up a panel", "panels:set-up", "panels.panel.keep"),
)


def ways_for(actor: Actor) -> Iterator[Way]:
    """Those the actor may open, in their order."""
    yield from (way for way in WAYS if allows(way.permission, actor))
