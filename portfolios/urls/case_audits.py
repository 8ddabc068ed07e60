"""Case audits: below /portfolio/audits/."""

from django.urls import URLPattern, URLResolver, path

from portfolios.views import case_audits

urlpatterns: list[URLPattern | URLResolver] = [
    path("new/", case_audits.AskAudit.as_view(), name="ask-audit"),
    path("new/for/<int:person>/", case_audits.BeginAuditFor.as_view(), name="begin-audit-for"),
    path("<int:pk>/ask/", case_audits.AskAuditAgain.as_view(), name="ask-audit-again"),
    path("<int:pk>/grade/", case_audits.GradeAudit.as_view(), name="grade-audit"),
    path("<int:pk>/send-back/", case_audits.SendBackAudit.as_view(), name="send-back-audit"),
    path("<int:pk>/take-back/", case_audits.CallBackAudit.as_view(), name="call-back-audit"),
    path("<int:pk>/withdraw/", case_audits.WithdrawAudit.as_view(), name="withdraw-audit"),
]
