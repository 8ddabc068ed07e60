"""How a year ends or goes elsewhere: final report, decision, certificate, leaving, release and claim."""

from django.urls import URLPattern, URLResolver, path

from asye.views import decision, final, leaving

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/final/", final.FinalPage.as_view(), name="final"),
    path("<int:pk>/final/report/", final.RecommendPage.as_view(), name="recommend"),
    path("<int:pk>/decision/", decision.ReadDecision.as_view(), name="decision"),
    path("<int:pk>/decision/new/", decision.Decide.as_view(), name="decide"),
    path("<int:pk>/decision/certificate/", decision.IssueCertificate.as_view(), name="certify"),
    path("<int:pk>/transfer/", leaving.ReleaseYear.as_view(), name="release"),
    path("<int:pk>/transfer/start-later/", leaving.StartLater.as_view(), name="start-later"),
    path("<int:pk>/transfer/start/", leaving.StartNow.as_view(), name="start"),
    path("<int:pk>/transfer/withdraw/", leaving.Withdraw.as_view(), name="withdraw"),
    path("transfers/<int:pk>/", leaving.ReadTransfer.as_view(), name="transfer"),
    path("transfers/<int:pk>/claim/", leaving.ClaimTransfer.as_view(), name="claim"),
]
