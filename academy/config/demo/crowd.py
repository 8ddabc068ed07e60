"""Everybody else: sketched from careers, then written in bulk under the constraints of the same tables."""

from dataclasses import dataclass, field
from decimal import Decimal

from academy.config.demo import reading
from academy.config.demo.cast import Cast
from academy.config.demo.days import Days
from academy.config.demo.dice import Dice
from academy.config.demo.naming import Namer, address
from academy.config.demo.places import Places, spinal_point
from academy.config.demo.reading import TeamPlan
from academy.config.demo.reigns import Reign, pieces_of
from academy.config.demo.spells import Sketch, Spell, spells_of
from academy.identity.models import Person
from academy.people.models import Post, Terms


@dataclass
class Crowd:
    """The people of the crowd with their sketches, and who led which team when; `plans` are by organisation."""

    days: Days
    places: Places
    cast: Cast
    plans: dict[str, list[TeamPlan]] = field(default_factory=reading.teams)
    people: list[tuple[Sketch, Person]] = field(default_factory=list)
    reigns: dict[tuple[str, str], list[Reign]] = field(default_factory=dict)

    def gather(self, namer: Namer) -> None:
        """Sketch and write everybody: people, their posts, and the terms of these."""
        careers = reading.careers()
        sketches = [
            self._sketch(organisation, plan, number, careers=careers, namer=namer)
            for organisation, plans in self.plans.items()
            for plan in plans
            for number in range(len(plan.careers))
        ]
        people = Person.objects.bulk_create(
            Person(
                given_name=each.given,
                family_name=each.family,
                work_email=address(each.given, each.family, each.organisation),
            )
            for each in sketches
        )
        self.people = list(zip(sketches, people, strict=True))
        self._tell_reigns()
        self._employ()

    def manager_of(self, organisation: str, team: str) -> Person | None:
        """Who leads the team on the day of loading."""
        reigns = self.reigns[organisation, team]
        held = next((reign for reign in reigns if reign.holds_on(self.days.on)), None)
        return Person.objects.get(pk=held.person_id) if held else None

    def _sketch(
        self, organisation: str, plan: TeamPlan, number: int, *, careers: dict[str, reading.Career], namer: Namer
    ) -> Sketch:
        named = plan.names[number] if number < len(plan.names) else ""
        given, family = namer.claim(named) if named else namer.name()
        career = careers[plan.careers[number]]
        dice = Dice(organisation, plan.team, number)
        spells = spells_of(career, plan, days=self.days, dice=dice, others=self._neighbours(organisation, plan.team))
        return Sketch(given, family, organisation, plan, career, spells)

    def _neighbours(self, organisation: str, team: str) -> list[str]:
        """Teams of the same service somebody may have come from: those that a chief has other teams beside."""
        service = self.places.team(organisation, team).service_id
        planned = [plan.team for plan in self.plans[organisation] if plan.chief and plan.team != team]
        return [code for code in planned if self.places.team(organisation, code).service_id == service]

    def _tell_reigns(self) -> None:
        """Who led each team: one of the cast, or whoever of the crowd is its manager; its chief where nobody is."""
        for organisation, plans in self.plans.items():
            for plan in plans:
                led = [
                    *self._own_leaders(organisation, plan),
                    *(self._from_cast(key) for key in (plan.manager, plan.chief) if key in self.cast.people),
                ]
                self.reigns.setdefault((organisation, plan.team), led)

    def _own_leaders(self, organisation: str, plan: TeamPlan) -> list[Reign]:
        if plan.manager != "own" or (organisation, plan.team) in self.reigns:
            return []
        team = [
            (each, person) for each, person in self.people if each.organisation == organisation and each.plan == plan
        ]
        led = [
            Reign(person.pk, spell.from_on, spell.until_on)
            for each, person in team
            for spell in each.leads
            if spell.team == plan.team
        ]
        first, eldest = team[0]
        return sorted(led, key=lambda reign: reign.from_on) or [Reign(eldest.pk, first.from_on, first.until_on)]

    def _from_cast(self, key: str) -> Reign:
        return Reign(self.cast.people[key].pk, self.cast.posts[key].from_on)

    def _employ(self) -> None:
        posts = Post.objects.bulk_create(
            Post(
                person=person,
                organisation=self.places.organisations[each.organisation],
                from_on=each.from_on,
                until_on=each.until_on,
            )
            for each, person in self.people
        )
        Terms.objects.bulk_create(
            self._terms(each, spell=piece.spell, post=post, manager_id=piece.manager_id)
            for (each, person), post in zip(self.people, posts, strict=True)
            for spell in each.spells
            for piece in pieces_of(spell, self.reigns[each.organisation, spell.team], but=person.pk)
        )

    def _terms(self, sketch: Sketch, *, spell: Spell, post: Post, manager_id: int | None) -> Terms:
        step = spell.step
        grade, level = self.places.graded(sketch.organisation, step)
        return Terms(
            post=post,
            team=self.places.team(sketch.organisation, spell.team),
            job_role=self.places.jobs[step.job],
            job_title=step.title,
            grade=grade,
            level=level,
            spinal_point=spinal_point(grade, spell.from_on),
            fte=Decimal(step.fte),
            line_manager_id=manager_id,
            reason=step.reason,
            from_on=spell.from_on,
            until_on=spell.until_on,
        )
