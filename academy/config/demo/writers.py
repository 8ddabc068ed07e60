"""Who writes in the demo, from when to when, and out of which hand-written texts."""

from dataclasses import dataclass
from datetime import date

from academy.config.demo import reading
from academy.config.demo.cast import Cast
from academy.config.demo.crowd import Crowd
from academy.config.demo.reading import Member, Text
from academy.config.demo.reigns import Reign, manager_on

# Which files of texts a sort of writer draws from, by the kind of her service; courses and talks are added by pool.
FILES = {
    ("practitioner", "adults"): ("capacity", "safeguarding", "planning"),
    ("practitioner", "children"): ("children", "court"),
    ("beginner", "adults"): ("beginning_adults", "planning"),
    ("beginner", "children"): ("beginning_children", "children"),
    ("therapist", "adults"): ("therapy",),
    ("support", "adults"): ("support",),
    ("support", "children"): ("support",),
    ("manager", "adults"): ("managing",),
    ("manager", "children"): ("managing",),
}
POOLED = ("courses", "together")
# Support workers have their own courses, and nobody supervises a student in her first year.
WITHOUT_POOLS = ("support",)


@dataclass(frozen=True)
class Writer:
    """Somebody who keeps a log: whose it is, where she works, since when she writes, and who manages her when.

    `name` is her key in the cast, or her full name. A steady one has no empty stretch.
    """

    person_id: int
    organisation_id: int
    name: str
    team: str
    writes: str
    service: str
    since: date
    until: date
    reigns: tuple[Reign, ...] = ()
    is_steady: bool = False

    def manager_on(self, day: date) -> int | None:
        return manager_on(day, (reign for reign in self.reigns if reign.person_id != self.person_id))


def cast_writer(cast: Cast, member: Member, *, writes: str) -> Writer:
    """One of the cast as a writer; she is steady."""
    team = cast.places.team(member.organisation, member.steps[-1].team)
    return Writer(
        person_id=cast.people[member.key].pk,
        organisation_id=cast.places.organisations[member.organisation].pk,
        name=member.key,
        team=f"{member.organisation}/{team.code}",
        writes=writes,
        service=team.service.kind,
        since=max(cast.days.months_ago(member.steps[0].months), cast.days.begin),
        until=cast.days.yesterday,
        is_steady=True,
    )


def crowd_writers(crowd: Crowd) -> list[Writer]:
    """Everybody of the crowd whose career says what she writes, until she left or yesterday."""
    days, places = crowd.days, crowd.places
    return [
        Writer(
            person_id=person.pk,
            organisation_id=places.organisations[each.organisation].pk,
            name=person.full_name,
            team=f"{each.organisation}/{each.plan.team}",
            writes=each.career.writes,
            service=places.team(each.organisation, each.plan.team).service.kind,
            since=max(each.from_on, days.begin),
            until=min(each.until_on or days.yesterday, days.yesterday),
            reigns=tuple(crowd.reigns[each.organisation, each.plan.team]),
        )
        for each, person in crowd.people
        if each.career.writes
    ]


def texts_of(writes: str, service: str) -> list[Text]:
    """Every text a writer of this sort could have written, no title twice."""
    own = [text for name in FILES[writes, service] for text in reading.texts(name)]
    if writes in WITHOUT_POOLS:
        return own
    pools = {"all"} if writes in ("therapist", "manager") else {"all", service}
    pooled = [text for name in POOLED for text in reading.texts(name) if text.pool in pools]
    return [*own, *(text for text in pooled if writes != "beginner" or text.kind != "teaching")]
