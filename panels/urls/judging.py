"""Reviewing, and looking again."""

from django.urls import URLPattern, URLResolver, path

from panels.views import judging, looking, papers

urlpatterns: list[URLPattern | URLResolver] = [
    path("reviews/<int:pk>/", judging.ShowAssignment.as_view(), name="judge"),
    path("reviews/<int:pk>/write/", judging.Judge.as_view(), name="review"),
    path("reviews/<int:pk>/handed-in/", judging.Judged.as_view(), name="judged"),
    path("reviews/<int:pk>/notes/", judging.WriteNotes.as_view(), name="notes"),
    path("reviews/<int:pk>/open-again/", looking.OpenAgain.as_view(), name="open-again"),
    path("reviews/<int:pk>/look/", looking.LookAgain.as_view(), name="look"),
    path("cases/<int:pk>/look/", looking.AskToLook.as_view(), name="ask-to-look"),
    path("cases/<int:pk>/handed-in/", papers.HandedInPaper.as_view(), name="handed-in"),
]
