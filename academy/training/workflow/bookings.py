"""A booking: waiting, offered or held, then what became of it. Approval is the request's, not the booking's."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.training.choices import BookingState

BOOKING = declare(
    Workflow(
        model_label="training.Booking",
        choices=BookingState,
        initial=BookingState.WAITING,
        terminal=(BookingState.CANCELLED, BookingState.CANCELLED_LATE, BookingState.LAPSED),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="offer",
                source=(BookingState.WAITING,),
                target=BookingState.OFFERED,
                permission="training.place.give",
            ),
            Transition(
                name="seat",
                source=(BookingState.WAITING,),
                target=BookingState.HELD,
                permission="training.place.give",
                stamps=("seated_at",),
            ),
            Transition(
                name="take",
                source=(BookingState.OFFERED,),
                target=BookingState.HELD,
                permission="training.booking.change",
                stamps=("seated_at",),
            ),
            Transition(
                name="lapse",
                source=(BookingState.OFFERED, BookingState.HELD),
                target=BookingState.LAPSED,
                permission="training.place.give",
                stamps=("ended_at",),
            ),
            Transition(
                name="cancel",
                source=(BookingState.WAITING, BookingState.OFFERED, BookingState.HELD),
                target=BookingState.CANCELLED,
                permission="training.booking.change",
                stamps=("ended_at",),
            ),
            Transition(
                name="cancel_late",
                source=(BookingState.HELD,),
                target=BookingState.CANCELLED_LATE,
                permission="training.booking.change",
                stamps=("ended_at",),
            ),
            Transition(
                name="mark_attended",
                source=(BookingState.HELD, BookingState.PART, BookingState.NO_SHOW),
                target=BookingState.ATTENDED,
                permission="training.attendance.keep",
            ),
            Transition(
                name="mark_part",
                source=(BookingState.HELD, BookingState.ATTENDED, BookingState.NO_SHOW),
                target=BookingState.PART,
                permission="training.attendance.keep",
            ),
            Transition(
                name="mark_no_show",
                source=(BookingState.HELD, BookingState.ATTENDED, BookingState.PART),
                target=BookingState.NO_SHOW,
                permission="training.attendance.keep",
            ),
        ),
    )
)
