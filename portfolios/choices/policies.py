"""Codes and words of evidence policies."""

from django.db.models import TextChoices


class Asked(TextChoices):
    """Which form of feedback is asked: in words, or with pictures to choose from."""

    ADULT = "adult", "People who draw on care and support, and carers"
    PROFESSIONAL = "professional", "Professionals and managers"
    EASY = "easy", "Easy read"
    CHILD = "child", "Children and young people"


class Picture(TextChoices):
    """The pictures beside questions of easy read and of children, drawn by the portal; the words tell what is seen."""

    LISTEN = "listen", "An ear"
    EXPLAIN = "explain", "A speech bubble"
    CHOOSE = "choose", "Two ways that part"
    KIND = "kind", "A heart"
    HELP = "help", "Two hands"
    TIME = "time", "A clock"
    SAFE = "safe", "A house"


# The three questions in words, and in which text of the feedback the answer to each is kept.
IN_WORDS = {"well": "went_well", "better": "could_be_better", "more": "anything_else"}
