"""The accounts somebody tries the portal with: made in one go, each with a verified address."""

from collections.abc import Mapping
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from academy.config.demo import reading
from academy.identity.models import Person, User


@dataclass(frozen=True)
class Account:
    """One line of what `demo_accounts` prints."""

    email: str
    name: str
    who: str
    organisation: str


def open_accounts(people: Mapping[str, Person]) -> dict[str, User]:
    """Make the account of each person, by the account's name. All share one password, so it is hashed only once."""
    listed = reading.accounts()
    hashed = make_password(listed.password)
    users = {name: User(email=address_of(name), person=person, password=hashed) for name, person in people.items()}
    User.objects.bulk_create(users.values())
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users.values()
    )
    return users


def accounts_there() -> list[Account]:
    """The demo's accounts in this database, in the order of the list; empty when no demo is loaded. One query."""
    users = User.objects.filter(email__endswith=f"@{reading.accounts().domain}").select_related("person")
    by_email = {user.email: user for user in users}
    return [
        Account(address_of(each.account), _name(by_email[address_of(each.account)]), each.who, each.organisation)
        for each in reading.accounts().accounts
        if address_of(each.account) in by_email
    ]


def address_of(account: str) -> str:
    return f"{account}@{reading.accounts().domain}"


def _name(user: User) -> str:
    return user.person.full_name if user.person else ""
