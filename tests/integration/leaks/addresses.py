"""The address map as the walk takes it: what a view is about, and which things of the world its address can name."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import get_resolver

from academy.desk.views.journey_portfolios import JourneyPortfolioDoor
from academy.development.views.renewal import RenewalDoor
from academy.development.views.season import NudgeColleague
from academy.engines.access.permissions import allows
from academy.frameworks.models import Framework, FrameworkVersion, Statement
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import Invitation, PartnershipMember, Service, Team
from academy.people.selectors import invitations, people
from academy.people.selectors.keeping import teams_kept
from academy.people.selectors.kept_places import services_kept
from academy.people.selectors.organisations import partners_kept
from academy.people.views.keeping.base import AboutPerson, RowForm
from academy.people.views.keeping.organisations import NameKeeper
from academy.training.models import Programme
from academy.training.selectors.programmes import programmes_to_read
from asye.views.agreements import AgreementDoor
from asye.views.decision import DecisionDoor
from asye.views.reviews.citing import CitedDoor
from asye.views.reviews.writing import WritePart
from panels.views.appeals import AppealDoor, StandDown
from panels.views.appointments import AppointmentForm
from panels.views.assigning import AssignmentForm
from panels.views.beginning import BeginPost, BeginStep
from panels.views.cases import OwnCases
from panels.views.checking import ItemDoor
from panels.views.feedback import GiveFeedback as GivePanelFeedback
from panels.views.judging import JudgingDoor, ShowAssignment
from panels.views.letters import LetterDoor
from panels.views.looking import OpenAgain
from panels.views.outside import OutsideCase, OutsideDraw
from panels.views.packs import DrawPapers, EndReader, SampledPapers
from panels.views.plans import PrintPlan
from panels.views.seats import SeatPage
from panels.views.sittings import SetPlace
from panels.views.themes import TakeBackNote
from panels.views.ties import DecideTie, DeclareTie
from pathways.models import LadderVersion
from pathways.selectors.editions import editions_seen
from portfolios.views.case_audits import AuditPage
from portfolios.views.feedback.giving import GiveFeedback
from portfolios.views.feedback.reading import FeedbackDoor
from portfolios.views.observations.by_link import LinkedObservation
from portfolios.views.observations.doors import ObservationDoor
from portfolios.views.pieces.doors import PieceDoor
from portfolios.views.portfolios.parts import NameHolder
from tests.architecture.checkers.addresses import BROUGHT, views

KWARG = re.compile(r"<(?:\w+:)?(\w+)>")
REFUSED = frozenset({403})
NOT_THERE = frozenset({404})
SHOWN = frozenset({200, 302})
# which rows somebody may know of, where the model's own manager does not say it
SCOPES: dict[type[Model], Callable[[Actor], Any]] = {
    Person: people.visible_to,
    Invitation: invitations.visible_to,
    Service: services_kept,
    Team: teams_kept,
    PartnershipMember: partners_kept,
    Programme: programmes_to_read,
    LadderVersion: editions_seen,
}
# views that find their thing otherwise than by what it is
GROUPS: dict[type, str] = {
    AboutPerson: "kept person",
    NameKeeper: "organisation awaiting",
    RenewalDoor: "own renewal",
    NudgeColleague: "person in season",
    ObservationDoor: "observation",
    LinkedObservation: "observation",
    FeedbackDoor: "feedback",
    GiveFeedback: "feedback",
    PieceDoor: "piece",
    AuditPage: "case audit",
    JourneyPortfolioDoor: "own journey",
    DecisionDoor: "asye decision",
    NameHolder: "part holder",
    AgreementDoor: "asye agreement",
    WritePart: "own review part",
    CitedDoor: "cited piece",
    ItemDoor: "asked item",
    DecideTie: "panel tie",
    LetterDoor: "panel letter",
    GivePanelFeedback: "panel feedback",
    AssignmentForm: "assignment",
    ShowAssignment: "assignment",
    OpenAgain: "assignment",
    JudgingDoor: "own assignment",
    SeatPage: "seat",
    SetPlace: "taken up",
    BeginStep: "step to begin",
    BeginPost: "post to begin",
    OwnCases: "Person",
    DeclareTie: "tie to say",
    PrintPlan: "plan to print",
    AppointmentForm: "appointment",
    StandDown: "hearer",
    AppealDoor: "appeal",
    TakeBackNote: "theme note",
    SampledPapers: "cleared pack",
    DrawPapers: "draw with packs",
    OutsideDraw: "draw outside",
    OutsideCase: "case outside",
    EndReader: "reader outside",
}
# views that do not show anything without something the walk does not give: a registration, a period, a kind, a template
NEED_MORE = {
    "own renewal",
    "own journey",
    "part holder",
    "PreviewRecord",
    "WriteNewPiece",
    "step to begin",
    "post to begin",
    "tie to say",
}
# things everybody may know of: published, or public
OPEN = (Framework, FrameworkVersion, Statement, Organisation)


@dataclass(frozen=True)
class Target:
    """Values for the names in an address, and the thing they name, if it is one somebody may not know of.

    `known` says who may know of it there, where that is fewer people than may know of it elsewhere.
    """

    thing: Model | None
    values: dict[str, Any]
    known: Callable[[Actor], bool] | None = None

    def is_known_to(self, actor: Actor) -> bool:
        if self.known is not None:
            return self.known(actor)
        return self.thing is None or may_know(actor, self.thing)


@dataclass(frozen=True)
class Address:
    """One line of the map: `about` is what its view states as its thing, else the name of the view."""

    path: str
    view: Any
    about: str

    @property
    def names(self) -> frozenset[str]:
        return frozenset(KWARG.findall(self.path))

    @property
    def key(self) -> tuple[str, frozenset[str]]:
        return self.about, self.names

    @property
    def is_brought(self) -> bool:
        return bool(self.view.__module__.startswith(BROUGHT))

    def is_of_nobody(self, target: Target) -> bool:
        """Somebody's own page, asked for by an account without a person."""
        return self.about == Person.__name__ and target.thing is None and not self.names

    def answers(self, method: str) -> bool:
        allowed = getattr(self.view, "http_method_names", ["get", "post"])
        return method in allowed and (self.is_brought or hasattr(self.view, method))

    def at(self, target: Target) -> str:
        return "/" + KWARG.sub(lambda match: str(target.values[match.group(1)]), self.path)

    def expected(self, actor: Actor | None, target: Target) -> frozenset[int]:
        """What the answer may be, from `visible_to` and the permission of the view alone."""
        if self.is_brought or self.view.public:
            return SHOWN | NOT_THERE | REFUSED | {401}
        if actor is None:
            return frozenset({302, 401})
        if self.is_of_nobody(target) or not target.is_known_to(actor):
            return NOT_THERE
        if not allows(self.view.permission, actor, target.thing):
            return REFUSED
        return SHOWN | NOT_THERE if actor.person_id is None or self.about in NEED_MORE else SHOWN


def may_know(actor: Actor, thing: Model) -> bool:
    """May the actor know that it exists?"""
    if isinstance(thing, OPEN):
        return True
    manager: Any = type(thing)._default_manager
    scope = SCOPES.get(type(thing)) or manager.visible_to
    return bool(scope(actor).filter(pk=thing.pk).exists())


def addresses() -> list[Address]:
    """Every address a name stands for; the two that allauth writes as expressions are read as names."""
    found = []
    for path, callback in views(get_resolver().url_patterns):
        view = getattr(callback, "view_class", callback)
        plain = re.sub(r"\(\?P(<\w+>)[^)]*\)", r"\1", path).replace("^", "").rstrip("$")
        found.append(Address(plain, view, _about(view)))
    return found


def _about(view: Any) -> str:
    if not inspect.isclass(view):
        return str(view.__name__)
    if issubclass(view, RowForm):
        return f"kept {view.rows}"
    for group, about in GROUPS.items():
        if issubclass(view, group):
            return about
    for each in inspect.getmro(view):
        stated = vars(each).get("__annotations__", {}).get("thing")
        if inspect.isclass(stated):
            return stated.__name__
    return view.__name__
