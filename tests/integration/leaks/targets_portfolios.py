"""What addresses of portfolios, their sections and pieces, and of templates to begin from can name in the walk."""

from academy.identity.actor import Actor
from portfolios.models import Item, Portfolio, PortfolioTemplate, Section
from portfolios.selectors.templates import templates_for
from tests.integration.leaks.addresses import Target

Named = dict[tuple[str, str], list[Target]]


def of_portfolios() -> Named:
    """Sections and pieces are named with their portfolio; a template is known where it can be begun."""
    sections = Section.objects.select_related("portfolio")
    items = Item.objects.select_related("section__portfolio")
    return {
        ("Portfolio", "pk"): [Target(each, {"pk": each.pk}) for each in Portfolio.objects.all()],
        ("Portfolio", "pk code"): [
            Target(each.portfolio, {"pk": each.portfolio_id, "code": each.code}) for each in sections
        ],
        ("part holder", "pk role"): [
            Target(each, {"pk": each.pk, "role": "practice_educator"}) for each in Portfolio.objects.all()
        ],
        ("Section", "pk"): [_part(each) for each in Section.objects.all()],
        ("Portfolio", "pk item"): [
            Target(each.section.portfolio, {"pk": each.section.portfolio_id, "item": each.pk}) for each in items
        ],
        ("BeginPortfolio", "template"): [_begun(each) for each in PortfolioTemplate.objects.all()],
    }


def _part(section: Section) -> Target:
    def known(actor: Actor) -> bool:
        return bool(Section.objects.held_by(actor).filter(pk=section.pk).exists())

    return Target(section, {"pk": section.pk}, known)


def _begun(template: PortfolioTemplate) -> Target:
    def known(actor: Actor) -> bool:
        return template in templates_for(actor.organisation_id, on=actor.on)

    return Target(None, {"template": template.pk}, known)
