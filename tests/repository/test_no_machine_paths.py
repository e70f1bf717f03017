"""No file of the repository names one machine's folder or an index's address."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# In pieces, so that this file does not hold what it looks for.
PATTERN = re.compile(
    "|".join(
        [
            r"(?<![\w./<-])/(?:work|root|home)" + r"/",
            r"(?<!\w)/opt" + r"/(?:pypi|wheels)",
            r"[A-Za-z]:\\" + r"Users\\",
            r"(?:index-url|find-links|index_url)" + r"\s*[=:]?\s*\S*://",
            r"pypi\." + r"org/simple",
            r"files\.python" + r"hosted",
        ]
    )
)


def files():
    """Return the files that git has or would take."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return sorted(path for path in paths if path.is_file())


@pytest.mark.parametrize(
    "text",
    [
        "cd /" + "work/main",
        'open("/' + 'root/.config")',
        "/" + "home/kari/vvoptimize",
        "C:\\" + "Users\\kari",
        "--index-url" + " https://mirror.example/simple",
        "https://pypi" + ".org/simple/click",
    ],
)
def test_path_or_address_is_found(text):
    assert PATTERN.search(text)


@pytest.mark.parametrize(
    "text", ["a/work/b", "framework/", "the rules/work/", "/worked/"]
)
def test_relative_path_is_not_found(text):
    assert not PATTERN.search(text)


def test_no_file_names_a_machine_or_an_index():
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in files()
        for number, line in enumerate(
            path.read_text("utf-8", errors="replace").splitlines(), start=1
        )
        if PATTERN.search(line)
    ]

    assert found == []


def test_the_files_are_found():
    assert ROOT / "pyproject.toml" in files()
