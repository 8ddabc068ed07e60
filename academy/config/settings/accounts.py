"""Sign-in: django-allauth, by e-mail, invitation only, second factor on offer, sessions that warn before they end."""

from academy.config import env

AUTH_USER_MODEL = "identity.User"
AUTHENTICATION_BACKENDS = [
    "academy.people.sign_in.backend.PersonBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/accounts/login/"
ACCOUNT_ADAPTER = "academy.people.sign_up.InvitedOnlyAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Beside allauth's own limits: tries of invitation links, of one-time links and of codes typed, documents checked, by
# network address; how often somebody takes everything of her own.
ACCOUNT_RATE_LIMITS = {
    "accept_invitation": "30/5m/ip",
    "open_link": "30/5m/ip",
    "type_code": "20/5m/ip",
    "check_document": "20/5m/ip",
    "take_everything": "6/h/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.read().proxies
MFA_ADAPTER = "academy.people.sign_up.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "login_webauthn": "academy.people.forms.passkeys.SignInByPasskey",
    "authenticate_webauthn": "academy.people.forms.passkeys.SecondStepByPasskey",
    "reauthenticate_webauthn": "academy.people.forms.passkeys.ConfirmByPasskey",
}
MFA_TOTP_ISSUER = "Social Care Academy"

# Roles, line management and grants count only for whoever signs in with a second factor; off in the demo and in tests.
SECOND_FACTOR_REQUIRED = True

# The council's identity provider. It opens accounts that exist and makes none (academy.people.sign_in).
_oidc = env.read().oidc
OIDC_ISSUER = _oidc.issuer
OIDC_VERIFIED_DOMAINS = _oidc.domains
OIDC_TRUSTS_FACTOR = _oidc.trusts_factor
SOCIALACCOUNT_ADAPTER = "academy.people.sign_in.provider.CouncilSignInAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5  # seconds
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "council",
                "name": _oidc.name,
                "client_id": _oidc.client_id,
                "secret": _oidc.client_secret,
                "settings": {"server_url": _oidc.issuer, "uid_field": "sub"},
            }
        ]
        if _oidc.issuer
        else [],
    }
}

INVITATION_DAYS = 14
# How long a peer outside can confirm a talk by her link.
PEER_LINK_DAYS = 30

# A working morning without a page load (engines.access.sessions moves the end on); the page warns five minutes before
# and asks nothing but one press.
SESSION_COOKIE_AGE = 4 * 60 * 60
SESSION_WARNING_SECONDS = 5 * 60
