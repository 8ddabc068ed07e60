"""What the assessed and supported year will tell other apps of somebody."""

from academy.engines.facts.families import Family, declare

declare(
    Family(
        name="asye.outcome",
        tells="The assessed and supported year came to its outcome.",
        which="the outcome: passed",
        comes_with="the assessed and supported year",
    ),
)
