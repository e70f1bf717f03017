"""The pages of all findings, by their codes.

Findings have a series of their own, L1xx to L6xx: an error stops the program, and its
code begins with VV; a finding is about a file that may be used as it is.
"""

from vvoptimize.authoring.lint.page import Page
from vvoptimize.authoring.lint.pages import (
    cases,
    conditions,
    forms,
    names,
    numbers,
    texts,
)

PAGES: dict[str, Page] = {
    **numbers.PAGES,
    **conditions.PAGES,
    **cases.PAGES,
    **names.PAGES,
    **texts.PAGES,
    **forms.PAGES,
}
