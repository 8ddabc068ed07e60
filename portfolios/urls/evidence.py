"""The list and the pages of evidence, whatever its kind."""

from django.urls import URLPattern, URLResolver, path

from portfolios.views import evidence

urlpatterns: list[URLPattern | URLResolver] = [
    path("", evidence.EvidenceList.as_view(), name="evidence-list"),
    path("new/", evidence.BeginEvidence.as_view(), name="begin-evidence"),
    path("done/", evidence.HadPartIn.as_view(), name="had-part-in"),
    path("<int:pk>/", evidence.ReadEvidence.as_view(), name="evidence"),
]
