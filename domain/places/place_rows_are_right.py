"""Every row of a file of divisions or units is right, or nothing of the file is recorded (区划、单位名册逐行核对)."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import TypeVar

from domain.code import texts
from domain.keys import KeyMisread, business_key
from domain.places.codes import UnitKind
from domain.places.division import level_of, parent_of
from domain.places.refusals import NothingNewInFile, PlaceRowsWrong
from domain.places.rows import DivisionRow, PlaceRow, UnitRow
from domain.places.unified_code import is_unified_code
from domain.refusal import FAULTS_NAMED_MAX
from domain.rules.facts_hold_no_personal_numbers import is_identity

Fault = tuple[int, str, str]
"""The number of the row from 1, and what is wrong with it in Chinese and English."""


R = TypeVar("R", DivisionRow, UnitRow)


def division_rows_are_right(
    rows: Sequence[DivisionRow], known: Mapping[str, DivisionRow], on: date
) -> list[DivisionRow]:
    """Give the rows that are new, with level and parent filled in, on the business day.

    Raises PlaceRowsWrong naming every wrong row, then NothingNewInFile.  A row that stands in `known` as it is counts
    as right and is not given again.
    """
    codes = {row.code for row in rows} | {code for code, row in known.items() if row.in_force_on(on)}
    _refuse([*_division_faults(rows, known, codes), *_common_faults(rows)])
    filled = [
        DivisionRow(
            row.code, row.name, level_of(row.code) or "", parent_of(row.code), row.from_on, row.until_on
        )
        for row in rows
    ]
    return _new(filled, known)


def unit_rows_are_right(
    rows: Sequence[UnitRow],
    known: Mapping[str, UnitRow],
    divisions: Mapping[str, DivisionRow],
    on: date,
) -> list[UnitRow]:
    """Give the rows that are new, on the business day.

    Raises PlaceRowsWrong naming every wrong row, then NothingNewInFile.
    """
    in_force = {code for code, row in divisions.items() if row.in_force_on(on)}
    _refuse([*_unit_faults(rows, known, in_force), *_common_faults(rows)])
    return _new(rows, known)


def _refuse(faults: Sequence[Fault]) -> None:
    if faults:
        raise PlaceRowsWrong(sorted(faults)[:FAULTS_NAMED_MAX], len(faults))


def _new(rows: Sequence[R], known: Mapping[str, R]) -> list[R]:
    """Give the rows that are not known yet; one that is known otherwise is wrong."""
    _refuse(
        [
            (
                number,
                f"{row.code} {known[row.code].name} 已登记，与本条不同：{_differences(known[row.code], row)}",
                f"{row.code} {known[row.code].name} is registered otherwise: {_differences(known[row.code], row)}",
            )
            for number, row in enumerate(rows, 1)
            if row.code in known and known[row.code] != row
        ]
    )
    new = [row for row in rows if row.code not in known]
    if not new:
        raise NothingNewInFile(len(rows))
    return new


def _differences(known: DivisionRow | UnitRow, row: DivisionRow | UnitRow) -> str:
    """Name the fields that differ, each with what stands there and what the row says."""
    there, here = asdict(known), asdict(row)
    return "；".join(
        f"{field} {there[field] or '–'} → {here[field] or '–'}"
        for field in there
        if there[field] != here[field]
    )


def _is_key(code: str) -> bool:
    try:
        return unicodedata.normalize("NFKC", business_key(code, "code")) == code
    except KeyMisread:
        return False


def _common_faults(rows: Sequence[PlaceRow]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        earlier = first.setdefault(row.code, number)
        if earlier != number:
            yield number, f"代码与第 {earlier} 条重复", f"has the code of row {earlier}"
        if not row.name.strip():
            yield number, "缺名称", "has no name"
        elif not row.name.isprintable():
            yield number, "名称含换行或不可见字符", "has a name with line ends or invisible characters"
        if row.from_on is not None and row.until_on is not None and row.until_on < row.from_on:
            yield (
                number,
                f"止日 {row.until_on} 早于起日 {row.from_on}",
                f"ends on {row.until_on}, before it begins on {row.from_on}",
            )


def _division_faults(
    rows: Sequence[DivisionRow], known: Mapping[str, DivisionRow], codes: Collection[str]
) -> Iterator[Fault]:
    for number, row in enumerate(rows, 1):
        level = level_of(row.code)
        if level is None:
            yield (
                number,
                f"代码“{row.code}”不是 6、9 或 12 位数字",
                f"has the code “{row.code}”, which is not 6, 9 or 12 digits",
            )
            continue
        if row.level not in {"", level}:
            yield number, f"级别 {row.level} 与代码位数不符，应为 {level}", f"is a {level}, not a {row.level}"
        around = parent_of(row.code)
        if row.parent_code not in {"", around}:
            yield (
                number,
                f"上级 {row.parent_code} 与代码不符，应为 {around or '空'}",
                f"has the parent {row.parent_code} where its code says {around or 'none'}",
            )
        elif around and around not in codes and row.code not in known:
            yield (
                number,
                f"上级 {around} 未登记或已撤销",
                f"lies in {around}, which is not registered or has ended",
            )


def _unit_faults(
    rows: Sequence[UnitRow], known: Mapping[str, UnitRow], divisions: Collection[str]
) -> Iterator[Fault]:
    holders = {unit.unified_code: unit.code for unit in known.values() if unit.unified_code}
    for number, row in enumerate(rows, 1):
        if not _is_key(row.code):
            yield (
                number,
                f"单位代码“{row.code}”须为 1 至 64 字，首尾不空，半角，不含斜杠",
                f"has the code “{row.code}”; it takes 1 to 64 characters, no outer blanks, half width, no slash",
            )
        if level_of(row.code) is not None:
            yield (
                number,
                f"单位代码 {row.code} 是区划代码的写法",
                f"has the code {row.code}, which reads as a division",
            )
        if row.kind not in texts(UnitKind):
            kinds = "、".join(texts(UnitKind))
            yield (
                number,
                f"单位类别“{row.kind}”不在 {kinds} 中",
                f"has the kind “{row.kind}”, not one of {kinds}",
            )
        if row.place_code and row.place_code not in divisions and row.code not in known:
            yield (
                number,
                f"所在地 {row.place_code} 未登记或已撤销",
                f"lies in {row.place_code}, which is not registered or has ended",
            )
        if not row.unified_code:
            continue
        if not is_unified_code(row.unified_code) or is_identity(row.unified_code):
            yield (
                number,
                f"统一社会信用代码“{row.unified_code}”校验不符",
                f"has “{row.unified_code}”, which fails the check of a unified code",
            )
        holder = holders.setdefault(row.unified_code, row.code)
        if holder != row.code:
            yield (
                number,
                f"统一社会信用代码与单位 {holder} 相同",
                f"has the unified code of unit {holder}",
            )
