"""One piece in a section: reading it, what it shows, its files, the newer version, taking it out."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.guard.pages import GuardedPage
from portfolios.forms.portfolios import ItemForm
from portfolios.models import Item, Section
from portfolios.rules.content import Piece
from portfolios.schema.template import SectionPart
from portfolios.selectors.pieces import entry_piece, pieces_of
from portfolios.selectors.portfolio_page import PieceRow, item_of, page_of, piece_row
from portfolios.selectors.templates import content_of_template
from portfolios.services.items import clear_files, renew, say_what_it_shows, take_out
from portfolios.views.portfolios.doors import OwnDoor


class ItemDoor(OwnDoor):
    """A view of one piece in one's own portfolio."""

    @cached_property
    def item(self) -> Item:
        found = item_of(self.thing, self.kwargs["item"])
        if found is None:
            raise Http404
        return found

    @property
    def section_url(self) -> str:
        return page_of(self.thing, self.item.section.code)

    @property
    def part(self) -> SectionPart | None:
        return content_of_template(self.thing.template).section(self.item.section.code)

    @property
    def item_url(self) -> str:
        return reverse("portfolios:item", args=[self.thing.pk, self.item.pk])


class ItemPage(GuardedPage, ItemDoor):
    """The piece as it is read, and what in it speaks to the section."""

    template_name = "portfolios/item.html"
    form_class = ItemForm
    done_message = "Saved."

    @property
    def guarded_thing(self) -> Section:
        """Whoever signs reads what was overruled of a section."""
        return self.item.section

    @cached_property
    def row(self) -> PieceRow:
        return piece_row(self.item)

    @property
    def piece(self) -> Piece:
        if self.item.evidence is not None:
            return pieces_of([self.item.evidence])[self.item.evidence.pk]
        return entry_piece(self.item.version)

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"shows": self.item.shows}}

    def read(self) -> dict[str, Any]:
        title = self.part.title if self.part else ""
        return {
            "title": self.row.held.title,
            "caption": title,
            "portfolio": self.thing,
            "item": self.item,
            "row": self.row,
            "piece": self.piece,
            "cancel_url": self.section_url,
            "crumbs": [*self.crumbs, (title, self.section_url), (self.row.held.title, "")],
        }

    def act(self, form: ItemForm) -> Model:
        return say_what_it_shows(item=self.item, shows=form.cleaned_data["shows"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.section_url


class ItemAct(ItemDoor, Act):
    """A button on the piece's page."""

    def next_page(self) -> str:
        return self.item_url


class ClearFiles(ItemAct):
    """Its files may stay in the edition without names."""

    done_message = "They stay in the edition without names."

    def act(self) -> Model:
        return clear_files(item=self.item, is_cleared=True, by=self.actor, at=self.now)


class KeepFilesOut(ItemAct):
    """Its files stay out of the edition without names."""

    done_message = "They stay out of the edition without names."

    def act(self) -> Model:
        return clear_files(item=self.item, is_cleared=False, by=self.actor, at=self.now)


class Renew(ItemAct):
    """The entry as it stands now takes the place of the version in the portfolio."""

    done_message = "The portfolio holds the newest version now."

    def act(self) -> Model:
        return renew(item=self.item, by=self.actor, at=self.now)


class TakeOut(ItemAct):
    """It leaves the section."""

    done_message = "Taken out. It stays where it came from."

    def act(self) -> Model:
        return take_out(item=self.item, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.section_url
