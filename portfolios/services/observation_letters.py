"""What goes to the observer of an observation: notices, and one-time links for somebody outside."""

from datetime import datetime

from django.utils import timezone

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.links.services import links
from academy.engines.links.services.links import Holder, MadeLink
from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.engines.notify.writing import Outsider
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from portfolios.choices.evidence import EvidenceState
from portfolios.links.observations import JUDGE, OBSERVE
from portfolios.models import Evidence, Observation
from portfolios.notices import observations as told
from portfolios.notices.observations import ObservationContext, ObservationLinkContext
from portfolios.selectors.policies import policy_for

PURPOSES = {
    EvidenceState.ASKED: (OBSERVE, told.OBSERVE_LINK),
    EvidenceState.REFLECTED: (JUDGE, told.JUDGE_LINK),
}


@command("portfolios.observation.send_link")
def send_link(*, evidence: Evidence, by: Actor, at: datetime) -> MadeLink:
    """Mail a link to the observer outside, to write or to judge, as it stands; the one before works no more.

    It works as long as the policy says, while an observation is ahead as long after it. Refuses one by a
    colleague, and one that does not wait for the observer.
    """
    if not allows("portfolios.evidence.change", by, evidence):
        raise Refused("Only the person whose practice it is can send the link.")
    observation = Observation.objects.get(pk=evidence.pk)
    found = PURPOSES.get(EvidenceState(evidence.state))
    if found is None or not observation.is_by_outsider:
        raise Refused("Nobody outside is waited for now, so there is no link to send.")
    purpose, kind = found
    days = policy_for(evidence.organisation_id, by.on).periods.observation_link
    made = links.make(
        purpose=purpose,
        subject=evidence,
        holder=Holder(observation.outsider_name, observation.outsider_email),
        by=by,
        at=at,
        valid_days=max((observation.planned_on - by.on).days, 0) + days,
    )
    context = ObservationLinkContext(
        who=evidence.person.full_name,
        day=in_words(observation.planned_on),
        organisation=evidence.organisation.name,
        last_day=in_words(timezone.localdate(made.link.expires_at)),
        url=made.url,
    )
    to = Outsider(observation.outsider_name, observation.outsider_email)
    notices.send_outside(kind=kind, to=to, context=context, by=by, at=at)
    record(evidence, about=evidence.person_id, organisation=evidence.organisation_id)
    return made


def tell_observer(kind: NoticeKind, evidence: Evidence, *, by: Actor, at: datetime) -> None:
    """Tell who observes; somebody outside by mail, as long as her address is kept."""
    observation = Observation.objects.select_related("observer").get(pk=evidence.pk)
    said = {"who": evidence.person.full_name, "day": in_words(observation.planned_on)}
    if observation.observer is not None:
        page = "" if evidence.state in GONE else evidence.get_absolute_url()
        context = ObservationContext(**said, url=page)
        notices.send(kind=kind, to=observation.observer, context=context, by=by, at=at)
    elif observation.outsider_email:
        to = Outsider(observation.outsider_name, observation.outsider_email)
        notices.send_outside(kind=kind, to=to, context=ObservationContext(**said), by=by, at=at)


GONE = (EvidenceState.DRAFT, EvidenceState.WITHDRAWN)


def tell_practitioner(kind: NoticeKind, evidence: Evidence, *, by: Actor, at: datetime) -> None:
    """Tell whose practice it is what the observer did."""
    day = in_words(evidence.observation.planned_on)
    context = ObservationContext(who=by.label, day=day, url=evidence.get_absolute_url())
    notices.send(kind=kind, to=evidence.person, context=context, by=by, at=at)


def forget_outsider(evidence: Evidence, *, by: Actor, at: datetime) -> None:
    """Delete the address of an observer outside, if there is one, and who held its links."""
    kept = Observation.objects.filter(pk=evidence.pk).exclude(outsider_email="").first()
    if kept is not None:
        _forget(observation=kept, by=by, at=at)


@command("portfolios.observation.forget_outsider")
def _forget(*, observation: Observation, by: Actor, at: datetime) -> None:
    """The name stays with the piece, whose meaning rests on it; of links and audit it is deleted with the address (UK
    GDPR Art 5(1)(e)). That is the portal's own act: a holder's name goes while she acts."""
    piece = observation.evidence
    portal = Actor.system("retention", on=by.on)
    for purpose in (OBSERVE, JUDGE):
        links.scrub_all(purpose=purpose, subject=piece, by=portal, at=at)
    observation.outsider_email = ""
    observation.save(update_fields=["outsider_email"])
    record(observation, changed=("outsider_email",), about=piece.person_id, organisation=piece.organisation_id)
