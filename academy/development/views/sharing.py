"""Sharing an entry, ending it, and noting that it was talked about."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.forms.sharing import ShareForm, TalkForm
from academy.development.models import Share
from academy.development.selectors.colleagues import Colleague, colleagues_to_choose
from academy.development.selectors.shared import talk_partners, title_for
from academy.development.services.sharing import discuss, end_share, share
from academy.development.views.doors import EntryAct, EntryDoor
from academy.engines.access.form_pages import FormPage
from academy.ui.forms.people import PersonSearch


class ShareEntry(EntryDoor, FormPage):
    """Choose a colleague: the nearest ones are there, everybody else is found by name. Works without script."""

    permission = "development.entry.share"
    template_name = "development/share.html"
    form_class = ShareForm
    title = "Share this entry"
    done_message = "Shared. They read it as it stands now; what you change later is not seen until you share it again."

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague]:
        return colleagues_to_choose(
            self.asked, near=self.actor.person_id, organisation_id=self.thing.organisation_id, on=self.actor.on
        )

    def form_arguments(self) -> dict[str, Any]:
        return {"colleagues": self.colleagues}

    def read(self) -> dict[str, Any]:
        return {
            "entry": self.thing,
            "asked": self.asked,
            "colleagues": self.colleagues,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [("My year", "/cpd/"), (self.thing.name, self.thing.get_absolute_url()), ("Share", "")],
        }

    def act(self, form: ShareForm) -> Model:
        note = form.cleaned_data["note"]
        share(entry=self.thing, person=form.chosen_person, note=note, by=self.actor, at=self.now)
        return self.thing


class EndShare(EntryAct):
    """The author ends a share."""

    permission = "development.entry.share"
    done_message = "The sharing has ended. They can open the entry no more."

    def act(self) -> Share:
        found: Share = self.find(self.thing.shares.select_related("entry", "person"), pk=self.kwargs["share"])
        return end_share(share=found, by=self.actor, at=self.now)


class NoteTalk(EntryDoor, FormPage):
    """Author or reader notes on which day they talked about the entry."""

    permission = "development.entry.discuss"
    form_class = TalkForm
    title = "Note that you talked about it"
    intro = "Both of you see the day. What was said stays between you."
    done_message = "Noted. Both of you see it."

    def form_arguments(self) -> dict[str, Any]:
        people = talk_partners(self.thing, self.actor)
        return {"people": people, "initial": {"on": self.today}}

    def read(self) -> dict[str, Any]:
        return {
            "caption": title_for(self.thing, self.actor),
            "cancel_url": reverse("development:entry", args=[self.thing.pk]),
        }

    def act(self, form: TalkForm) -> Model:
        on = form.cleaned_data["on"]
        discuss(entry=self.thing, person=form.chosen_person, on=on, by=self.actor, at=self.now)
        return self.thing
