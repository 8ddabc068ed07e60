"""Codes and words of a case: where it stands, what it is about, and what is asked for."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class CaseKind(TextChoices):
    """What a panel is asked: a step up by panel, a post by interview with the portfolio seen (S2-198), an ASYE."""

    PROGRESSION = "progression", "Progression"
    APPOINTMENT = "appointment", "Post by interview"
    MODERATION = "moderation", "ASYE moderation"


class CaseState(TextChoices):
    """Where a case stands. Decided is not told: nobody outside the panel knows before it is released."""

    DRAFT = "draft", "Being prepared"
    RECEIVED = "received", "Handed in"
    CHANGES_ASKED = "changes_asked", "Changes asked for"
    CHANGES_MADE = "changes_made", "Changes made"
    ACCEPTED = "accepted", "Accepted"
    IN_REVIEW = "in_review", "Being reviewed"
    REVIEWS_IN = "reviews_in", "Reviews are in"
    LOOKED_AGAIN = "looked_again", "Being looked at again"
    ON_AGENDA = "on_agenda", "On the agenda"
    DECIDED = "decided", "Decided, not told yet"
    RELEASED = "released", "Told"
    DEFERRED = "deferred", "Put off to another sitting"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        return State(str(self.label), _SHAPES.get(self.value, Shape.DOING))

    @property
    def outside(self) -> State:
        """How it stands for whoever is not on the panel: that a decision is taken shows only when it is told."""
        return State("With the panel", Shape.DOING) if self in WITH_PANEL else self.state


_SHAPES = {
    "draft": Shape.NOT_YET,
    "released": Shape.MET,
    "deferred": Shape.NOT_YET,
    "withdrawn": Shape.NOT_YET,
    "changes_asked": Shape.AGEING,
}
# Before a case is accepted, its candidate may hand in again; afterwards it rests on one snapshot.
BEFORE_ACCEPTED = (CaseState.DRAFT, CaseState.RECEIVED, CaseState.CHANGES_ASKED, CaseState.CHANGES_MADE)
# While reviewers judge alone, and until the panel has decided.
JUDGED_ALONE = (CaseState.ACCEPTED, CaseState.IN_REVIEW)
COMPARED = (CaseState.REVIEWS_IN, CaseState.LOOKED_AGAIN)
WITH_PANEL = (*JUDGED_ALONE, *COMPARED, CaseState.ON_AGENDA, CaseState.DECIDED)
# What can still be withdrawn or put off: everything before it is decided.
UNDECIDED = (*BEFORE_ACCEPTED, *JUDGED_ALONE, *COMPARED, CaseState.ON_AGENDA)
OVER = (CaseState.RELEASED, CaseState.WITHDRAWN)
LIVE = tuple(state for state in CaseState if state not in OVER)


class AskedState(TextChoices):
    """A named item that is to be mended before a case is accepted."""

    ASKED = "asked", "To be mended"
    MENDED = "mended", "Mended"
    SETTLED = "settled", "Settled"

    @property
    def state(self) -> State:
        shapes = {"asked": Shape.AGEING, "mended": Shape.DOING, "settled": Shape.MET}
        return State(str(self.label), shapes[self.value])


class Gate(TextChoices):
    """The gates of a step that needs a vacancy, in order (S2-14 to S2-16)."""

    PORTFOLIO = "portfolio", "Portfolio"
    VACANCY = "vacancy", "Vacancy"
    RECRUITMENT = "recruitment", "Recruitment"
