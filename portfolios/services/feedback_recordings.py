"""Recordings of what somebody said: written out, approved as what was said, and then the voice is deleted (D7-06)."""

from datetime import datetime

from django.core.files import File

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.files.choices import SOUNDS
from academy.engines.files.rules.recognition import kind_of
from academy.engines.files.services import files
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from portfolios.choices.evidence import NAMELESS, EvidenceState, Way
from portfolios.choices.feedback import WRITTEN_OUT
from portfolios.models import Evidence, Feedback
from portfolios.rules.feedback import Said
from portfolios.services.feedback_answers import checked
from portfolios.services.feedback_asks import Wish, begin
from portfolios.services.feedback_told import Told
from portfolios.workflow import EVIDENCE


@command("portfolios.feedback.hand_in_recording")
def hand_in_recording(*, told: Told, upload: File, by: Actor, at: datetime) -> Evidence:
    """Take in a recording of what somebody said. Until it is written out and approved only she who handed it in sees
    that it is there. Refuses without the speaker's yes, what is no sound, and what the files engine refuses.
    """
    if not told.said.agreed:
        raise Refused("Ask first: without a yes nothing is recorded and nothing is kept.", field="agreed")
    if not upload.size or kind_of(upload) not in SOUNDS:
        raise Refused("Choose a recording: a sound file of a kind named here.", field="recording")
    if told.said.on is not None and told.said.on > by.on:
        raise Refused("This day is still to come. Write the day on which it was said.", field="on")
    if told.giver not in NAMELESS:
        raise Refused("Ask a professional or a manager in the portal or by a link.", field="giver")
    wish = Wish(title=told.title, giver=told.giver, token=told.token)
    evidence = begin(wish=wish, way=Way.RECORDED, by=by, at=at)
    recording = files.store(upload=upload, by=by, at=at, takes=SOUNDS)
    Evidence.objects.filter(pk=evidence.pk).update(happened_on=told.said.on or by.on)
    Feedback.objects.filter(pk=evidence.pk).update(recording=recording, agreed_to_use=True)
    record(evidence, changed=("happened_on",), about=evidence.person_id, organisation=evidence.organisation_id)
    evidence.refresh_from_db()
    return evidence


@command("portfolios.feedback.write_out")
def write_out(*, evidence: Evidence, said: Said, by: Actor, at: datetime) -> Evidence:
    """Write out what a recording says, as often as it takes until it is approved. Refuses others, what is not a
    recording that waits, and what `answer` refuses.
    """
    _judge_recording(evidence, by=by)
    values = checked(evidence, said, by=by)
    Feedback.objects.filter(pk=evidence.pk).update(**values, written_out_by=by.person_id)
    record(evidence, about=evidence.person_id, organisation=evidence.organisation_id)
    evidence.refresh_from_db()
    return evidence


@command("portfolios.feedback.approve")
def approve(*, evidence: Evidence, by: Actor, at: datetime) -> Evidence:
    """Say that what is written out is what was said. From now on it is feedback like any other, and the voice is
    deleted. Refuses others, what is not written out, and what was approved before.
    """
    feedback = _judge_recording(evidence, by=by)
    if feedback.written_out_by_id is None or feedback.recording is None:
        raise Refused("Write out first what the recording says.")
    approved = apply(EVIDENCE, "keep", evidence, by=by, at=at, values={"changed_at": at})
    Feedback.objects.filter(pk=approved.pk).update(approved_at=at, given_at=at, read_at=at)
    files.withdraw(file=feedback.recording, reason=WRITTEN_OUT, by=by, at=at)
    approved.refresh_from_db()
    return approved


def _judge_recording(evidence: Evidence, *, by: Actor) -> Feedback:
    if not allows("portfolios.evidence.change", by, evidence):
        raise Refused("Only the person who handed the recording in can do this.")
    evidence.refresh_from_db()
    feedback: Feedback = evidence.feedback
    if evidence.state != EvidenceState.DRAFT or not feedback.is_recorded:
        raise Refused("There is no recording that waits to be written out.")
    return feedback
