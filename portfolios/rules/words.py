"""How long a text is, in words, and whether that is what is asked. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """At least and at most so many words; None where nothing is said."""

    least: int | None = None
    most: int | None = None

    def __bool__(self) -> bool:
        return self.least is not None or self.most is not None

    @property
    def says(self) -> str:
        """The range as sentences have it: "1,000 to 3,000 words"; empty without one."""
        if self.least is not None and self.most is not None:
            return f"{self.least:,} to {self.most:,} words"
        if self.least is not None:
            return f"at least {self.least:,} words"
        return f"at most {self.most:,} words" if self.most is not None else ""

    def wrong(self, number: int) -> str:
        """What is wrong with so many words, as the end of a sentence; empty where nothing is."""
        if self.least is not None and number < self.least:
            more = self.least - number
            return f"has {in_words(number)}; {self.says} are asked. Write {more:,} more."
        if self.most is not None and number > self.most:
            return f"has {in_words(number)}; {self.says} are asked. Take out {number - self.most:,}."
        return ""


ANY_LENGTH = Words()


def words_in(text: str) -> int:
    """How many words a text has: what stands between spaces."""
    return len(text.split())


def in_words(number: int) -> str:
    """So many words, as sentences have it: 1 word, 3,500 words."""
    return f"{number:,} word{'' if number == 1 else 's'}"
