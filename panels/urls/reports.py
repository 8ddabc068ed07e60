"""Load and turnaround, outcomes compared, what sits still."""

from django.urls import URLPattern, URLResolver, path

from panels.views import fairness, load, stuck

urlpatterns: list[URLPattern | URLResolver] = [
    path("load/", load.LoadPage.as_view(), name="load"),
    path("load/table/", load.LoadTable.as_view(), name="load-table"),
    path("fairness/", fairness.FairnessPage.as_view(), name="fairness"),
    path("fairness.csv", fairness.FairnessTable.as_view(), name="fairness-table"),
    path("stuck/", stuck.StuckPage.as_view(), name="stuck"),
]
