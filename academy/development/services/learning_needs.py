"""Learning needs: what the two agree she needs to learn; counted without names it guides the catalogue (S2-113)."""

from dataclasses import dataclass
from datetime import date, datetime

from academy.development.choices import MOST_TITLE
from academy.development.models import Appraisal, LearningNeed
from academy.development.services.appraisals import changed_in, unsigned
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor

MOST_NEEDS = 12
ARRANGE = "development.appraisal.arrange"


@dataclass(frozen=True, kw_only=True)
class NeedWords:
    """What learning is needed, and by when if that matters."""

    title: str
    by_on: date | None = None


@command("development.need.name")
def name_need(*, appraisal: Appraisal, words: NeedWords, by: Actor, at: datetime) -> Appraisal:
    """Name a learning need at a meeting; either of the two may. A signature given before is taken away by it.

    Refuses others, what both have signed, no title, the same title twice, a day gone by, and more than twelve.
    """
    current = unsigned(appraisal, by=by, permission=ARRANGE)
    title = " ".join(words.title.split())
    if not title or len(title) > MOST_TITLE:
        raise Refused(f"Write what she needs to learn, in at most {MOST_TITLE} characters.", field="title")
    if words.by_on is not None and words.by_on < by.on:
        raise Refused("Write a day to come, or leave it open.", field="by_on")
    named = list(current.needs.values_list("title", flat=True))
    if title.casefold() in {each.casefold() for each in named}:
        raise Refused("This is named already.", field="title")
    if len(named) >= MOST_NEEDS:
        raise Refused(f"{MOST_NEEDS} needs are enough for a year. Take one away first.", field="title")
    LearningNeed.objects.create(appraisal=current, title=title, by_on=words.by_on, added_at=at)
    return changed_in(current, {}, by=by, at=at)


@command("development.need.take_away")
def take_away(*, need: LearningNeed, by: Actor, at: datetime) -> Appraisal:
    """Take a learning need away again before both have signed. A signature given before is taken away by it."""
    current = unsigned(need.appraisal, by=by, permission=ARRANGE)
    need.delete()
    return changed_in(current, {}, by=by, at=at)


@command("development.need.meet")
def meet(*, need: LearningNeed, by: Actor, at: datetime) -> LearningNeed:
    """Note that what was needed is learnt, once both have signed. Refuses others, earlier and twice."""
    appraisal = need.appraisal
    if not allows(ARRANGE, by, appraisal):
        raise Refused("Only the two who named it note that it is met.")
    if not appraisal.is_signed or need.met_on is not None:
        raise Refused("It is noted already, or the meeting is not signed yet.")
    need.met_on = by.on
    need.save(update_fields=["met_on"])
    record(need, changed=("met_on",), about=appraisal.person_id, organisation=appraisal.organisation_id)
    return need
