"""The states of a year and of what happens in it, and the ways between them."""

from asye.workflow.ending import CLAIM
from asye.workflow.enrolments import ENROLMENT
from asye.workflow.year import AGREEMENT, CHANGE, CONCERN, REVIEW, SIGNAL

__all__ = ["AGREEMENT", "CHANGE", "CLAIM", "CONCERN", "ENROLMENT", "REVIEW", "SIGNAL"]
