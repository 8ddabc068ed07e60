"""Short codes that are read from paper and typed: what they are made of, and what is stored of one.

Without vowels no word comes out by chance; without look-alikes (0 and O, 1 and I, 5 and S, 8 and B) none is misread.
A code is far shorter than a link's token, so what is stored is keyed with the server's secret: whoever reads the table
cannot find the code by trying them all.
"""

import secrets

from django.utils.crypto import salted_hmac

ALPHABET = "CDFGHJKMNPQRTWXY34679"
LENGTH = 8
SALT, SALT_FROM = "academy.engines.links.codes", "academy.engines.links.codes.from"


def new_code() -> str:
    """A code nobody can guess within the limits of tries, in two groups: "CDFG-34HJ"."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def code_from(*said: str) -> str:
    """The code that belongs to these words, always the same and known to this server alone: it is not kept, and can be
    shown again to who says the same words again. At least one of them must be as hard to guess as a token.
    """
    made = salted_hmac(SALT_FROM, "\n".join(said), algorithm="sha256").digest()
    number, letters = int.from_bytes(made, "big"), ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters += ALPHABET[place]
    return f"{letters[:4]}-{letters[4:]}"


def hashed_code(typed: str) -> str:
    """What is stored of a code, however it was typed: capitals or not, with any spaces and dashes."""
    letters = "".join(character for character in typed.upper() if character.isalnum())
    return salted_hmac(SALT, letters, algorithm="sha256").hexdigest()
