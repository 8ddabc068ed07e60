"""Who reviews which case."""

from django.urls import URLPattern, URLResolver, path

from panels.views import assigning, sharing

urlpatterns: list[URLPattern | URLResolver] = [
    path("cases/<int:pk>/reviewers/", assigning.AssignCase.as_view(), name="assign"),
    path("cases/<int:pk>/reviewers/close/", assigning.CloseReviews.as_view(), name="close-reviews"),
    path("assignments/<int:pk>/answer/", assigning.AnswerAssignment.as_view(), name="answer"),
    path("assignments/<int:pk>/take-off/", assigning.TakeOff.as_view(), name="take-off"),
    path("meetings/<int:pk>/reviewers/", sharing.ShareOut.as_view(), name="share-out"),
    path("meetings/<int:pk>/reviewers/all/", sharing.ShareOutAll.as_view(), name="share-out-all"),
]
