"""What academies of the walk's world keep of their offer, beside courses: both councils', each its own affair."""

from collections.abc import Callable
from datetime import date

from academy.engines.access.permissions import allows
from academy.engines.reference.choices import Origin
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.training.models import FocusTheme, Need, Platform, QualityReview, ReviewAction, Subscription
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.people import NOW
from tests.factories.training import (
    CourseFactory,
    ProgrammeFactory,
    PublishedTextFactory,
    QualityReviewFactory,
    ReviewActionFactory,
    TrainingPolicyFactory,
)
from tests.scenarios.small_world import SmallWorld

Told = tuple[str, str, str, Callable[[Actor], bool]]


def offer_kept(world: SmallWorld) -> list[Told]:
    """A focus theme, a need, a platform, a subscription, a programme, and a course for a group, of each council."""
    for council in (world.council, world.other_council):
        FocusTheme.objects.create(organisation=council, code="theme", title="A theme", from_on=TODAY)
        Need.objects.create(organisation=council, code="need", text=f"Zqneed{council.pk}", source="law")
        Platform.objects.create(organisation=council, code="platform", name=f"Zqplatform{council.pk}")
        Subscription.objects.create(organisation=council, code="s", name=f"Zqheld{council.pk}", short_name="S")
        PublishedTextFactory(organisation=council)
        CourseFactory(organisation=council, title="For all").audiences.create(organisation=council, who="all")
        ProgrammeFactory(organisation=council, title=f"Zqprogramme{council.pk}")
        _policy_to_come(council)
    review = QualityReviewFactory(organisation=world.council, title="Zqreview", findings="Zqfindings", held=True)
    action = ReviewActionFactory(review=review, owner=world.colleague, what="Zqreviewaction")
    other = world.other_council.pk

    def reaches_it(actor: Actor) -> bool:
        return other in actor.reaches

    def reads_policies(actor: Actor) -> bool:
        return actor.organisation_id == other and allows("desk.policy.see", actor)

    return [
        ("findings of a review", "Zqfindings", "academy_lead", _sees(review)),
        ("action of a review", "Zqreviewaction", "colleague", _sees(action)),
        *(
            (f"{what} elsewhere", f"Zq{what}{other}", "lead elsewhere", reaches_it)
            for what in ("need", "platform", "held", "programme")
        ),
        ("policy to come elsewhere", f"Zqpolicy{other}", "lead elsewhere", reads_policies),
    ]


def _policy_to_come(council: Organisation) -> None:
    """Published, and nobody but the academy reads it before it holds."""
    TrainingPolicyFactory(
        organisation=council,
        code="coming",
        valid_from=date(2030, 1, 1),
        origin=Origin.PUBLISHED,
        published_at=NOW,
        published_by=PersonFactory(),
        content={"lines": [{"text": f"Zqpolicy{council.pk}", "source": "A policy to come"}]},
    )


def _sees(thing: QualityReview | ReviewAction) -> Callable[[Actor], bool]:
    return lambda actor: bool(type(thing).objects.visible_to(actor).filter(pk=thing.pk).exists())
