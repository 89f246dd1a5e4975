"""What is kept of a release is written with its first books, and never again."""

from pathlib import Path

import pytest

from tests.upgrade.kept import keep_once


def test_second_books_of_a_release_leave_its_files_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "0.2.0" / "topics.txt"
    for _ in range(2):
        keep_once(file, "fund.allocated\n")
    assert file.read_text(encoding="utf-8") == "fund.allocated\n"


def test_books_of_a_release_that_knows_other_facts_are_not_kept_beside_the_first(tmp_path: Path) -> None:
    file = tmp_path / "0.2.0" / "topics.txt"
    keep_once(file, "fund.allocated\n")
    with pytest.raises(ValueError, match=r"0\.2\.0/topics\.txt says something else"):
        keep_once(file, "fund.allocated\nfund.received\n")
    assert file.read_text(encoding="utf-8") == "fund.allocated\n"
