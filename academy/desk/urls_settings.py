"""Publishing policies: pages under /settings/policies/."""

from django.urls import path

from academy.desk.views.policies import OneKind, Policies, ReadVersion, VersionText
from academy.desk.views.publishing import PublishPolicy, WithdrawVersion

app_name = "policies"
urlpatterns = [
    path("", Policies.as_view(), name="start"),
    path("<slug:kind>/", OneKind.as_view(), name="kind"),
    path("<slug:kind>/publish/", PublishPolicy.as_view(), name="publish"),
    path("<slug:kind>/<int:pk>/", ReadVersion.as_view(), name="version"),
    path("<slug:kind>/<int:pk>/text/", VersionText.as_view(), name="text"),
    path("<slug:kind>/<int:pk>/withdraw/", WithdrawVersion.as_view(), name="withdraw"),
]
