"""Reports as plain text."""

from reasoner.report.ir import Code, Heading, Item, Items, Paragraph, Ref, Report
from reasoner.report.to_text import to_text

LONG = "word " * 60


def test_blocks_stand_apart_and_ids_in_brackets() -> None:
    report = Report(
        (
            Heading(1, "Dossier x"),
            Paragraph(("A sentence ", Ref("one"), ".")),
            Heading(3, "Conflict 1", "abc"),
            Items((Item(("First ", Ref("two")), (("Said by Ann.",),)), Item(("Second",))), first=1),
            Items((Item(("Third",)),)),
        )
    )
    assert to_text(report) == (
        "Dossier x\n=========\n\nA sentence [one].\n\nConflict 1 [abc]\n"
        "  1. First [two]\n     Said by Ann.\n  2. Second\n  - Third\n"
    )


def test_lines_are_filled_up_to_a_hundred_columns_and_hang() -> None:
    rows = to_text(Report((Items((Item((LONG,)),)),))).splitlines()
    assert max(map(len, rows)) <= 100
    assert len(rows) == 4
    assert all(row.startswith("    word") for row in rows[1:])


def test_an_id_and_a_thing_to_type_are_never_torn_apart() -> None:
    told = to_text(Report((Paragraph((LONG, Ref("a b " * 10), Code('--adopt "start of x by 2012"'), LONG)),)))
    assert f"[{'a b ' * 10}]" in told
    assert '--adopt "start of x by 2012"' in told


def test_colour_is_only_bold_and_dim_and_only_on_demand() -> None:
    report = Report((Heading(1, "Title"), Paragraph(("See ", Ref("one"), " and ", Ref("two")))))
    assert "\x1b" not in to_text(report)
    assert to_text(report, color=True) == "\x1b[1mTitle\x1b[0m\n=====\n\nSee \x1b[2m[one]\x1b[0m and \x1b[2m[two]\x1b[0m\n"


def test_only_ids_are_dim_and_count_for_no_columns() -> None:
    said = "He wrote [sic] it "
    report = Report((Paragraph((said, Ref("a [b] c"), f", {LONG}")),))
    told = to_text(report, color=True)
    assert told.startswith(f"{said}\x1b[2m[a [b] c]\x1b[0m, word")
    assert told.replace("\x1b[2m", "").replace("\x1b[0m", "") == to_text(report)


def test_nothing_else_steers_a_terminal() -> None:
    evil = "\x1b[31m\u202e\x00\n"
    told = to_text(Report((Heading(2, evil, evil), Paragraph((evil, Ref(evil), Code(evil))))))
    assert not set(told) & {"\x1b", "\u202e", "\x00"}
    assert told.count("\n") == 3 + 1
