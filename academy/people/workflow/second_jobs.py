"""A second job: declared, then allowed for a year or refused; it ends when she says so, or when it is allowed anew."""

from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor
from academy.people.choices.second_jobs import SecondJobState
from academy.people.models import SecondJob
from academy.people.rules.second_jobs import Week, can_work


def _within_the_limit(job: SecondJob, week: Week, by: Actor) -> Decision:
    return can_work(week)


SECOND_JOB = declare(
    Workflow(
        model_label="people.SecondJob",
        choices=SecondJobState,
        initial=SecondJobState.DECLARED,
        terminal=(SecondJobState.REFUSED, SecondJobState.WITHDRAWN, SecondJobState.ENDED),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="allow",
                source=(SecondJobState.DECLARED,),
                target=SecondJobState.ALLOWED,
                permission="people.second_job.decide",
                guard=_within_the_limit,
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="refuse",
                source=(SecondJobState.DECLARED,),
                target=SecondJobState.REFUSED,
                permission="people.second_job.decide",
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="withdraw",
                source=(SecondJobState.DECLARED,),
                target=SecondJobState.WITHDRAWN,
                permission="people.second_job.withdraw",
                stamps=("closed_at",),
            ),
            Transition(
                name="end",
                source=(SecondJobState.ALLOWED,),
                target=SecondJobState.ENDED,
                permission="people.second_job.end",
                stamps=("closed_at",),
            ),
        ),
    )
)
