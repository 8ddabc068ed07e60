"""A year as it is told to who moderates outside the employer: its record of support and assessment, recommendations
and what moderation said of them, and whom it names. What moderation noted for itself is not in it (D1-64, D1-65)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.people.selectors.current_terms import latest_terms
from academy.ui.wording import beginning
from asye.choices.ending import Test
from asye.choices.enrolments import Role
from asye.choices.year import ReviewState
from asye.models import Enrolment, Moderation, PlanGoal, Recommendation, Review
from asye.selectors.agreements import agreement_page
from asye.selectors.held import checks_of
from asye.selectors.papers import signed_agreement
from asye.selectors.promises import promises_of
from asye.selectors.recommendations import numbered
from asye.selectors.review_page import page_of
from portfolios.rules.content import Named
from portfolios.selectors.names import TEAM, each_once, names_of, names_of_organisation

NQSW = f"the {Role.NQSW.label}"
COLLEAGUE, MODERATOR = "a colleague", "a moderator"


@dataclass(frozen=True, kw_only=True)
class PartOutside:
    """One part of what is told: short facts, and what somebody wrote under a heading."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()


def parts_outside(recommendation: Recommendation, *, actor: Actor) -> tuple[PartOutside, ...]:
    """The agreement, the promises, each review all signed, and each recommendation up to this one with what moderation
    said of it. A number of queries that grows with the reviews of the year alone."""
    year = recommendation.enrolment
    made = year.recommendations.filter(number__lte=recommendation.number).order_by("number")
    said = {each.recommendation_id: each for each in Moderation.objects.filter(recommendation__in=made)}
    titles = {each.code: each.title for each in checks_of(year, on=actor.on)}
    reviews = year.reviews.filter(state=ReviewState.LOCKED).select_related("milestone", "enrolment__policy")
    found = [_support(year, actor), *(_reviewed(each, actor) for each in reviews.order_by("milestone__due_on", "pk"))]
    for each in made:
        found.append(_recommended(each))
        found += [_moderated(said[each.pk], titles, number=each.number)] if each.pk in said else []
    return tuple(found)


def names_outside(recommendation: Recommendation, *, on: date) -> tuple[Named, ...]:
    """Whom a year names: she, all who have or had a part in it, who recommended and moderated, who added to a review,
    the employer and the team she is in on the day. Each with what stands for it. Seven queries."""
    return each_once(_names(recommendation.enrolment, on))


def _names(year: Enrolment, on: date) -> Iterator[Named]:
    yield from names_of(year.person, NQSW)
    for part in year.parts.select_related("person"):
        yield from names_of(part.person, f"the {Role(part.role).label}")
    for made in year.recommendations.select_related("person"):
        yield from names_of(made.person, f"the {Role.ASSESSOR.label}")
    for said in Moderation.objects.filter(recommendation__enrolment=year).select_related("recorded_by"):
        yield from names_of(said.recorded_by, MODERATOR)
    for review in year.reviews.prefetch_related("addenda__written_by"):
        for added in review.addenda.all():
            yield from names_of(added.written_by, COLLEAGUE)
    yield from names_of_organisation(year.organisation)
    terms = latest_terms(year.person_id, year.organisation_id, on=on)
    if terms is not None:
        yield Named(name=terms.team.name, instead=TEAM, is_whole=True)


def _support(year: Enrolment, actor: Actor) -> PartOutside:
    """What was agreed, and how far it was kept."""
    kept = promises_of([year], on=actor.on)[year.pk]
    agreement = signed_agreement(year)
    texts = agreement_page(agreement, on=actor.on).texts if agreement is not None else ()
    facts = (
        ("Programme", year.policy.title),
        ("Supervision", f"{len(kept.held)} of {len(kept.due)} sessions held"),
        ("Protected time", f"Kept in {len(kept.kept)} of {len(kept.answered)} weeks she spoke of"),
        ("Workload", f"More than agreed in {len(kept.over)} of these weeks"),
    )
    return PartOutside(title="Support", facts=facts, texts=tuple(each for each in texts if each[1]))


def _reviewed(review: Review, actor: Actor) -> PartOutside:
    page = page_of(review, actor)
    goals = [f"{each.need}, by {in_words(each.by_on)}: {each.how}" for each in page.goals]
    results = [f"{each.need}: {_became(each)}" for each in page.results]
    texts = [(section.words, section.text) for section in page.sections if section.text]
    texts += [("What became of the plan before", "\n".join(results))] if results else []
    texts += [("Development plan", "\n".join(goals))] if goals else []
    texts += [("Added afterwards", each.words) for each in page.addenda]
    held = [("Held on", in_words(review.held_on))] if review.held_on is not None else []
    facts = (*held, ("How it went", review.get_progress_display()))
    return PartOutside(title=review.milestone.title, facts=facts, texts=tuple(texts))


def _became(goal: PlanGoal) -> str:
    said = goal.get_result_display() or "not said"
    return f"{said}. {goal.result_words}" if goal.result_words else said


def _recommended(made: Recommendation) -> PartOutside:
    gaps = "\n".join(f"{each['title']}: {each['why']}" for each in made.gaps)
    texts = (
        ("Report", made.report),
        ("What she does well", made.strengths),
        ("What she learns next", made.next_steps),
        ("What is missing, and why", gaps),
        ("Why it could not be foreseen", made.unforeseen),
        ("Answer to moderation", made.answer),
    )
    return PartOutside(
        title=numbered("Final report", made.number),
        facts=(("Recommended", made.get_outcome_display()),),
        texts=tuple(each for each in texts if each[1]),
    )


def _moderated(said: Moderation, titles: dict[str, str], *, number: int) -> PartOutside:
    checks = tuple((titles.get(code, beginning(code)), _yes(met)) for code, met in said.checks.items())
    tests = tuple((str(test.label), _yes(said.tests[test])) for test in Test if test in said.tests)
    texts = (("To the assessor", said.to_assessor), (f"To {NQSW}", said.to_nqsw))
    return PartOutside(
        title=numbered("Moderation", number),
        facts=(("Result", said.get_result_display()), ("On", in_words(said.moderated_on)), *checks, *tests),
        texts=tuple(each for each in texts if each[1]),
    )


def _yes(is_so: bool) -> str:
    return "Yes" if is_so else "No"
