"""Services and teams."""

from typing import Any

from academy.people.choices import ServiceKind
from academy.ui.forms import OneChoiceField, PortalForm, ShortTextField, WrittenDateField


class ServiceForm(PortalForm):
    name = ShortTextField(label="Name of the service", max_length=120)
    kind = OneChoiceField(label="Whom is it for?", choices=ServiceKind.choices)


class EndServiceForm(PortalForm):
    submit_words = "End the service"
    submit_is_warning = True
    from_on = WrittenDateField(label="From which day is it no longer there?")


class TeamNameForm(PortalForm):
    name = ShortTextField(label="Name of the team", max_length=120)


class TeamForm(TeamNameForm):
    """A team of one of the organisation's services."""

    submit_words = "Add the team"
    from_on = WrittenDateField(label="From which day?")

    def __init__(self, *args: Any, services: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"] = OneChoiceField(label="Which service is it part of?", choices=services)
        self.order_fields(["service", "name", "from_on"])


class MoveTeamForm(PortalForm):
    """The service a team goes to; of those that are not its own."""

    submit_words = "Move the team"
    from_on = WrittenDateField(label="From which day?", help_text="The first day in the other service.")
    note = ShortTextField(
        label="Reason", help_text="Shown in the records of everybody who moves with the team.", max_length=200
    )

    def __init__(self, *args: Any, services: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"] = OneChoiceField(label="Which service does it go to?", choices=services)
        self.order_fields(["service", "from_on", "note"])
