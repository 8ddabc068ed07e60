"""Who reads portfolios, and what one is let read."""

from django.urls import URLPattern, URLResolver, path

from portfolios.views import shares

urlpatterns: list[URLPattern | URLResolver] = [
    path("shared/", shares.SharedWithMe.as_view(), name="shared"),
    path("<int:pk>/readers/", shares.Readers.as_view(), name="readers"),
    path("<int:pk>/readers/share/", shares.SharePortfolio.as_view(), name="share"),
    path("<int:pk>/readers/<int:share>/end/", shares.EndShare.as_view(), name="end-share"),
]
