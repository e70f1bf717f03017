"""From a document to a pydantic model, with its complaints told in our own words."""

from typing import TYPE_CHECKING, TypeVar

from vvoptimize.errors import Problems
from vvoptimize.source.document import Document

if TYPE_CHECKING:
    from pydantic import BaseModel

M = TypeVar("M", bound="BaseModel")


def validate(document: Document, model: type[M], problems: Problems) -> M | None:
    """The document's data as a model, or None with all that is wrong collected.

    A validator of the model may raise `PydanticCustomError(code, "", {"code": "VV231",
    "path": ("hosts", "x"), ...})`: it becomes the problem of that code at that path,
    which is counted from the part that the validator checks, with the rest of the
    context as the values of its message. `"at": "key"` points at the key instead.

    Parameters
    ----------
    problems
        Problems are added here. What is wrong at a place that already has a problem
        is not told again.
    """
    from pydantic import ValidationError

    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        from vvoptimize.source.bridge import note_validation

        note_validation(error, document, model, problems)
        return None
