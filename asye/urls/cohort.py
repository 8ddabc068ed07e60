"""The co-ordinator's desk."""

from django.urls import URLPattern, URLResolver, path

from asye.views import cohort

urlpatterns: list[URLPattern | URLResolver] = [
    path("", cohort.CohortBoard.as_view(), name="cohort"),
]
