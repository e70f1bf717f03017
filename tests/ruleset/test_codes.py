"""Every code of the rule language is provoked by some test."""

from pathlib import Path

from vvoptimize.errors.catalogue import ruleset


def test_every_code_is_tried() -> None:
    tests = Path(__file__).parents[1]
    files = [*(tests / "ruleset").glob("*.py"), *(tests / "evaluation").glob("*.py")]
    texts = "".join(file.read_text(encoding="utf-8") for file in files)

    assert [code for code in ruleset.ENTRIES if code not in texts] == []
