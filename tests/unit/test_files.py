from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reasoner.files import SourceFile, load
from reasoner.report.diagnostics_to_text import diagnostics_to_text


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(path: str, content: str | bytes = "dossier: d\n") -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(*paths: str, **options: object) -> str:
    unread = [file for file in load(paths, **options) if file.fault]
    assert unread
    assert {file.text for file in unread} == {""}
    return diagnostics_to_text([file.fault for file in unread], {})


def loaded(*paths: str) -> list[str]:
    return [file.path for file in load(paths)]


def test_a_file_keeps_the_path_and_the_text_that_it_has() -> None:
    write("a.yaml", "dossier: d\r\nzone: UTC\n")
    assert load(["./a.yaml"]) == (SourceFile("./a.yaml", "dossier: d\r\nzone: UTC\n"),)


def test_folders_are_searched_for_yaml_and_yml_and_sorted_by_path() -> None:
    for path in ("f/b/z.yaml", "f/a.yml", "f/b/a.yaml", "f/b.yaml", "f/notes.txt", "f/c.YAML", "f/a.yaml.bak"):
        write(path)
    assert loaded("f") == loaded("f/") == ["f/a.yml", "f/b.yaml", "f/b/a.yaml", "f/b/z.yaml"]


def test_hidden_files_and_folders_are_left_out_unless_named() -> None:
    write("f/.hidden/a.yaml")
    write("f/.b.yaml")
    write("f/c.yaml")
    assert loaded("f") == ["f/c.yaml"]
    assert loaded("f/.hidden") == ["f/.hidden/a.yaml"]


def test_a_file_may_have_any_ending_if_it_is_named() -> None:
    assert loaded(write("facts.txt")) == ["facts.txt"]


def test_the_order_of_the_paths_does_not_matter_and_a_file_is_read_once() -> None:
    write("f/a.yaml")
    write("g.yaml")
    assert loaded("g.yaml", "f", "f/a.yaml", "./g.yaml") == loaded("./g.yaml", "f/a.yaml", "g.yaml", "f")
    assert len(loaded("g.yaml", "f", "f/a.yaml", "./g.yaml")) == 2


def test_a_dash_is_what_the_caller_hands_in() -> None:
    assert load(["-"], stdin="dossier: d\n") == (SourceFile("-", "dossier: d\n"),)
    assert load(["-"], stdin=b"\xef\xbb\xbfdossier: d\n") == (SourceFile("-", "dossier: d\n"),)


def test_a_dash_without_any_input_is_a_fault() -> None:
    assert refused("-") == "-: F006 nothing was handed in as standard input\n"


def test_a_byte_order_mark_is_taken_off() -> None:
    write("a.yaml", b"\xef\xbb\xbfdossier: d\n")
    assert load(["a.yaml"])[0].text == "dossier: d\n"


@pytest.mark.parametrize("path", ["nowhere.yaml", "a.yaml/b", "", "nul\0l"])
def test_a_missing_path_is_a_fault(path: str) -> None:
    write("a.yaml")
    assert "F001 no such file or folder\n" in refused(path)


def test_all_faults_are_told_at_once_in_order_of_path() -> None:
    write("b.yaml", b"\x00")
    Path("empty").mkdir()
    assert refused("nowhere", "empty", "b.yaml", "nowhere") == (
        "b.yaml: F003 this is not a text file\n"
        "help: facts and rules are YAML, saved as UTF-8\n"
        "\n"
        "empty: F005 no *.yaml or *.yml file in this folder\n"
        "help: name the folder that holds the dossier\n"
        "\n"
        "nowhere: F001 no such file or folder\n"
    )


def test_bytes_that_are_no_utf8_are_told_with_their_place() -> None:
    write("a.yaml", b"dossier: d\nzone: \xd9\x85\xff\n")
    assert (
        refused("a.yaml") == "a.yaml:2:8: F003 this file is not UTF-8 text: byte ff cannot stand here\nhelp: save it as UTF-8\n"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "cp1256"])
def test_other_encodings_are_refused(encoding: str) -> None:
    write("a.yaml", "dossier: مختار".encode(encoding))
    assert " F003 " in refused("a.yaml")


def test_half_a_letter_at_the_end_is_refused_and_not_dropped() -> None:
    write("a.yaml", "dossier: م".encode()[:-1])
    assert "a.yaml:1:10: F003" in refused("a.yaml")


def test_a_sparse_file_of_200_megabytes_is_refused_unread() -> None:
    with Path("big.yaml").open("wb") as stream:
        stream.truncate(200_000_000)
    started = time.perf_counter()
    assert refused("big.yaml") == (
        "big.yaml: F004 this file is too large: 200,000,000 bytes, and at most 50,000,000 are read\n"
        "help: split it, or keep bulk data out of the dossier\n"
    )
    assert time.perf_counter() - started < 0.1


def test_the_limit_can_be_set_and_a_file_of_just_that_size_is_read() -> None:
    write("a.yaml", "dossier: d\n")
    assert load(["a.yaml"], largest=11)[0].text == "dossier: d\n"
    assert "F004" in refused("a.yaml", largest=10)
    assert "F004" in refused("-", stdin="dossier: d\n", largest=10)


def test_a_pipe_is_refused_and_not_waited_for() -> None:
    os.mkfifo("pipe.yaml")
    assert "F002 this is not a regular file" in refused("pipe.yaml")


def test_a_device_is_refused() -> None:
    assert "F002" in refused(os.devnull)


def test_a_link_to_itself_is_a_fault() -> None:
    Path("loop.yaml").symlink_to("loop.yaml")
    assert refused("loop.yaml") == "loop.yaml: F007 this link leads back to itself\nhelp: remove the link\n"


def test_a_link_that_leads_nowhere_is_a_fault_also_inside_a_folder() -> None:
    write("f/a.yaml")
    Path("f/b.yaml").symlink_to("nowhere")
    assert refused("f") == "f/b.yaml: F001 no such file or folder\n"


def test_a_link_to_a_folder_above_is_a_fault_and_ends() -> None:
    write("f/g/a.yaml")
    Path("f/g/up").symlink_to("..")
    assert "f/g/up: F007 this link leads back to a folder that it lies in" in refused("f")


def test_a_link_to_another_folder_is_followed_and_its_files_are_read_once() -> None:
    write("f/g/a.yaml")
    Path("f/h").symlink_to("g")
    assert loaded("f") == ["f/g/a.yaml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_fault() -> None:
    write("a.yaml")
    Path("a.yaml").chmod(0)
    assert refused("a.yaml") == "a.yaml: F006 no permission to read this\n"


def test_what_the_system_refuses_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    write("f/a.yaml")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    assert refused("f") == "f: F006 no permission to read this\n"


def test_a_path_with_an_escape_sequence_is_printed_without_it() -> None:
    assert "\x1b" not in refused("\x1b[31mred.yaml")


def test_loading_needs_nothing_of_the_engine() -> None:
    code = "import sys, reasoner.files; sys.exit('yaml' in sys.modules or 'clingo' in sys.modules)"
    root = str(Path(__file__).parent.parent.parent)
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": root}, check=False).returncode == 0
