"""Whether a number that somebody sets has been decided, and then by whom."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from vvoptimize.errors import listed
from vvoptimize.scenario.parts import Line, LooseDate, Part, Text

LACKS = "VV241"
PRETENDS = "VV242"

DECISION = ("set_by", "case", "date")


class Status(StrEnum):
    """Whether a number has been decided by those it binds."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"


class Adoption(Part):
    """Who set a number: those who adopted it, or who proposes it."""

    status: Annotated[Status, Field(strict=False)] = Field(
        Status.PROPOSED, description="proposed until those it binds have adopted it"
    )
    set_by: Text | None = Field(
        None, description="who adopted it; of a proposed number, who proposes it"
    )
    case: Line | None = Field(None, description="the case in which it was adopted")
    date: LooseDate | None = Field(None, description="when it was adopted")

    @model_validator(mode="after")
    def _is_accounted_for(self) -> Self:
        """Refuse an adoption that nobody can look up, and a proposal that poses as one.

        The codes are those of the fields that a person must mend.
        """
        said = [key for key in DECISION if getattr(self, key) is not None]
        if self.status is Status.ADOPTED and len(said) < len(DECISION):
            missing = listed(key for key in DECISION if key not in said)
            where = ("status",)
            context = {"code": LACKS, "path": where, "missing": missing}
            raise PydanticCustomError(LACKS, LACKS, context)
        decided = [key for key in said if key != "set_by"]
        if self.status is Status.PROPOSED and decided:
            key = decided[0]
            context = {"code": PRETENDS, "path": (key,), "at": "key", "key": key}
            raise PydanticCustomError(PRETENDS, PRETENDS, context)
        return self
