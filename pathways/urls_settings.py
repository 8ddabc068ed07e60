"""Keeping sittings: pages under /settings/sittings/."""

from django.urls import path

from pathways.views import sittings

app_name = "pathways_settings"
urlpatterns = [
    path("", sittings.KeptSittings.as_view(), name="sittings"),
    path("add/", sittings.AddSitting.as_view(), name="add-sitting"),
    path("<int:pk>/change/", sittings.ChangeSitting.as_view(), name="change-sitting"),
    path("<int:pk>/cancel/", sittings.CancelSitting.as_view(), name="cancel-sitting"),
]
