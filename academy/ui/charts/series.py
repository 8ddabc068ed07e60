"""The three ways of learning as charts know them: 70 by experience, 20 from others, 10 formal."""

from enum import StrEnum


class Series(StrEnum):
    """A way of learning; its code, its words and its style belong together."""

    EXPERIENCE = "experience"
    OTHERS = "others"
    FORMAL = "formal"

    @property
    def words(self) -> str:
        return {"experience": "By experience", "others": "From others", "formal": "Formal"}[self.value]

    @property
    def mark(self) -> str:
        """The style of its marks; the key says the words, so the colour never stands alone."""
        return {"experience": "c-70", "others": "c-20", "formal": "c-10"}[self.value]
