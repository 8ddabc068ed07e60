"""How groups of people fared, also by what they answered for equality monitoring: totals with small numbers hidden.
No answer of anybody leaves this module, and nobody is named."""

from collections.abc import Iterable, Sequence
from datetime import date

from academy.people.models import MonitoringAnswer
from academy.people.rules.compared import Compared, Comparison, Grouping, Results, compared, comparison
from academy.people.schema.monitoring import NOT_SAID, MonitoringPart
from academy.people.selectors.monitoring import LEAST, form_for

# Somebody, and which of the results of each question became hers.
Fared = tuple[int, tuple[int, ...]]


def comparison_of(
    organisation_id: int | None,
    fared: Sequence[Fared],
    groupings: Iterable[Grouping],
    *,
    results: Sequence[Results],
    on: date,
) -> Comparison:
    """Everybody, each of the groupings, and each question that the organisation asks on the day. Two queries for any
    number of people; none where they are too few."""
    told = comparison([came for _, came in fared], groupings, results=results, least=LEAST)
    if told.everybody is None:
        return told
    answers = compared_by_answers(organisation_id, fared, results=results, on=on)
    return Comparison(told.everybody, [*told.tables, *(each for each in answers if each.is_told)])


def compared_by_answers(
    organisation_id: int | None, fared: Sequence[Fared], *, results: Sequence[Results], on: date
) -> list[Compared]:
    """A comparison for each question that the organisation asks on the day. Who has not answered counts with those who
    prefer not to say, so that it is always about the same people. Empty where they are too few, or nothing is asked.
    Two queries for any number of people."""
    form = form_for(organisation_id, on=on)
    if form is None:
        return []
    found = (_by_question(form, fared, at, results=results) for at in _answers(form, {each for each, _ in fared}))
    return [each for each in found if each is not None]


def _answers(form: MonitoringPart, people: set[int]) -> list[tuple[int, dict[int, str]]]:
    """The place of each question of the form, with the answers of these people."""
    rows = MonitoringAnswer.objects.filter(person_id__in=people).values_list("question", "person_id", "answer")
    given: dict[str, dict[int, str]] = {}
    for question, person_id, answer in rows.order_by():
        given.setdefault(question, {})[person_id] = answer
    return [(at, given.get(question.code, {})) for at, question in enumerate(form.questions)]


def _by_question(
    form: MonitoringPart, fared: Sequence[Fared], at: tuple[int, dict[int, str]], *, results: Sequence[Results]
) -> Compared | None:
    place, given = at
    question = form.questions[place]
    codes = [code for code, _ in question.choices]
    not_said = codes.index(NOT_SAID)
    answered = {person_id: codes.index(answer) for person_id, answer in given.items() if answer in codes}
    words = [words for _, words in question.choices]
    placed = [(answered.get(person_id, not_said), came) for person_id, came in fared]
    return compared(question.asks, words, placed, results=results, least=LEAST)
