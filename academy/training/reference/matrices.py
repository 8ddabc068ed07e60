"""Which learning is required of whom, as reference data. Courses of the offer are loaded before."""

from academy.engines.reference.declarations import Kind, declare
from academy.training.schema.matrix import MatrixFile
from academy.training.services.matrices import load_matrix, withdraw_matrix

MATRICES = Kind(
    name="training.matrix",
    app="training",
    folder="matrices",
    schema=MatrixFile,
    key=lambda file: file.key,
    after=("training.offer",),
    load=load_matrix,
    withdraw=withdraw_matrix,
)

declare(MATRICES)
