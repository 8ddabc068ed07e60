"""The way to the council's identity provider and back, with a nonce and a signature that is checked."""

import secrets
from typing import Any, ClassVar

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse

from academy.engines.access.views import Door
from academy.people.sign_in.identity_tokens import UnsoundToken, claims_of


class CouncilAnswers(OpenIDConnectOAuth2Adapter):
    """Reads what the provider answers; a token that is not sound is an answer to another question."""

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        with get_adapter().get_requests_session() as session:
            keys = session.get(self.openid_config["jwks_uri"])
        try:
            return claims_of(id_token, keys=keys.json(), issuer=self.openid_config["issuer"], client_id=app.client_id)
        except UnsoundToken as unsound:
            raise OAuth2Error("Invalid id_token") from unsound


class CouncilProvider(OpenIDConnectProvider):
    """Sends a nonce with every question and keeps it in the session: the answer has to bring it back."""

    oauth2_adapter_class = CouncilAnswers

    def redirect(self, request: HttpRequest, process: str, **more: Any) -> HttpResponse:
        nonce = secrets.token_urlsafe(32)
        more["auth_params"] = {**(more.get("auth_params") or self.get_auth_params()), "nonce": nonce}
        answer: HttpResponse = super().redirect(request, process, nonce=nonce, **more)
        return answer


class ComeBack(Door):
    """Where the provider sends the browser back to."""

    public = True
    http_method_names: ClassVar[list[str]] = ["get"]

    def get(self, request: HttpRequest, provider_id: str) -> HttpResponse:
        try:
            view = OAuth2CallbackView.adapter_view(CouncilAnswers(request, provider_id))
            answer: HttpResponse = view(request)
        except SocialApp.DoesNotExist as unknown:
            raise Http404 from unknown
        return answer
