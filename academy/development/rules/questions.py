"""Questions and suggestions per kind of learning, as a policy gives them. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from academy.development.choices import TEXTS, Kind, Way


@dataclass(frozen=True)
class Questions:
    """What the form asks for one kind: prompts above each text, the usual way, and statements it often speaks to.

    `suggests` are keys `framework/statement`: which version of the framework is meant is decided by the day.
    """

    usual_way: Way
    prompts: Mapping[str, tuple[str, ...]]
    suggests: tuple[str, ...] = ()

    def prompts_for(self, field: str) -> tuple[str, ...]:
        return self.prompts.get(field, ())


def questions_for(kind: str, *, declared: Mapping[str, Mapping[str, Any]]) -> Questions:
    """The questions of a kind as a policy declares them; a kind the policy does not name has no prompts."""
    found = declared.get(kind, {})
    return Questions(
        usual_way=Way(found.get("usual_way", Way.EXPERIENCE)),
        prompts={field: tuple(found.get(field, ())) for field in TEXTS},
        suggests=tuple(found.get("suggests", ())),
    )


def prompts_by_kind(declared: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, list[str]]]:
    """Every kind's prompts per text, for the page's script."""
    return {
        kind.value: {field: list(questions_for(kind, declared=declared).prompts_for(field)) for field in TEXTS}
        for kind in Kind
    }


def suggested(keys: Iterable[str], *, suggests: Iterable[str]) -> list[str]:
    """Of natural keys `framework/version/statement`, those a kind suggests, in the order the policy names them."""
    known = list(keys)
    return [key for wanted in suggests for key in known if f"{key.split('/')[0]}/{key.split('/')[-1]}" == wanted]
