"""The states of training and the ways between them, one module for each thing that has states."""

from academy.training.workflow.bookings import BOOKING
from academy.training.workflow.events import EVENT
from academy.training.workflow.requests import REQUEST, STAGE
from academy.training.workflow.reviews import QUALITY_REVIEW

__all__ = ["BOOKING", "EVENT", "QUALITY_REVIEW", "REQUEST", "STAGE"]
