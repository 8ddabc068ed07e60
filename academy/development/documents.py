"""Documents made of own writing."""

from academy.development.selectors.record import cpd_record
from academy.engines.documents.declarations import DocumentKind, declare

CPD_RECORD = DocumentKind(
    name="development.cpd_record",
    title="My CPD record",
    template="development/pdf/record.html",
    build=cpd_record,
    permission="development.record.take",
)

declare(CPD_RECORD)
