"""Load, turnaround and fairness."""

from django.urls import URLPattern, URLResolver, path

from panels.views import load

urlpatterns: list[URLPattern | URLResolver] = [
    path("load/", load.LoadPage.as_view(), name="load"),
    path("load/table/", load.LoadTable.as_view(), name="load-table"),
]
