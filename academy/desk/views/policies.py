"""Pages under /settings/policies/: what holds of every kind of policy, what held before, and each version's text."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from academy.desk.selectors.policies import kinds_kept
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.engines.reference.publishing.kinds import HEAD, PublishedKind, Seen, published_kind
from academy.engines.reference.publishing.outline import outline
from academy.engines.reference.publishing.versions import Shelf, Standing, shelf_of
from academy.identity.models import Organisation

Crumbs = list[tuple[str, str]]


class PolicyDoor(Door):
    """A page about the policies of the organisation acted in."""

    section = "settings"
    permission = "desk.policy.see"

    @cached_property
    def organisation(self) -> Organisation:
        found: Organisation = self.find(Organisation.objects.all(), pk=self.actor.organisation_id)
        return found

    def crumbs(self, *steps: tuple[str, str]) -> Crumbs:
        """The way back to the settings and the list, then the steps; the last one has no address."""
        return [
            ("Settings", reverse("settings:start")),
            ("Policies", reverse("policies:start") if steps else ""),
            *steps,
        ]


class Policies(PolicyDoor, Page):
    """Every kind with what holds now and what is coming."""

    template_name = "desk/policies/policies.html"

    def read(self) -> dict[str, Any]:
        rows = kinds_kept(self.organisation, on=self.today)
        return {"title": "Policies", "rows": rows, "crumbs": self.crumbs()}


class KindDoor(PolicyDoor):
    """A page about one kind of policy; a kind there is not is a 404."""

    kind: PublishedKind

    def load(self) -> None:
        """Versions for all belong to no organisation, so the permission is judged where the actor acts."""
        kind = published_kind(self.kwargs["kind"])
        if kind is None:
            raise Http404
        self.kind = kind

    @cached_property
    def shelf(self) -> Shelf:
        return shelf_of(self.kind, self.organisation, on=self.today)

    @property
    def back(self) -> str:
        return reverse("policies:kind", args=[self.kind.code])

    @property
    def may_publish(self) -> bool:
        return allows(self.kind.permission, self.actor)

    def kind_crumbs(self, *steps: tuple[str, str]) -> Crumbs:
        return self.crumbs((self.kind.words, self.back if steps else ""), *steps)


class OneKind(KindDoor, Page):
    """Every version of a kind, the newest first."""

    template_name = "desk/policies/kind.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": self.kind.words,
            "kind": self.kind,
            "standings": self.shelf.standings,
            "may_publish": self.may_publish,
            "crumbs": self.kind_crumbs(),
        }


class VersionDoor(KindDoor):
    """A page about one version the organisation may read: its own, or one for all."""

    standing: Standing

    def load(self) -> None:
        super().load()
        found = next((each for each in self.shelf.standings if each.version.pk == self.kwargs["pk"]), None)
        if found is None:
            raise Http404
        self.standing = found


class ReadVersion(VersionDoor, Page):
    """A version as staff see it, and as it is written."""

    template_name = "desk/policies/version.html"

    def read(self) -> dict[str, Any]:
        version = self.standing.version
        file = self.shelf.file_of(version)
        return {
            "title": f"{self.kind.words}: {version.code}",
            "kind": self.kind,
            "standing": self.standing,
            "version": version,
            "text": self.shelf.text_of(version),
            "may_publish": self.may_publish,
            "crumbs": self.kind_crumbs((version.code, "")),
            **(as_staff_see(self.kind, file, Seen(self.organisation, version.valid_from)) if file else {}),
        }


class VersionText(VersionDoor):
    """A version as a file in YAML."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        version = self.standing.version
        response = HttpResponse(self.shelf.text_of(version), content_type="application/yaml; charset=utf-8")
        name = f"{self.kind.code}-{version.code}.yaml"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "private, no-store"
        return response


def as_staff_see(kind: PublishedKind, file: Any, seen: Seen) -> dict[str, Any]:
    """A text as the kind draws it for staff, else as an outline."""
    if kind.preview is None:
        return {"outline": outline(file, without=HEAD)}
    shown = kind.preview(file, seen)
    drawn: SafeString = render_to_string(shown.template, dict(shown.context))
    return {"preview": drawn}
