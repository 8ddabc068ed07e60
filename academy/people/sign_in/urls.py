"""Addresses of sign-in: allauth's, without those it keeps for old links, and with our way back from the provider."""

from allauth.socialaccount.providers.openid_connect.views import login
from django.urls import include, path

from academy.people.sign_in.council import ComeBack

urlpatterns = [
    path("", include("allauth.account.urls")),
    path("2fa/", include("allauth.mfa.urls")),
    path("3rdparty/", include("allauth.socialaccount.urls")),
    path("oidc/<str:provider_id>/login/", login, name="openid_connect_login"),
    path("oidc/<str:provider_id>/login/callback/", ComeBack.as_view(), name="openid_connect_callback"),
]
