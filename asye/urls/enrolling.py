"""Enrolling somebody."""

from django.urls import URLPattern, URLResolver, path

from asye.views import enrolling

urlpatterns: list[URLPattern | URLResolver] = [
    path("", enrolling.WhomToEnrol.as_view(), name="enrol"),
    path("<int:pk>/", enrolling.EnrolPerson.as_view(), name="enrol-person"),
]
