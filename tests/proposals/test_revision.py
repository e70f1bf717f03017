"""A base that is a revision: what git is asked, and what it cannot give."""

from __future__ import annotations

import subprocess

import pytest

from tests.proposals.world import RULES, SCENARIO, changed, committed, git
from vvoptimize.cli.run import run
from vvoptimize.errors import InputError
from vvoptimize.source.read import MAX_BYTES
from vvoptimize.source.revision import revision


def refused(function, *arguments):
    with pytest.raises(InputError) as caught:
        function(*arguments)
    return [problem.code for problem in caught.value.problems]


def test_a_file_is_read_as_it_was(repository):
    before = (repository / SCENARIO).read_text("utf-8")
    changed(repository, SCENARIO, "id: tiny", "id: other")

    found = revision("HEAD", SCENARIO)

    assert found.read(found.label(SCENARIO)) == before
    assert found.commit == git(repository, "rev-parse", "HEAD")


@pytest.mark.parametrize("name", ["main", "HEAD~0", "v1", "@{0}"])
def test_a_revision_is_named_as_git_understands_it(repository, name):
    git(repository, "tag", "v1")

    assert revision(name, SCENARIO).commit == git(repository, "rev-parse", "HEAD")


def test_a_file_beside_it_is_found_by_its_way_from_the_first(repository):
    found = revision("HEAD", SCENARIO)

    assert found.read(f"HEAD:/scenarios/../{RULES}").startswith("# yaml-language")


def test_it_does_not_matter_where_one_stands(repository, monkeypatch):
    (repository / "elsewhere").mkdir()
    monkeypatch.chdir(repository / "scenarios")
    near = revision("HEAD", "tiny.yaml")
    monkeypatch.chdir(repository / "elsewhere")
    path = str(repository / SCENARIO)
    far = revision("HEAD", path)

    monkeypatch.chdir(repository / "scenarios")
    text = near.read(near.label("tiny.yaml"))
    assert (
        near.read("HEAD:/scenarios/../rules/tiny.yaml")
        == (repository / RULES).read_text()
    )
    monkeypatch.chdir(repository / "elsewhere")
    assert far.read(far.label(path)) == text


def test_a_file_that_is_gone_from_the_working_tree_is_still_in_the_revision(repository):
    (repository / RULES).unlink()
    (repository / "rules").rmdir()

    found = revision("HEAD", SCENARIO)

    assert "everyone-hosts" in found.read(found.label(RULES))


@pytest.mark.parametrize(
    "name",
    ["nope", "-h", "--output=x", "", "HEAD:scenarios", "HEAD\0", "a b", "$(id)", ".."],
)
def test_what_is_no_revision_is_told_and_nothing_is_run(repository, name):
    before = sorted(repository.iterdir())

    assert refused(revision, name, SCENARIO) == ["VV472"]
    assert sorted(repository.iterdir()) == before


def test_a_file_outside_of_any_repository_is_told(world, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(world.parent))

    assert refused(revision, "HEAD", SCENARIO) == ["VV471"]


def test_git_that_is_missing_is_told(repository, monkeypatch):
    monkeypatch.setenv("PATH", str(repository))

    assert refused(revision, "HEAD", SCENARIO) == ["VV470"]


def test_what_the_revision_lacks_is_told(repository):
    (repository / "scenarios" / "new.yaml").write_text("x", encoding="utf-8")
    found = revision("HEAD", SCENARIO)

    for path in ("scenarios/new.yaml", "scenarios/none.yaml", "x\0y", "scenarios/*"):
        assert refused(found.read, found.label(path)) == ["VV473"]


def test_folders_and_links_are_no_files(repository):
    (repository / "link.yaml").symlink_to(SCENARIO)
    (repository / "folder.yaml").mkdir()
    (repository / "folder.yaml" / "x").write_text("x", encoding="utf-8")
    committed(repository, "more")
    found = revision("HEAD", SCENARIO)

    for path in ("link.yaml", "folder.yaml", "scenarios"):
        assert refused(found.read, found.label(path)) == ["VV474"]


def test_a_path_out_of_the_repository_is_told(repository):
    found = revision("HEAD", SCENARIO)

    for path in ("../rules.yaml", "/etc/passwd", "scenarios/../../x"):
        assert refused(found.label, path) == ["VV475"]
        assert refused(found.read, f"HEAD:/{path.lstrip('/')}") in (
            ["VV475"],
            ["VV473"],  # a path from the top of the repository, where nothing is
        )
    assert refused(found.read, str(repository / SCENARIO)) == ["VV475"]


def test_a_file_that_is_too_large_or_no_text_is_refused_as_ever(repository):
    (repository / "large.yaml").write_bytes(b" " * (MAX_BYTES + 1))
    (repository / "bytes.yaml").write_bytes(b"a: \xff")
    committed(repository, "odd")
    found = revision("HEAD", SCENARIO)

    assert refused(found.read, found.label("large.yaml")) == ["VV505"]
    assert refused(found.read, found.label("bytes.yaml")) == ["VV107"]


def test_a_damaged_repository_is_told(repository):
    found = revision("HEAD", SCENARIO)
    blob = git(repository, "rev-parse", f"HEAD:{SCENARIO}")
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()

    assert refused(found.read, found.label(SCENARIO)) == ["VV476"]


def test_it_is_the_repository_that_holds_the_file_whatever_a_hook_runs_in(
    repository, monkeypatch
):
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere")
    monkeypatch.setenv("GIT_PREFIX", "rules/")

    found = revision("HEAD", SCENARIO)

    assert found.read(found.label(SCENARIO)) == (repository / SCENARIO).read_text()


def test_git_is_never_asked_by_a_shell(repository, monkeypatch):
    asked = []
    run = subprocess.run

    def recorded(arguments, **settings):
        asked.append((arguments, settings.get("shell", False)))
        return run(arguments, **settings)

    monkeypatch.setattr(subprocess, "run", recorded)
    found = revision("HEAD", SCENARIO)
    found.read(found.label(SCENARIO))

    assert asked
    assert all(isinstance(a, list) and not shell for a, shell in asked)
    assert all(a[:2] == ["git", "-C"] for a, _ in asked)


def test_the_way_to_its_rules_is_the_same_whatever_the_revision_is_called(
    repository, capsys
):
    git(repository, "branch", "some/branch")

    for name, told in (("HEAD", "HEAD:/"), ("some/branch", "")):
        command = ["check", SCENARIO, "-a", "proposed", "--lang", "en", "--base", name]
        assert run(command) == 0
        shown = capsys.readouterr().out
        head = told or f"{git(repository, 'rev-parse', 'HEAD')[:9]}:/"
        assert f"Rules: {head}rules/tiny.yaml." in shown
