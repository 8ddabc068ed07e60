"""One's coaching: the matches one is half of, from the answer to the end."""

from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Model

from academy.development.forms.coaching import AnswerMatchForm, ContractForm, EndForm, MeetingForm
from academy.development.models import CoachMatch, CoachMeeting
from academy.development.selectors.coaching import MatchView, matches_of, view_of, views_of
from academy.development.selectors.coaching_terms import parts_of, terms_of
from academy.development.services.coach_meetings import change, note
from academy.development.services.matches import accept, decline, end, say_yes, sign, withdraw, write_contract
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door, Page

COACHING = ("My coaching", "/development/coaching/mine/")


class MyCoaching(Page):
    """Every match one is half of, what waits first."""

    permission = "development.coach.find"
    section = "development"
    template_name = "development/coaching.html"

    def read(self) -> dict[str, Any]:
        views = views_of(self.actor)
        return {
            "title": "My coaching",
            "crumbs": [MY_DEVELOPMENT, ("My coaching", "")],
            "open": [view for view in views if not view.is_finished],
            "over": [view for view in views if view.is_finished],
        }


class MatchDoor(Door):
    """A view of one match."""

    section = "development"
    permission = "development.match.keep"
    thing: CoachMatch

    def load(self) -> CoachMatch:
        match: CoachMatch = self.find(matches_of(self.actor), pk=self.kwargs["pk"])
        return match

    @property
    def view(self) -> MatchView:
        return view_of(self.thing, self.actor)

    def next_page(self, made: Model | None = None) -> str:
        return self.thing.get_absolute_url()

    def below(self, words: str) -> dict[str, Any]:
        """The way back of a form about this match."""
        own = self.thing.get_absolute_url()
        return {"cancel_url": own, "crumbs": [COACHING, (self.view.other.full_name, own), (words, "")]}


class ReadMatch(MatchDoor, Page):
    """How coaching stands: whose turn it is, the contract, the meetings."""

    permission = "development.match.see"
    template_name = "development/match.html"

    def person_read(self) -> int | None:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        view = self.view
        terms = terms_of(self.thing, self.today)
        return {
            "title": f"Coaching {view.other.full_name}" if view.is_coach else f"Coached by {view.other.full_name}",
            "crumbs": [MY_DEVELOPMENT, COACHING, (view.other.full_name, "")],
            "view": view,
            "match": self.thing,
            "terms": terms,
            "parts": parts_of(terms) if terms else [],
        }


class AnswerMatch(MatchDoor, FormPage):
    """The coach accepts or declines."""

    permission = "development.match.answer"
    template_name = "development/match_answer.html"
    form_class = AnswerMatchForm
    title = "Your answer"
    done_message = "Your answer is noted."

    def read(self) -> dict[str, Any]:
        return {**self.below("Your answer"), "match": self.thing, "view": self.view}

    def act(self, form: AnswerMatchForm) -> Model:
        said = form.cleaned_data
        if said["answer"] == "yes":
            return accept(match=self.thing, by=self.actor, at=self.now)
        return decline(match=self.thing, because=said["because"], by=self.actor, at=self.now)


class SayYes(MatchDoor, Act):
    """The person's yes."""

    permission = "development.match.own"
    done_message = "It is agreed. Make your contract next."

    def act(self) -> Model:
        return say_yes(match=self.thing, by=self.actor, at=self.now)


class WithdrawMatch(MatchDoor, Act):
    """The person takes her request back."""

    permission = "development.match.own"
    done_message = "Your request is taken back."

    def act(self) -> Model:
        return withdraw(match=self.thing, by=self.actor, at=self.now)


class WriteContract(MatchDoor, FormPage):
    """Sessions, minutes and days; what is usual is suggested."""

    form_class = ContractForm
    title = "Your contract"
    intro = "Write down what you agreed. Both of you sign it; a change takes the signatures away."
    done_message = "Written. Read it together and sign it."

    def form_arguments(self) -> dict[str, Any]:
        match = self.thing
        if match.sessions_agreed is not None:
            written = {"minutes": match.minutes, "from_on": match.from_on, "until_on": match.until_on}
            return {"initial": {"sessions": match.sessions_agreed, **written}}
        terms = terms_of(match, self.today)
        usual = terms.content["usual"] if terms else {"sessions": 6, "minutes": 60, "months": 6}
        until = self.today + relativedelta(months=usual["months"], days=-1)
        suggested = {"sessions": usual["sessions"], "minutes": usual["minutes"]}
        return {"initial": {**suggested, "from_on": self.today, "until_on": until}}

    def read(self) -> dict[str, Any]:
        return self.below("Contract")

    def act(self, form: ContractForm) -> Model:
        return write_contract(match=self.thing, contract=form.contract, by=self.actor, at=self.now)


class SignContract(MatchDoor, Act):
    """One press each."""

    done_message = "You have signed."

    def act(self) -> Model:
        return sign(match=self.thing, seen=self.request.POST.get("seen", ""), by=self.actor, at=self.now)


class NoteMeeting(MatchDoor, FormPage):
    """A meeting with its day."""

    form_class = MeetingForm
    title = "Note a meeting"
    intro = "The day and whether you met. What you talked about belongs nowhere here."
    done_message = "The meeting is noted."

    def read(self) -> dict[str, Any]:
        return self.below("A meeting")

    def act(self, form: MeetingForm) -> Model:
        said = form.cleaned_data
        return note(match=self.thing, met_on=said["met_on"], outcome=said["outcome"], by=self.actor, at=self.now)


class ChangeMeeting(MatchDoor, FormPage):
    """How a meeting stands now."""

    form_class = MeetingForm
    title = "How does this meeting stand?"
    done_message = "The meeting is saved."

    @property
    def meeting(self) -> CoachMeeting:
        meeting: CoachMeeting = self.find(self.thing.meetings.all(), pk=self.kwargs["meeting"])
        return meeting

    def form_arguments(self) -> dict[str, Any]:
        meeting = self.meeting
        return {"initial": {"met_on": meeting.met_on, "outcome": meeting.outcome}}

    def read(self) -> dict[str, Any]:
        return self.below("A meeting")

    def act(self, form: MeetingForm) -> Model:
        said = form.cleaned_data
        outcome = {"met_on": said["met_on"], "outcome": said["outcome"]}
        return change(meeting=self.meeting, by=self.actor, at=self.now, **outcome)


class EndMatch(MatchDoor, FormPage):
    """The end, with a reason from the list."""

    form_class = EndForm
    title = "End this coaching"
    done_message = "The coaching has ended."

    def read(self) -> dict[str, Any]:
        return self.below("End")

    def act(self, form: EndForm) -> Model:
        return end(match=self.thing, because=form.cleaned_data["because"], by=self.actor, at=self.now)
