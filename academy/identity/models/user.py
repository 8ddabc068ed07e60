from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from academy.identity.models.person import Person
from academy.identity.personal_data import PersonalData


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account. Without a password it cannot be signed in to until one is set by e-mail."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username or "")


class User(AbstractBaseUser):
    """An account to sign in with. Holds no right of its own: rights come from dated posts, roles and grants.

    There is no superuser and no staff flag: nobody, administrators included, reads what is private to somebody else.
    """

    email = models.EmailField(unique=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="user")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    personal_data = PersonalData(
        {
            "email": "signs the person in and reaches her; deleted with the account",
            "password": "hash only; deleted with the account",
            "last_login": "shows the person her last sign-in; deleted with the account",
            "person": "joins the account to the record",
        }
    )

    class Meta:
        ordering = ["email"]
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="user_email_in_lower_case"),
            models.CheckConstraint(condition=~Q(email=""), name="user_has_email"),
        ]

    def __str__(self) -> str:
        return self.email
