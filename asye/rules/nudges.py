"""What a nudge says, and how often somebody gets one. Pure."""

from datetime import date, timedelta

from academy.people.rules.spans import in_words

# Nobody gets two within these days, whoever sends them and whatever they are about.
APART = timedelta(days=7)


def words_of(*, whose: str, what: str, since_on: date) -> str:
    """What the case waits for and since when; `whose` is empty in the reader's own year."""
    year = f"{whose}’s ASYE" if whose else "Your ASYE"
    return f"{year} waits for you {what}, since {in_words(since_on)}."


def too_soon(last_on: date | None, *, on: date) -> str:
    """Why she is not nudged again today; empty where she can be."""
    if last_on is None or on - last_on >= APART:
        return ""
    return f"The last nudge went on {in_words(last_on)}. The next can go on {in_words(last_on + APART)}."
