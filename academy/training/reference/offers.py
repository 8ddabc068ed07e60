"""What an organisation offers to learn, and what its academy publishes, as reference data."""

from academy.engines.reference.declarations import Kind, declare
from academy.training.schema.offer import OfferFile
from academy.training.schema.text import TextFile
from academy.training.services.loading import load_offer, withdraw_offer
from academy.training.services.loading_texts import load_text, withdraw_text

OFFERS = Kind(
    name="training.offer",
    app="training",
    folder="offers",
    schema=OfferFile,
    key=lambda file: file.organisation,
    after=("people.organisation", "people.job_role", "people.grade", "frameworks.framework"),
    load=load_offer,
    withdraw=withdraw_offer,
)
TEXTS = Kind(
    name="training.text",
    app="training",
    folder="texts",
    schema=TextFile,
    key=lambda file: file.path,
    after=("people.organisation",),
    load=load_text,
    withdraw=withdraw_text,
)

declare(OFFERS, TEXTS)
