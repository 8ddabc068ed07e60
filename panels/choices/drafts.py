"""The codes under which forms of panels keep unsent words."""

REVIEW_FORM = "panels.review"
LOOK_FORM = "panels.look"
NOTES_FORM = "panels.notes"
FEEDBACK_FORM = "panels.feedback"
APPEAL_FORM = "panels.appeal"
ANSWER_FORM = "panels.appeal_answer"
