"""A vacancy: planned, open between its first and last day, closed, and filled or withdrawn."""

from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor
from academy.people.choices.vacancies import VacancyState
from academy.people.models import Vacancy
from academy.people.rules.spans import Span
from academy.people.rules.vacancies import can_open


def _within_its_days(vacancy: Vacancy, facts: object, by: Actor) -> Decision:
    return can_open(Span(vacancy.opens_on, vacancy.closes_on), on=by.on)


VACANCY = declare(
    Workflow(
        model_label="people.Vacancy",
        choices=VacancyState,
        initial=VacancyState.PLANNED,
        terminal=(VacancyState.FILLED, VacancyState.WITHDRAWN),
        organisation="organisation_id",
        transitions=(
            Transition(
                name="open",
                source=(VacancyState.PLANNED,),
                target=VacancyState.OPEN,
                permission="people.vacancy.turn",
                guard=_within_its_days,
                stamps=("opened_at",),
            ),
            Transition(
                name="close",
                source=(VacancyState.OPEN,),
                target=VacancyState.CLOSED,
                permission="people.vacancy.turn",
                stamps=("closed_at",),
            ),
            Transition(
                name="fill",
                source=(VacancyState.CLOSED,),
                target=VacancyState.FILLED,
                permission="people.vacancy.keep",
                stamps=("filled_at",),
            ),
            Transition(
                name="withdraw",
                source=(VacancyState.PLANNED, VacancyState.OPEN, VacancyState.CLOSED),
                target=VacancyState.WITHDRAWN,
                permission="people.vacancy.keep",
                note_required=True,
                stamps=("withdrawn_at",),
            ),
        ),
    )
)
