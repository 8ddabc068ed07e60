"""The card of self-audits: the last of one's own, and how it stands."""

from django.urls import reverse

from academy.development.hub.cards import Card, CardSource, declare
from academy.development.selectors.audits import own_audits
from academy.identity.actor import Actor


def _audits(actor: Actor) -> list[Card]:
    last = own_audits(actor).first()
    return [
        Card(
            title="Self-audits",
            url=reverse("development:audits"),
            says=f"{last.framework.framework.short_name}, {last.get_purpose_display().lower()}."
            if last
            else "How you see your practice, and how your supervisor does.",
            state=last.standing.state if last else None,
            button="Go on" if last and last.is_open else "Begin a self-audit",
            button_url=last.get_absolute_url() if last and last.is_open else reverse("development:start-audit"),
        )
    ]


declare(CardSource(key="development.audit", order=55, read=_audits))
