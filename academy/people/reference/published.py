"""What an academy lead publishes of people's policies: second jobs, and the questions of equality monitoring."""

from academy.engines.reference.publishing.kinds import PublishedKind, declare_published
from academy.people.models import MonitoringForm, SecondJobPolicy
from academy.people.reference import previews
from academy.people.schema.monitoring import MonitoringFile
from academy.people.schema.second_jobs import SecondJobPolicyFile
from academy.people.services import monitoring_forms, second_job_policies

SECOND_JOBS = PublishedKind(
    code="second-jobs",
    words="Second jobs",
    about="Who permits work for somebody else, and how many hours a week all jobs may come to.",
    concerns="Everybody with a post who declares a second job from that day on.",
    keeps="A job that was declared before stays under the version it was declared under, until it is declared again.",
    model=SecondJobPolicy,
    schema=SecondJobPolicyFile,
    publish=second_job_policies.publish,
    permission="people.policy.publish",
    order=60,
    unknown=second_job_policies.unknown_in,
    preview=previews.second_jobs,
)
MONITORING = PublishedKind(
    code="equality-monitoring",
    words="Equality monitoring",
    about="What people are asked about themselves, freely, and which answers they can choose.",
    concerns="Everybody with a post, who may answer or not.",
    keeps="Answers given before are kept; they are counted where the same question is still asked.",
    model=MonitoringForm,
    schema=MonitoringFile,
    publish=monitoring_forms.publish,
    permission="people.policy.publish",
    order=65,
    preview=previews.monitoring,
)

declare_published(SECOND_JOBS, MONITORING)
