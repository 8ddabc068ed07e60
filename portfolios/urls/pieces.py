"""Evidence somebody verifies: below /portfolio/evidence/."""

from django.urls import URLPattern, URLResolver, path

from portfolios.rules.pieces import PIECES
from portfolios.views.pieces import acting, verifying, writing

urlpatterns: list[URLPattern | URLResolver] = [
    *(
        path(f"new/{kind.value}/", writing.BeginPiece.as_view(kind=kind.value), name=f"begin-{kind.value}")
        for kind in PIECES
    ),
    path("write/<uuid:token>/", writing.WriteNewPiece.as_view(), name="write-piece"),
    path("<int:pk>/change/", writing.ChangePiece.as_view(), name="change-piece"),
    path("<int:pk>/ask/", acting.AskPiece.as_view(), name="ask-piece"),
    path("<int:pk>/keep/", acting.KeepPiece.as_view(), name="keep-piece"),
    path("<int:pk>/take-back/", acting.CallBackPiece.as_view(), name="call-back-piece"),
    path("<int:pk>/withdraw/", acting.WithdrawPiece.as_view(), name="withdraw-piece"),
    path("<int:pk>/files/", acting.PieceFiles.as_view(), name="evidence-files"),
    path("<int:pk>/files/<uuid:uid>/remove/", acting.RemoveFile.as_view(), name="remove-evidence-file"),
    path("<int:pk>/verify/", verifying.VerifyPiece.as_view(), name="verify-piece"),
    path("<int:pk>/send-back/", verifying.SendBackPiece.as_view(), name="send-back-piece"),
]
