"""The wheel holds the rules and scenarios, and works without the source tree."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from vvoptimize.data import data_folder

ROOT = Path(__file__).resolve().parents[2]

# Prints where an installed package finds a file: the wheel's folder must come first.
FIND = """
import sys
sys.path.insert(0, sys.argv[1])
from vvoptimize.data import data_folder
print(data_folder(sys.argv[2]))
"""


def shipped_files():
    return sorted(
        path.relative_to(ROOT)
        for name in ("rules", "scenarios")
        for path in data_folder(name).rglob("*")
        if path.is_file()
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Return a folder into which the wheel has been unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    result = subprocess.run(
        build, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    [wheel] = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_checkout_has_rules_and_scenarios():
    folders = {path.parts[0] for path in shipped_files()}

    assert folders == {"rules", "scenarios"}


@pytest.mark.slow
def test_wheel_holds_every_rule_and_scenario(installed):
    data = installed / "vvoptimize" / "data"

    for path in shipped_files():
        assert (data / path).read_bytes() == (ROOT / path).read_bytes()


@pytest.mark.slow
def test_wheel_is_typed_and_licensed(installed):
    [metadata] = installed.glob("*.dist-info")

    assert (installed / "vvoptimize" / "py.typed").is_file()
    assert (metadata / "licenses" / "LICENSE").is_file()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["rules", "scenarios"])
def test_installed_package_finds_its_own_data(installed, name):
    result = subprocess.run(
        [sys.executable, "-c", FIND, installed, name],
        cwd=installed,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert Path(result.stdout.strip()) == installed / "vvoptimize" / "data" / name


@pytest.mark.slow
def test_package_without_data_says_so(installed):
    (installed / "vvoptimize" / "data" / "rules").rename(installed / "elsewhere")
    result = subprocess.run(
        [sys.executable, "-c", FIND, installed, "rules"],
        cwd=installed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    (installed / "elsewhere").rename(installed / "vvoptimize" / "data" / "rules")

    assert "this installation of vvoptimize lacks its `rules` folder" in result.stderr
