"""Coaches and mentors of the demo with what they have begun: profiles of the crowd in bulk, some of the cast."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from academy.config.demo.cast import Cast
from academy.config.demo.crowd import Crowd
from academy.config.demo.days import Days, moment, working_day
from academy.config.demo.dice import Dice
from academy.config.demo.spells import Sketch
from academy.development.choices.coaching import CoachArea, CoachFormat, CoachKind, EndedBecause, MatchState
from academy.development.models import CoachingTerms, CoachMatch, CoachMeeting, CoachProfile, CoachProfileArea
from academy.identity.models import Person

# So many of the crowd of each academy coach colleagues; kinds are drawn from the list as they stand there.
COACHES = {"bristol": 30, "bexley": 34}
KINDS = (CoachKind.EXECUTIVE, CoachKind.SUPER, CoachKind.SUPER, CoachKind.MENTOR, CoachKind.MENTOR, CoachKind.MENTOR)
ABOUT = (
    "I ask more than I tell. People come to me before a next step, or when a step went wrong.",
    "I came to social care late and by a side road, and I like to think ahead with people who wonder what comes next.",
    "I have chaired panels and sat before them. I help you prepare without rehearsing you into somebody else.",
    "Team life, difficult talks, finding your voice in a room. We meet, we walk, we write one thing down.",
    "I am trained as a coach and have supervision for it. You bring the question; I keep the time.",
    "I mentor people new to a role: the first hundred days, who decides what, and where the coffee is.",
    "I work part time and coach part time. Short, regular meetings suit me best.",
)
WHEN = ("Tuesdays and Thursdays", "Mornings", "Friday afternoons", "Every second week", "By arrangement", "Lunchtimes")
# Of a hundred places so many are taken, and of a hundred coaches so many take nobody new for some weeks.
TAKEN, AWAY = 45, 8
# Who of the cast coaches, and who asked her so many days ago or works with her.
CAST_COACHES = {"assessor": CoachKind.SUPER, "chair": CoachKind.MENTOR}
ASKED_AGO = 5


@dataclass(frozen=True)
class Coaching:
    """Coaching of one loading."""

    cast: Cast
    crowd: Crowd

    @property
    def days(self) -> Days:
        return self.cast.days

    def write(self) -> int:
        """Profiles, matches and meetings; returns how many coaches there are."""
        profiles = CoachProfile.objects.bulk_create([*self._of_the_crowd(), *self._of_the_cast()])
        CoachProfileArea.objects.bulk_create(
            CoachProfileArea(profile=profile, area=area)
            for profile in profiles
            for area in Dice("areas", profile.person.full_name).shuffled(CoachArea.values)[:3]
        )
        matches = CoachMatch.objects.bulk_create([*self._begun(profiles), self._asked(profiles)])
        CoachMeeting.objects.bulk_create(meeting for match in matches for meeting in self._meetings(match))
        return len(profiles)

    def _of_the_crowd(self) -> Iterator[CoachProfile]:
        for organisation, number in COACHES.items():
            people = [person for sketch, person in self._present(organisation) if len(sketch.spells) > 1]
            others = [person for sketch, person in self._present(organisation) if len(sketch.spells) == 1]
            for person in [*people, *others][:number]:
                yield self._profile(person, organisation, kind=Dice("coach", person.full_name).pick(KINDS))

    def _of_the_cast(self) -> Iterator[CoachProfile]:
        for key, kind in CAST_COACHES.items():
            yield self._profile(self.cast.people[key], "bristol", kind=kind, is_free=True)

    def _present(self, organisation: str) -> list[tuple[Sketch, Person]]:
        """Who of the crowd works there today, in the order they were sketched."""
        return [
            (sketch, person)
            for sketch, person in self.crowd.people
            if sketch.organisation == organisation and (sketch.until_on is None or sketch.until_on > self.days.on)
        ]

    def _profile(self, person: Person, organisation: str, *, kind: str, is_free: bool = False) -> CoachProfile:
        dice = Dice("profile", person.full_name)
        away = dice.happens(AWAY) and not is_free
        return CoachProfile(
            person=person,
            organisation=self.cast.places.organisations[organisation],
            kind=kind,
            about=dice.pick(ABOUT),
            when=dice.pick(WHEN),
            format=dice.pick(CoachFormat.values),
            capacity=dice.between(2, 4),
            free_from=self.days.around(dice.between(20, 90)) if away else None,
            changed_at=moment(self.days.around(-dice.between(30, 300)), dice),
        )

    def _begun(self, profiles: list[CoachProfile]) -> Iterator[CoachMatch]:
        """Coaching of the crowd: under way, or ended in the last year. Nobody has two coaches."""
        terms = CoachingTerms.objects.filter(organisation=None).order_by("-valid_from", "pk").first()
        coaches = {profile.person_id for profile in profiles}
        free = {
            slug: [person for _, person in self._present(slug) if person.pk not in coaches][::-1] for slug in COACHES
        }
        for profile in profiles:
            dice = Dice("matches", profile.person.full_name)
            waiting = free[profile.organisation.slug]
            for _ in range(profile.capacity - 1):
                if waiting and dice.happens(TAKEN):
                    yield self._match(profile, waiting.pop(), terms=terms, dice=dice)

    def _match(self, profile: CoachProfile, person: Person, *, terms: CoachingTerms | None, dice: Dice) -> CoachMatch:
        from_on = self.days.around(-dice.between(20, 330))
        until_on = from_on + relativedelta(months=6, days=-1)
        signed_at = moment(from_on - timedelta(days=3), dice)
        is_over = until_on <= self.days.yesterday
        asked_at = signed_at - timedelta(days=dice.between(5, 20))
        return CoachMatch(
            person=person,
            profile=profile,
            organisation=profile.organisation,
            terms=terms,
            area=dice.pick(CoachArea.values),
            state=MatchState.ENDED if is_over else MatchState.RUNNING,
            sessions_agreed=dice.between(4, 6),
            minutes=60,
            from_on=from_on,
            until_on=until_on,
            ended_on=until_on if is_over else None,
            ended_because=dice.pick((EndedBecause.DONE, EndedBecause.DONE, EndedBecause.TIME)) if is_over else "",
            **self._moments(asked_at, signed_at),
        )

    def _moments(self, asked_at: datetime, signed_at: datetime) -> dict[str, datetime]:
        yes = {"coach_accepted_at": asked_at + timedelta(days=2), "person_accepted_at": asked_at + timedelta(days=3)}
        signed = dict.fromkeys(("changed_at", "coach_signed_at", "person_signed_at"), signed_at)
        return {"asked_at": asked_at, **yes, **signed}

    def _asked(self, profiles: list[CoachProfile]) -> CoachMatch:
        """The occupational therapist waits for an answer of the assessor."""
        asked_at = moment(self.days.around(-ASKED_AGO), Dice("asked", "ot"))
        profile = next(each for each in profiles if each.person_id == self.cast.people["assessor"].pk)
        return CoachMatch(
            person=self.cast.people["ot"],
            profile=profile,
            organisation=profile.organisation,
            area=CoachArea.PROGRESSION,
            words="I should like to think aloud about what a senior post would ask of me.",
            asked_at=asked_at,
            changed_at=asked_at,
        )

    def _meetings(self, match: CoachMatch) -> Iterator[CoachMeeting]:
        """A meeting every five weeks since it began; one in ten was missed."""
        if match.from_on is None:
            return
        dice = Dice("meetings", match.person.full_name)
        for number in range(match.sessions_agreed or 0):
            day = working_day(match.from_on + timedelta(weeks=5 * number))
            if match.from_on <= day <= min(self.days.yesterday, match.until_on or date.max):
                outcome = "missed" if dice.happens(10) else "held"
                yield CoachMeeting(match=match, met_on=day, outcome=outcome, noted_at=moment(day, dice))
