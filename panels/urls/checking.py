"""Looking a submission through."""

from django.urls import URLPattern, URLResolver, path

from panels.views import checking

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/checks/ask/", checking.AskForChanges.as_view(), name="ask-for-changes"),
    path("<int:pk>/checks/accept/", checking.AcceptCase.as_view(), name="accept"),
    path("<int:pk>/checks/hand-back/", checking.HandBack.as_view(), name="hand-back"),
    path("asked/<int:pk>/mend/", checking.MendItem.as_view(), name="mend-asked"),
    path("asked/<int:pk>/settle/", checking.SettleItem.as_view(), name="settle-asked"),
]
