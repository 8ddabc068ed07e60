"""Peer learning sessions: what is coming, planning one, joining, and noting who came."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse

from academy.development.forms.peer_sessions import CancelSessionForm, HoldSessionForm, PlanSessionForm
from academy.development.models import PeerSession
from academy.development.rules.peer_sessions import next_by
from academy.development.selectors.peer_sessions import (
    coming_for,
    group_of,
    latest_session_on,
    own_entry_about,
    past_for,
    places_for,
    sessions_for,
    to_note_for,
    who_may_have_come,
)
from academy.development.selectors.policies import policy_for
from academy.development.services import peer_sessions
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page

PER_PAGE = 20


def _list_url() -> str:
    return reverse("development:peer-sessions")


class PeerSessions(Page):
    """What is coming, what the reader still has to note, and the sessions she was at."""

    permission = "development.peer_session.plan"
    section = "development"
    template_name = "development/peer_sessions.html"

    def read(self) -> dict[str, Any]:
        weeks = policy_for(self.actor.organisation_id, self.today).peer_weeks
        latest = latest_session_on(self.actor.person_id, by=self.today)
        page = Paginator(past_for(self.actor), PER_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "Peer learning",
            "crumbs": [MY_DEVELOPMENT, ("Peer learning", "")],
            "weeks": weeks,
            "latest": latest,
            "next_by": next_by(latest, weeks=weeks, today=self.today) if weeks else None,
            "to_note": list(to_note_for(self.actor)),
            "coming": list(coming_for(self.actor)[:PER_PAGE]),
            "page": page,
        }


class PlanSession(FormPage):
    permission = "development.peer_session.plan"
    section = "development"
    form_class = PlanSessionForm
    title = "Plan a peer learning session"
    intro = "You lead it. Colleagues find it among what is coming and join."
    done_message = "The session is planned. Colleagues can join now."

    def form_arguments(self) -> dict[str, Any]:
        return {"places": places_for(self.actor)}

    def read(self) -> dict[str, Any]:
        return {"crumbs": [MY_DEVELOPMENT, ("Peer learning", _list_url()), (self.title, "")], "cancel_url": _list_url()}

    def act(self, form: PlanSessionForm) -> Model:
        return peer_sessions.plan(said=form.said, by=self.actor, at=self.now)


class SessionDoor(Door):
    """A view of one session, found through what the actor may know of."""

    permission = "development.peer_session.see"
    section = "development"
    thing: PeerSession

    def load(self) -> PeerSession:
        session: PeerSession = self.find(sessions_for(self.actor), pk=self.kwargs["pk"])
        return session

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [MY_DEVELOPMENT, ("Peer learning", _list_url()), (self.thing.topic, self.thing.get_absolute_url())]


class ReadSession(SessionDoor, Page):
    template_name = "development/peer_session.html"

    def read(self) -> dict[str, Any]:
        *before, (topic, _) = self.crumbs
        return {
            "title": self.thing.topic,
            "session": self.thing,
            "group": group_of(self.thing),
            "keeps": allows("development.peer_session.keep", self.actor, self.thing),
            "leads": self.thing.leader_id == self.actor.person_id,
            "has_come": self.thing.held_on <= self.today,
            "crumbs": [*before, (topic, "")],
        }


class SessionAct(SessionDoor, Act):
    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class JoinSession(SessionAct):
    done_message = "You are in the group."

    def act(self) -> Model:
        return peer_sessions.join(session=self.thing, by=self.actor, at=self.now)


class LeaveSession(SessionAct):
    done_message = "You are no longer in the group."

    def act(self) -> Model:
        return peer_sessions.leave(session=self.thing, by=self.actor, at=self.now)


class WriteAboutSession(SessionAct):
    """Her own entry about a session she was at, begun by one press; pressed again, it is the same entry."""

    done_message = "This is your own draft about the session. Write what you learnt."

    def act(self) -> Model:
        return peer_sessions.begin_own(session=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        begun = own_entry_about(self.thing, self.actor)
        return reverse("development:edit", args=[begun.pk]) if begun else self.thing.get_absolute_url()


class KeepSession(SessionDoor, FormPage):
    """One form of who leads the session, or of the academy."""

    permission = "development.peer_session.keep"

    def read(self) -> dict[str, Any]:
        return {"crumbs": [*self.crumbs, (self.title, "")], "cancel_url": self.thing.get_absolute_url()}


class HoldSession(KeepSession):
    form_class = HoldSessionForm
    title = "Note who came"
    done_message = "Noted. Everybody who came finds it in her peer learning."

    def form_arguments(self) -> dict[str, Any]:
        joined = [str(row.person_id) for row in group_of(self.thing)]
        return {"people": who_may_have_come(self.thing, on=self.thing.held_on), "initial": {"came": joined}}

    def act(self, form: HoldSessionForm) -> Model:
        return peer_sessions.hold(session=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class CancelSession(KeepSession):
    form_class = CancelSessionForm
    title = "Cancel the session"
    done_message = "The session is cancelled."

    def act(self, form: CancelSessionForm) -> Model:
        return peer_sessions.cancel(session=self.thing, by=self.actor, at=self.now, **form.cleaned_data)
