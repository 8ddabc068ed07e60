"""The forms of the gallery: one of each kind of answer."""

from academy.ui.forms import (
    Button,
    CheckboxesField,
    DateField,
    DocumentField,
    FilterForm,
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
    YesField,
)

KINDS = [("case", "Work with a person or family"), ("peer", "Talk with a colleague"), ("course", "Course or event")]
MIXES = [("70", "by experience (70)"), ("20", "from others (20)"), ("10", "in formal learning (10)")]
STATEMENTS = [
    ("PCF 2018", [("pcf-6", "6 Critical reflection and analysis"), ("pcf-4", "4 Rights, justice and wellbeing")]),
    ("Adult PQS 2015", [("pqs-5", "5 Mental capacity")]),
]


class GalleryForm(PortalForm):
    """One of each kind of answer."""

    kind = OneChoiceField(label="What kind of learning was it?", choices=KINDS, inline=True)
    title = ShortTextField(label="Title", help_text="A few words that tell you later which one it was.")
    on = WrittenDateField(label="When")
    born_on = DateField(label="Registered on", help_text="For example 27 3 2019", required=False)
    mix = OneChoiceField(label="Learnt mostly", choices=MIXES, as_list=True)
    hours = ShortTextField(label="Hours", width=3, required=False)
    statements = CheckboxesField(label="Which standards does it speak to?", choices=STATEMENTS, required=False)
    file = DocumentField(
        label="Certificate", endings=[".pdf", ".docx"], most_bytes=10_000_000, kinds="PDF or Word", required=False
    )
    sure = YesField(label="The people in it cannot be recognised")
    submit_words = "Keep this entry"
    other_buttons = (Button("later", "Leave as draft"),)


class WritingForm(PortalForm):
    """Long writing, with prompts above and a count below."""

    what = LongTextField(
        label="What happened, and why does it matter for your work?",
        prompts=["What did you expect before you went in?", "What did the person want? How do you know?"],
        aside="Others wrote 80 to 250 here",
        required=False,
    )
    learnt = LongTextField(label="What did you learn?", most_words=250, required=False)
    marks_optional = False
    prefix = "writing"


class GalleryFilters(FilterForm):
    """Filters above a list."""

    q = ShortTextField(label="Search my words", kind="search")
    mix = OneChoiceField(label="Kind", choices=[("", "All kinds"), *MIXES], as_list=True)
