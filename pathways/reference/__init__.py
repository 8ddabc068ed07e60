"""Ladders as reference data. Organisations, grades and the offer are loaded before: ladders name them."""

from academy.engines.reference.declarations import Kind, declare
from pathways.reference import published
from pathways.schema.ladder import LadderFile
from pathways.services.ladders import load_ladder, withdraw_ladder

__all__ = ["LADDERS", "published"]

LADDERS = Kind(
    name="pathways.ladder",
    app="pathways",
    folder="ladders",
    schema=LadderFile,
    key=lambda file: file.key,
    after=("people.grade", "people.job_role", "training.offer"),
    load=load_ladder,
    withdraw=withdraw_ladder,
)

declare(LADDERS)
