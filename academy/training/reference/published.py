"""What an academy lead publishes of training: how it is decided, and what is required of whom."""

from academy.engines.reference.publishing.kinds import PublishedKind, declare_published
from academy.training.models import RequirementMatrix, TrainingPolicy
from academy.training.schema.matrix import MatrixFile
from academy.training.schema.policy import TrainingPolicyFile
from academy.training.services import matrices, policies

EXAMPLE = """\
soon_days: 60                      # what runs out within so many days is told as running out soon
lines:                             # each line asks one thing of some people
- code: safeguarding-adults
  source: Care Act statutory guidance, section 14
  audiences: [{service_kind: adults}]                # or a job_role, a team, a grade, a profession; several in a list
  requires: {course: safeguarding-adults}            # the code of a course of your offer
- code: moving-and-handling
  source: Asked of occupational therapists every year
  audiences: [{profession: occupational_therapist}]
  requires: {course: {code: moving-and-handling, within_months: 12}}
"""

TRAINING = PublishedKind(
    code="training",
    words="How training is decided",
    about="Who agrees to what and from which limit on, and how long places are kept.",
    concerns="Everybody who asks for training or books a place from that day on, and whoever decides on it.",
    keeps="A request that was handed in before stays under the version it was handed in under.",
    model=TrainingPolicy,
    schema=TrainingPolicyFile,
    publish=policies.publish,
    permission="training.policy.publish",
    order=10,
)
REQUIREMENTS = PublishedKind(
    code="requirements",
    words="What is required of whom",
    about="Which courses people of which service, job, team or grade must have done, and for how long they count.",
    concerns="Everybody whom one of its lines names, from that day on.",
    keeps="What was completed stays completed. Whether it is enough is judged by the version of the day.",
    model=RequirementMatrix,
    schema=MatrixFile,
    publish=matrices.publish,
    permission="training.policy.publish",
    order=15,
    unknown=matrices.unknown_in,
    example=EXAMPLE,
)

declare_published(TRAINING, REQUIREMENTS)
