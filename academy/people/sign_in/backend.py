"""Who is signed in, for every request."""

from allauth.account.auth_backends import AuthenticationBackend

from academy.identity.models import User


class PersonBackend(AuthenticationBackend):
    """allauth's sign-in by e-mail; the account comes with its person, since every page asks who she is."""

    def get_user(self, user_id: int) -> User | None:
        """The account of a session with its person, in one query; None for one that is gone or closed."""
        user = User.objects.select_related("person").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
