"""Who fills the sections of a portfolio that are not its author's, and what waits to be written by whom."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Terms
from academy.people.querysets import holds_on
from portfolios.choices.portfolios import FillerRole
from portfolios.models import PartHolder, Portfolio, Section
from portfolios.selectors.templates import content_of_template

Holders = dict[str, Person]


def holders_of(portfolios: Collection[Portfolio], *, on: date) -> dict[int, Holders]:
    """Who fills sections in each of these portfolios, by role: whom the author named, and her line manager of the day.

    Two queries at most for however many; none where the author fills everything.
    """
    shared = [each for each in portfolios if content_of_template(each.template).fillers]
    found: dict[int, Holders] = {each.pk: {} for each in portfolios}
    if not shared:
        return found
    for holder in PartHolder.objects.filter(portfolio__in=shared).select_related("person"):
        found[holder.portfolio_id][holder.role] = holder.person
    managers = _managers(shared, on=on)
    for each in shared:
        manager = managers.get((each.person_id, each.organisation_id))
        if manager is not None:
            found[each.pk][FillerRole.LINE_MANAGER] = manager
    return found


def _managers(portfolios: Iterable[Portfolio], *, on: date) -> dict[tuple[int, int], Person]:
    """The line manager of each author where her portfolio is, of her first post that has one."""
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), line_manager__isnull=False)
    theirs = held.filter(post__person_id__in=[each.person_id for each in portfolios])
    hers = theirs.select_related("post", "line_manager")
    found: dict[tuple[int, int], Person] = {}
    for terms in hers.order_by("-post__is_primary", "post__from_on", "pk"):
        post = terms.post
        if terms.line_manager_id != post.person_id and terms.line_manager is not None:
            found.setdefault((post.person_id, post.organisation_id), terms.line_manager)
    return found


def parts_held(actor: Actor) -> QuerySet[Section]:
    """Sections of others' portfolios that are the actor's to write, with what a page reads of them."""
    beside = ("portfolio__person", "portfolio__organisation", "portfolio__template", "written_by")
    held: QuerySet[Section] = Section.objects.held_by(actor).select_related(*beside)
    return held


def parts_to_write(actor: Actor) -> QuerySet[Section]:
    """Those that wait to be written now, of the portfolio due next first. One query."""
    beside = ("portfolio__person", "portfolio__template")
    waiting: QuerySet[Section] = Section.objects.held_by(actor).to_write().select_related(*beside)
    return waiting.order_by("portfolio__due_on", "pk")


def page_of_part(pk: int) -> str:
    """Where unsent words of a part lead back to; empty where the section is gone. One query."""
    found = Section.objects.filter(pk=pk).first()
    return found.part_url if found is not None else ""
