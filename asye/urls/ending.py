"""How a year ends: final report, decision, certificate."""

from django.urls import URLPattern, URLResolver, path

from asye.views import decision, final

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/final/", final.FinalPage.as_view(), name="final"),
    path("<int:pk>/final/report/", final.RecommendPage.as_view(), name="recommend"),
    path("<int:pk>/decision/", decision.ReadDecision.as_view(), name="decision"),
    path("<int:pk>/decision/new/", decision.Decide.as_view(), name="decide"),
    path("<int:pk>/decision/certificate/", decision.IssueCertificate.as_view(), name="certify"),
]
