import io
import sys
from pathlib import Path

import pytest

from vvoptimize.errors import InputError, Problem, Span
from vvoptimize.source import read_text


def refusal(path: str | Path) -> Problem:
    with pytest.raises(InputError) as caught:
        read_text(str(path))
    (problem,) = caught.value.problems
    assert problem.render("nb")
    return problem


def test_text_is_read_as_utf8_without_its_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("\ufeffnavn: Unjárga".encode())

    assert read_text(str(file)) == "navn: Unjárga"


def test_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("navn: Båtsfjord".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)

    assert read_text("-") == "navn: Båtsfjord"


def test_missing_file_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.yaml").code == "VV501"
    assert refusal("").code in {"VV501", "VV502"}


def test_folder_is_told(tmp_path: Path) -> None:
    problem = refusal(tmp_path)

    assert problem.code == "VV502"
    assert problem.span is None


@pytest.mark.parametrize("path", ["a\0b", "x" * 10_000])
def test_impossible_name_is_told(path: str) -> None:
    assert refusal(path).code == "VV504"


def test_file_within_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")

    assert refusal(tmp_path / "a" / "b").code in {"VV501", "VV504"}


@pytest.mark.parametrize(("is_folder", "code"), [(True, "VV502"), (False, "VV503")])
def test_lack_of_permission_is_told(
    monkeypatch: pytest.MonkeyPatch, is_folder: bool, code: str
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "is_dir", lambda _: is_folder)

    assert refusal("a.yaml").code == code


def test_too_large_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"x" * 5_000_001)

    assert refusal(file).code == "VV505"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["Unix", "Windows", "Mac"])
def test_byte_that_is_not_utf8_has_a_place(
    tmp_path: Path, mark: bytes, end: bytes
) -> None:
    file = tmp_path / "latin1.yaml"
    file.write_bytes(mark + "å: 1".encode() + end + "æ: ".encode() + b"B\xe5t" + end)
    problem = refusal(file)

    assert problem.code == "VV107"
    assert problem.span == Span(str(file), 2, 5)
    assert problem.span.excerpt == "æ: B\ufffdt"
    assert problem.values == {"byte": "0xE5"}


def test_utf16_is_told_at_its_first_byte(tmp_path: Path) -> None:
    file = tmp_path / "utf16.yaml"
    file.write_bytes("a: 1".encode("utf-16"))

    assert refusal(file).span == Span(str(file), 1, 1)
