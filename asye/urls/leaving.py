"""A year that starts later, ends early, or goes to another employer."""

from django.urls import URLPattern, URLResolver, path

from asye.views import leaving

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/transfer/", leaving.ReleaseYear.as_view(), name="release"),
    path("<int:pk>/transfer/start-later/", leaving.StartLater.as_view(), name="start-later"),
    path("<int:pk>/transfer/start/", leaving.StartNow.as_view(), name="start"),
    path("<int:pk>/transfer/withdraw/", leaving.Withdraw.as_view(), name="withdraw"),
    path("transfers/<int:pk>/", leaving.ReadTransfer.as_view(), name="transfer"),
    path("transfers/<int:pk>/claim/", leaving.ClaimTransfer.as_view(), name="claim"),
]
