"""Codes and words of feedback: faces to choose, how many cards, when silence is told."""

from django.db.models import TextChoices

# What one answer may say, in characters.
MOST_ANSWER = 4000
# Four cards of A6 are one sheet of A4.
MOST_CARDS = 4
# After how many days without an answer the practitioner is told.
DAYS_QUIET = 14
# Stands in the text where a name stood.
REMOVED = "[name removed]"
# What is taken out at a time is a name, not a sentence: in characters and in words.
MOST_MASKED = 60
MOST_MASKED_WORDS = 5
TAKEN_BACK = "Whoever gave it took it back."
WRITTEN_OUT = "Written out and approved as what was said (D7-06)."
NOT_KEPT = "Withdrawn before it was written out."
# Who acts by a link or a card, as the record names her: nobody.
NOBODY = "the giver of feedback"


class Face(TextChoices):
    """What is chosen in forms with pictures."""

    YES = "yes", "Yes"
    SOMETIMES = "sometimes", "Sometimes"
    NO = "no", "No"
