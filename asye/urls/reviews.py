"""Addresses of reviews."""

from django.urls import path

from asye.views.reviews import citing, holding, plans, signing, writing

urlpatterns = [
    path("<int:pk>/", holding.ReadReview.as_view(), name="review"),
    path("<int:pk>/hold/", holding.HoldReview.as_view(), name="hold-review"),
    path("<int:pk>/waive/", holding.WaiveReview.as_view(), name="waive-review"),
    path("<int:pk>/after-all/", holding.HoldAfterAll.as_view(), name="hold-review-after-all"),
    path("<int:pk>/stage/", holding.AssessStage.as_view(), name="assess-stage"),
    path("parts/<int:pk>/", writing.WritePart.as_view(), name="write-part"),
    path("<int:pk>/evidence/", citing.CiteEvidence.as_view(), name="cite-evidence"),
    path("pieces/<int:pk>/", citing.ReadPiece.as_view(), name="cited-piece"),
    path("pieces/<int:pk>/take-out/", citing.TakeOutPiece.as_view(), name="take-out-piece"),
    path("<int:pk>/plan/", plans.AddGoal.as_view(), name="add-goal"),
    path("<int:pk>/plan/<int:goal>/", plans.ChangeGoal.as_view(), name="change-goal"),
    path("<int:pk>/plan/<int:goal>/take-out/", plans.TakeOutGoal.as_view(), name="take-out-goal"),
    path("<int:pk>/results/", plans.SayResults.as_view(), name="say-results"),
    path("<int:pk>/send/", signing.SendReview.as_view(), name="send-review"),
    path("<int:pk>/take-back/", signing.ReopenReview.as_view(), name="reopen-review"),
    path("<int:pk>/sign/", signing.SignReview.as_view(), name="sign-review"),
    path("<int:pk>/add/", signing.AddToReview.as_view(), name="add-to-review"),
]
