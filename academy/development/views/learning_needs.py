"""Learning needs of an appraisal: named, taken away, noted as met."""

from django.db.models import Model

from academy.development.forms.appraisals import NeedForm
from academy.development.models import Appraisal, LearningNeed
from academy.development.services.learning_needs import meet, name_need, take_away
from academy.development.views.appraisals import AppraisalDoor, AppraisalForm
from academy.engines.access.acts import Act


class NameNeed(AppraisalForm):
    """Name a learning need."""

    permission = "development.appraisal.arrange"
    form_class = NeedForm
    title = "Name a learning need"
    intro = "The two of you see it. Counted without names it tells the academy what to offer."
    done_message = "Named."

    def act(self, form: NeedForm) -> Model:
        return name_need(appraisal=self.thing, words=form.words, by=self.actor, at=self.now)


class NeedAct(AppraisalDoor, Act):
    """A press beside a learning need."""

    permission = "development.appraisal.arrange"

    @property
    def need(self) -> LearningNeed:
        need: LearningNeed = self.find(self.thing.needs.select_related("appraisal"), pk=self.kwargs["need"])
        return need

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class TakeNeedAway(NeedAct):
    done_message = "Taken away."

    def act(self) -> Appraisal:
        return take_away(need=self.need, by=self.actor, at=self.now)


class MeetNeed(NeedAct):
    done_message = "Noted as met."

    def act(self) -> LearningNeed:
        return meet(need=self.need, by=self.actor, at=self.now)
