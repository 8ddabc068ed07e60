"""The address map as the walk takes it: what a view is about, and which things of the world its address can name."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Model
from django.urls import get_resolver

from academy.development.choices import DRAFT_FORM
from academy.development.models import Entry, EntryFile, PeerReflection, Share
from academy.engines.access.permissions import allows
from academy.engines.drafts.models import Draft, ParkedPost
from academy.engines.files.models import StoredFile
from academy.engines.jobs.models import Job
from academy.engines.notify.models import Notice
from academy.frameworks.models import Framework, FrameworkVersion, Statement
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import Invitation
from academy.people.selectors import invitations, people
from tests.architecture.checkers.addresses import BROUGHT, views

KWARG = re.compile(r"<(?:\w+:)?(\w+)>")
REFUSED = frozenset({403})
NOT_THERE = frozenset({404})
SHOWN = frozenset({200, 302})
# which rows somebody may know of, where the model's own manager does not say it
SCOPES: dict[type[Model], Callable[[Actor], Any]] = {
    Person: people.visible_to,
    Invitation: invitations.visible_to,
}
# things everybody may know of: published, or public
OPEN = (Framework, FrameworkVersion, Statement, Organisation)


@dataclass(frozen=True)
class Target:
    """Values for the names in an address, and the thing they name, if it is one somebody may not know of."""

    thing: Model | None
    values: dict[str, Any]


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
        return self.about == Person.__name__ and target.thing is None

    def answers(self, method: str) -> bool:
        allowed = getattr(self.view, "http_method_names", ["get", "post"])
        return method in allowed and (self.is_brought or hasattr(self.view, method))

    def at(self, target: Target) -> str:
        return "/" + KWARG.sub(lambda match: str(target.values[match.group(1)]), self.path)

    def expected(self, actor: Actor | None, target: Target) -> frozenset[int]:
        """What the answer may be, from `visible_to` and the permission of the view alone."""
        if self.is_brought or self.view.public:
            return SHOWN | NOT_THERE | REFUSED
        if actor is None:
            return frozenset({302, 401})
        if self.is_of_nobody(target) or (target.thing is not None and not may_know(actor, target.thing)):
            return NOT_THERE
        if not allows(self.view.permission, actor, target.thing):
            return REFUSED
        return SHOWN | NOT_THERE if actor.person_id is None else SHOWN


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
    for each in inspect.getmro(view) if inspect.isclass(view) else ():
        stated = vars(each).get("__annotations__", {}).get("thing")
        if inspect.isclass(stated):
            return stated.__name__
    return str(view.__name__)


def targets(form_token: UUID, owner: Person) -> dict[tuple[str, frozenset[str]], list[Target]]:
    """For every kind of address that names something: the values to walk it with, made of all there is in the world.

    A new kind of address has to be added here; until then the walk fails. Addresses without names need no line.
    """
    own_drafts = [
        Target(each, {"form": each.form, "key": each.key}) for each in Draft.objects.filter(owner__person=owner)
    ]
    tokens = [form_token, *Entry.objects.values_list("token", flat=True)]
    named = {
        ("Entry", "pk"): _by_pk(Entry),
        ("Entry", "pk share"): [
            Target(each.entry, {"pk": each.entry_id, "share": each.pk})
            for each in Share.objects.select_related("entry")
        ],
        ("Entry", "pk uid"): [
            Target(each.entry, {"pk": each.entry_id, "uid": each.file.uid})
            for each in EntryFile.objects.select_related("entry", "file")
        ],
        ("PeerReflection", "pk"): _by_pk(PeerReflection),
        ("Person", "pk"): _by_pk(Person),
        ("Invitation", "pk"): _by_pk(Invitation),
        ("Notice", "pk"): _by_pk(Notice),
        ("StoredFile", "uid"): _by_uid(StoredFile),
        ("ParkedPost", "uid"): _by_uid(ParkedPost),
        ("Job", "uid"): _by_uid(Job),
        ("Draft", "form key"): own_drafts,
        ("SaveDraft", "form key"): [Target(None, {"form": DRAFT_FORM, "key": f"new-{form_token}"})],
        ("WriteNew", "token"): [Target(None, {"token": token}) for token in tokens],
        ("OpenInvitation", "token"): [Target(None, {"token": "guessed"})],
        ("OpenLink", "token"): [Target(None, {"token": "guessed"})],
        ("Organisation", "slug"): [Target(each, {"slug": each.slug}) for each in Organisation.objects.all()],
        ("FrameworkNow", "code"): [Target(None, {"code": each.code}) for each in Framework.objects.all()],
        ("FrameworkVersion", "code version"): [
            Target(each, {"code": each.framework.code, "version": each.code})
            for each in FrameworkVersion.objects.select_related("framework")
        ],
        ("ConfirmWording", "kind pk"): [
            Target(each, {"kind": "statement", "pk": each.pk}) for each in Statement.objects.all()
        ],
        **_of_sign_in(),
    }
    return {(about, frozenset(names.split())): found for (about, names), found in named.items()}


def _of_sign_in() -> dict[tuple[str, str], list[Target]]:
    """Addresses that come with the sign-in."""
    return {
        ("ConfirmEmailView", "key"): [Target(None, {"key": "guessed"})],
        ("PasswordResetFromKeyView", "uidb36 key"): [Target(None, {"uidb36": "1", "key": uuid4().hex})],
        ("EditWebAuthnView", "pk"): [Target(None, {"pk": 1})],
        ("RemoveWebAuthnView", "pk"): [Target(None, {"pk": 1})],
        ("login", "provider_id"): [Target(None, {"provider_id": "council"})],
        ("callback", "provider_id"): [Target(None, {"provider_id": "council"})],
    }


def _by_pk(model: type[Model]) -> list[Target]:
    return [Target(each, {"pk": each.pk}) for each in model._default_manager.all()]


def _by_uid(model: type[Model]) -> list[Target]:
    return [Target(each, {"uid": getattr(each, "uid")}) for each in model._default_manager.all()]
