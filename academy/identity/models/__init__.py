from academy.identity.models.organisation import Organisation
from academy.identity.models.person import Person
from academy.identity.models.user import User

__all__ = ["Organisation", "Person", "User"]
