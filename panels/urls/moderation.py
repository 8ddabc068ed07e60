"""Moderation of ASYEs: what is put to a sitting."""

from django.urls import URLPattern, URLResolver, path

from panels.views import moderation

urlpatterns: list[URLPattern | URLResolver] = [
    path("", moderation.PutToPanel.as_view(), name="moderation"),
]
