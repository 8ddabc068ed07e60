"""Codes of inductions."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class ItemKind(TextChoices):
    """The three kinds of things an induction asks (S0-16)."""

    KNOW = "know", "To know"
    UNDERSTAND = "understand", "To understand"
    DO = "do", "To do"


class InductionState(TextChoices):
    """Where an induction stands. Both sign: it is jointly owned (S0-17)."""

    OPEN = "open", "Going on"
    SIGNING = "signing", "Waiting for a signature"
    SIGNED = "signed", "Signed by both"
    ENDED = "ended", "Ended without signing"

    @property
    def state(self) -> State:
        shapes = {"open": Shape.DOING, "signing": Shape.DOING, "signed": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


class EarlierState(TextChoices):
    """Whether learning from before she joined was offered for an item, and what became of it."""

    NONE = "none", "None"
    OFFERED = "offered", "Waiting for an answer"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Not accepted"
