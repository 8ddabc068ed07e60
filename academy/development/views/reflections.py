"""Talks with peers: noting one, the peer's answer, and what the author can do meanwhile."""

from typing import Any, ClassVar

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property

from academy.development.forms.reflection import AnswerForm, ColleagueTalkForm, OutsideTalkForm
from academy.development.models import PeerReflection
from academy.development.selectors.colleagues import Colleague, colleagues_to_choose
from academy.development.selectors.partners import Partner, is_offered, suggested_partners
from academy.development.selectors.reflections import has_peer_left, latest_talk, own_entry_about
from academy.development.services.partners import end, offer
from academy.development.services.peer_entries import begin_own
from academy.development.services.reflections import (
    answer,
    ask_colleague,
    make_link,
    note_outside,
    send_link,
    withdraw,
)
from academy.development.views.doors import EntryDoor
from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door, Page
from academy.engines.audit.commands import Refused
from academy.ui.forms.people import PersonSearch


class TalkPage(EntryDoor, FormPage):
    """A page that notes a talk beside an entry. What was said of the last talk is there, for talks in groups."""

    permission = "development.reflection.note"

    @property
    def initial(self) -> dict[str, Any]:
        last = latest_talk(self.thing)
        return {"talked_on": last.talked_on, "learnt": last.learnt} if last else {"talked_on": self.today}

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [("My year", "/cpd/"), (self.thing.name, self.thing.get_absolute_url()), (self.title, "")]


class AskColleague(TalkPage):
    """Choose a colleague, as on the page for sharing, and say what was learnt. Suggests partners of other teams."""

    template_name = "development/reflection_ask.html"
    form_class = ColleagueTalkForm
    title = "A talk with a peer"
    done_message = "Noted. They are asked to confirm that you talked; it counts without an answer too."

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def partners(self) -> list[Partner]:
        return suggested_partners(self.thing, on=self.today)

    @cached_property
    def colleagues(self) -> list[Colleague]:
        place: dict[str, Any] = {"organisation_id": self.thing.organisation_id, "on": self.actor.on}
        near = colleagues_to_choose(self.asked, near=self.actor.person_id, **place)
        if self.asked:
            return near
        known = {each.person.pk for each in near}
        return near + [Colleague(each.person, each.why) for each in self.partners if each.person.pk not in known]

    def form_arguments(self) -> dict[str, Any]:
        return {"colleagues": self.colleagues, "initial": self.initial}

    def read(self) -> dict[str, Any]:
        return {
            "entry": self.thing,
            "asked": self.asked,
            "colleagues": self.colleagues,
            "is_offered": is_offered(self.actor.person_id),
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": self.crumbs,
        }

    def act(self, form: ColleagueTalkForm) -> Model:
        ask_colleague(entry=self.thing, peer=form.chosen_person, talk=form.talk, by=self.actor, at=self.now)
        return self.thing


class NameOutsidePeer(TalkPage):
    """Name a peer who has no record here; with an address she gets a link."""

    form_class = OutsideTalkForm
    title = "A talk with a peer outside the portal"
    intro = "A peer is a social worker, your line manager or supervisor, or another professional who knows your work."
    done_message = "Noted. It counts for your entry."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": self.initial}

    def read(self) -> dict[str, Any]:
        return {"cancel_url": reverse("development:peer", args=[self.thing.pk]), "crumbs": self.crumbs}

    def act(self, form: OutsideTalkForm) -> Model:
        return note_outside(entry=self.thing, peer=form.peer, talk=form.talk, by=self.actor, at=self.now)


class ReflectionDoor(Door):
    """A view of one peer reflection, found through what the actor may know of."""

    section = "year"
    thing: PeerReflection

    def load(self) -> PeerReflection:
        visible = PeerReflection.objects.visible_to(self.actor).select_related(
            "entry__author", "entry__organisation", "peer"
        )
        found: PeerReflection = self.find(visible, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int:
        return self.thing.entry.author_id


class ReadReflection(ReflectionDoor, Page):
    """A talk as its author and its peer see it. The peer sees the title, the day and what was learnt."""

    permission = "development.reflection.see"
    template_name = "development/reflection.html"

    def read(self) -> dict[str, Any]:
        is_own = self.thing.entry.author_id == self.actor.person_id
        entry = (self.thing.title, self.thing.entry.get_absolute_url() if is_own else "")
        return {
            "title": "Peer reflection",
            "reflection": self.thing,
            "is_own": is_own,
            "has_peer_left": is_own and has_peer_left(self.thing, on=self.today),
            "own_entry": None if is_own else own_entry_about(self.thing, self.actor),
            "crumbs": [("My year", "/cpd/"), entry, ("Peer reflection", "")] if is_own else [],
        }


class AnswerReflection(ReflectionDoor, FormPage):
    """The colleague says whether they talked. Answered once, the page shows the answer."""

    permission = "development.reflection.answer"
    template_name = "development/reflection_answer.html"
    form_class = AnswerForm
    title = "Did you talk about it?"
    done_message = "Thank you. Your answer is noted."

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.thing.is_asked:
            return HttpResponseRedirect(self.thing.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def read(self) -> dict[str, Any]:
        return {"reflection": self.thing, "author": self.thing.entry.author}

    def act(self, form: AnswerForm) -> Model:
        words = form.cleaned_data["words"]
        return answer(reflection=self.thing, took_place=form.says_yes, words=words, by=self.actor, at=self.now)


class BeginOwnEntry(ReflectionDoor, Act):
    """The peer's own entry about the talk, begun as a draft by one press; pressed again, it is the same entry."""

    permission = "development.reflection.answer"
    done_message = "This is your own draft about the talk. Write what you learnt."

    def act(self) -> Model:
        return begin_own(reflection=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        begun = own_entry_about(self.thing, self.actor)
        return reverse("development:edit", args=[begun.pk]) if begun else self.thing.get_absolute_url()


class SendAgain(ReflectionDoor, Act):
    """A new link by mail for a peer outside."""

    permission = "development.reflection.keep"
    done_message = "A new link is on its way. The one before works no more."

    def act(self) -> Model:
        return send_link(reflection=self.thing, by=self.actor, at=self.now).link

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class ShowAddress(ReflectionDoor):
    """A new link to hand over oneself. It is shown in the answer to this press and never again."""

    permission = "development.reflection.keep"
    http_method_names: ClassVar[list[str]] = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        content: dict[str, Any] = {"title": "A link for your peer", "reflection": self.thing}
        try:
            content["address"] = request.build_absolute_uri(
                make_link(reflection=self.thing, by=self.actor, at=self.now).url
            )
        except Refused as refused:
            content["refusal"] = refused.reason
        response = render(request, "development/reflection_address.html", content)
        add_never_cache_headers(response)
        return response


class WithdrawReflection(ReflectionDoor, Act):
    """The author takes the note of a talk back."""

    permission = "development.reflection.keep"
    done_message = "The note of the talk is withdrawn. It counts no more."

    def act(self) -> Model:
        return withdraw(reflection=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.thing.entry.get_absolute_url()


class OfferAsPartner(Act):
    """Lets the actor be suggested to colleagues as a peer, or to nobody any more."""

    permission = "development.partner.offer"
    done_message = "Your wish is noted."

    def act(self) -> Model:
        wish = offer if "offer" in self.request.POST else end
        return wish(by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("development:year")
