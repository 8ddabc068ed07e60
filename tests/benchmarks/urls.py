"""The portal's addresses, and one page with nothing on it to compare with."""

from django.urls import include, path

from tests.benchmarks.measuring import EmptyPage

urlpatterns = [
    path("benchmark/empty/", EmptyPage.as_view(), name="empty"),
    path("", include("academy.config.urls")),
]
