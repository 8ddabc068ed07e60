"""Parts of others' portfolios that somebody is to write."""

from datetime import date

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from portfolios.models import Section
from portfolios.selectors.parts import parts_to_write
from portfolios.selectors.templates import content_of_template


def _to_write(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Write “{_title(each)}” for {each.portfolio.person.full_name}",
            why="A part of her portfolio that is yours to write.",
            url=each.part_url,
            action="Write it",
            due_on=each.portfolio.due_on,
        )
        for each in parts_to_write(actor)
    ]


def _title(section: Section) -> str:
    part = content_of_template(section.portfolio.template).section(section.code)
    return part.title if part is not None else section.code


declare(Provider("portfolios.part", _to_write))
