"""The terms of coaching, edition by edition, as reference data."""

from academy.development.schema.coaching import TermsFile
from academy.development.services.coaching_terms import load_terms, withdraw_terms
from academy.engines.reference.declarations import Kind, declare

COACHING_TERMS = Kind(
    name="development.coaching_terms",
    app="development",
    folder="coaching_terms",
    schema=TermsFile,
    key=lambda file: file.key,
    after=("people.organisation",),
    load=load_terms,
    withdraw=withdraw_terms,
)

declare(COACHING_TERMS)
