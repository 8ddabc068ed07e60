"""Ties between people and cases."""

from django.urls import URLPattern, URLResolver, path

from panels.views import ties

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/ties/new/", ties.DeclareTie.as_view(), name="declare-tie"),
    path("ties/<int:pk>/", ties.DecideTie.as_view(), name="tie"),
]
