"""One supervision session: whether it was held, the part of each, signatures and what was added."""

from typing import Any, cast

from django.db.models import Model
from django.utils.functional import cached_property

from academy.development.choices.supervisions import NOTE_FORM, SessionState
from academy.development.forms.supervisions import AddForm, HoldForm, MissForm, NoteForm
from academy.development.models import Supervision
from academy.development.services import supervisions
from academy.development.views.supervision_agreements import SECTION, way
from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door, Page
from academy.engines.drafts.selectors.words import KeptWords, words_for
from academy.engines.drafts.services.drafts import delete as forget_draft
from academy.identity.models import User
from academy.people.rules.spans import in_words


class SessionDoor(Door):
    """A view of one session, found through what the actor may know of: only the two who met."""

    section = SECTION
    thing: Supervision

    def load(self) -> Supervision:
        visible = Supervision.objects.visible_to(self.actor).select_related("agreement", "person", "supervisor")
        found: Supervision = self.find(visible, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int:
        return self.thing.person_id

    @property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    @property
    def name(self) -> str:
        other = self.thing.supervisor if self.is_own else self.thing.person
        day = in_words(self.thing.held_on or self.thing.planned_on)
        return f"{self.thing.get_strand_display()} supervision with {other.full_name}, {day}"

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return way((self.thing.get_strand_display(), self.thing.agreement.get_absolute_url()))


class ReadSession(SessionDoor, Page):
    """Both parts side by side, who has signed, and the reader's next step."""

    permission = "development.supervision.see"
    template_name = "development/supervision.html"

    def read(self) -> dict[str, Any]:
        row = self.thing
        signed_at = row.own_signed_at if self.is_own else row.supervisor_signed_at
        is_held = row.state == SessionState.HELD
        return {
            "title": self.name,
            "session": row,
            "is_own": self.is_own,
            "may_write": row.state != SessionState.SIGNED,
            "may_hold": row.state in (SessionState.PLANNED, SessionState.MISSED),
            "may_miss": row.state == SessionState.PLANNED,
            "may_sign": is_held and signed_at is None,
            "may_add": row.state == SessionState.SIGNED,
            "addenda": list(row.addenda.select_related("written_by")),
            "crumbs": [*self.crumbs, (in_words(row.held_on or row.planned_on), "")],
        }


class SessionForm(SessionDoor, FormPage):
    """A form about a session; back to its page."""

    permission = "development.supervision.keep"

    def read(self) -> dict[str, Any]:
        page = self.thing.get_absolute_url()
        return {"caption": self.name, "cancel_url": page, "crumbs": [*self.crumbs, ("Session", page), (self.title, "")]}

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()


class HoldSession(SessionForm):
    form_class = HoldForm
    title = "It was held"
    done_message = "Noted as held. Each of you writes in your own part, and both sign."

    def form_arguments(self) -> dict[str, Any]:
        held_on = min(self.thing.planned_on, self.today)
        return {"initial": {"held_on": held_on, "minutes": str(self.thing.agreement.minutes)}}

    def act(self, form: HoldForm) -> Model:
        said = form.cleaned_data
        return supervisions.hold(
            session=self.thing, held_on=said["held_on"], minutes=int(said["minutes"]), by=self.actor, at=self.now
        )


class MissSession(SessionForm):
    form_class = MissForm
    title = "It was not held"
    done_message = "Noted. Plan the next one now."

    def act(self, form: MissForm) -> Model:
        said = form.cleaned_data
        return supervisions.miss(
            session=self.thing, because=said["because"], words=said["words"], by=self.actor, at=self.now
        )


class WriteNotes(SessionForm):
    """One's own part. It saves itself while it is written; the other sees it once it is saved by the button."""

    permission = "development.supervision.see"
    template_name = "development/appraisal_write.html"
    form_class = NoteForm
    title = "My part"
    done_message = "Saved. Both of you see it."

    @property
    def writer(self) -> User:
        """The account that writes; who is not signed in does not come this far."""
        return cast(User, self.request.user)

    @cached_property
    def words(self) -> KeptWords | None:
        """What this form saved by itself, or was sent too late."""
        return words_for(user=self.writer, form=NOTE_FORM, key=str(self.thing.pk))

    def form_arguments(self) -> dict[str, Any]:
        held = self.thing.own_notes if self.is_own else self.thing.supervisor_notes
        if self.words is not None and self.words.has_draft:
            held = self.words.data.get("words", held)
        return {"initial": {"words": held}}

    def read(self) -> dict[str, Any]:
        return {
            **super().read(),
            "words": self.words,
            "draft_form": NOTE_FORM,
            "key": str(self.thing.pk),
            "takes_signature": bool(self.thing.own_signed_at or self.thing.supervisor_signed_at),
        }

    def act(self, form: NoteForm) -> Model:
        made = supervisions.note(session=self.thing, words=form.cleaned_data["words"], by=self.actor, at=self.now)
        forget_draft(owner=self.writer, form=NOTE_FORM, key=str(self.thing.pk))
        return made


class AddToSession(SessionForm):
    permission = "development.supervision.see"
    form_class = AddForm
    title = "Add to this session"
    intro = "It is locked. What you add stands below it with your name and the day."
    done_message = "Added."

    def act(self, form: AddForm) -> Model:
        return supervisions.add(session=self.thing, words=form.cleaned_data["words"], by=self.actor, at=self.now)


class SignSession(SessionDoor, Act):
    permission = "development.supervision.see"
    done_message = "You have signed."

    def act(self) -> Model:
        return supervisions.sign(session=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.thing.get_absolute_url()
