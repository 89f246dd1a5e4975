"""Every row of a file of divisions or units is right, or nothing of the file is recorded (区划、单位名册逐行核对)."""

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from domain.code import Word, texts
from domain.fields.field import label_zh, places_of
from domain.keys import KeyMisread, business_key, lookup_key
from domain.personal_number import is_identity
from domain.places.codes import UnitKind
from domain.places.division import above_county, level_of, parent_of, unpadded
from domain.places.refusals import NothingNewInFile, PlaceRowsWrong
from domain.places.rows import DivisionRow, PlaceRow, UnitRow
from domain.places.rows_hold_no_personal_numbers import personal_faults, quoted, refuse_personal_numbers
from domain.places.unified_code import is_unified_code
from domain.refusal import FAULTS_NAMED_MAX
from domain.rules.codes import Tier
from domain.rules.lines_named import LINES, ROWS

Fault = tuple[int, str, str]
"""Where the row stands, and what is wrong with it in Chinese and English."""

CHANGED_BY: Mapping[str, Word] = {
    "name": ("更名的，请办理“区划、单位更名”", "a name changes with a renaming"),
    "until_on": ("撤销的，请办理“撤销区划、单位”", "a place ends with an ending"),
}
"""How a field changes of a place that is registered."""

R = TypeVar("R", bound=PlaceRow)
Numbered = Sequence[tuple[int, R]]


def division_rows_are_right(
    rows: Sequence[DivisionRow], known: Mapping[str, DivisionRow], on: date
) -> list[DivisionRow]:
    """Give the rows that are new, with plain codes, level and parent filled in, on the business day.

    Raises PlaceRowsWrong naming every wrong row, PersonalNumber where all that is wrong are numbers of persons, then
    PlaceRowsWrong for rows that are registered otherwise, then NothingNewInFile.  A row that stands in `known` as it is
    counts as right and is not given again; a division that has ended takes in nothing new, though the file repeats it.
    """
    rows = [replace(row, code=unpadded(row.code), parent_code=unpadded(row.parent_code)) for row in rows]
    codes = {row.code for row in rows if row.code not in known} | _in_force(known, on)
    _refuse_wrong(rows, lambda rows: [*_division_faults(rows, known, codes), *_common_faults(rows, known)])
    filled = [replace(row, level=level_of(row.code) or "", parent_code=parent_of(row.code)) for row in rows]
    return _new(filled, known)


def unit_rows_are_right(
    rows: Sequence[UnitRow],
    known: Mapping[str, UnitRow],
    divisions: Mapping[str, DivisionRow],
    on: date,
) -> list[UnitRow]:
    """Give the rows that are new, on the business day.  Raises what `division_rows_are_right` raises."""
    rows = [replace(row, place_code=unpadded(row.place_code)) for row in rows]
    in_force = _in_force(divisions, on)
    _refuse_wrong(rows, lambda rows: [*_unit_faults(rows, known, in_force), *_common_faults(rows, known)])
    return _new(rows, known)


def _in_force(divisions: Mapping[str, DivisionRow], on: date) -> set[str]:
    return {code for code, row in divisions.items() if row.in_force_on(on)}


def _numbered(rows: Sequence[R]) -> list[tuple[int, R]]:
    """Give each row with its line of the file; with its number from 1 when it came in no file."""
    return [(row.line or number, row) for number, row in enumerate(rows, 1)]


def _counted(row: PlaceRow) -> Word:
    """What the number of a row counts."""
    return LINES if row.line else ROWS


def _refuse_wrong(rows: Sequence[R], faults_of: Callable[[Numbered[R]], list[Fault]]) -> None:
    """Raise PlaceRowsWrong for all faults, PersonalNumber where all are of that kind.

    A row that holds the number of a person is asked for nothing else, so that no sentence repeats the number.
    """
    numbered = _numbered(rows)
    personal = list(personal_faults(numbered))
    withheld = {fault.number for fault in personal}
    faults = faults_of([(number, row) for number, row in numbered if number not in withheld])
    if not faults:
        refuse_personal_numbers(personal, _counted(rows[0]))
    _refuse(rows, [*(fault.said for fault in personal), *faults])


def _refuse(rows: Sequence[PlaceRow], faults: Sequence[Fault]) -> None:
    if faults:
        raise PlaceRowsWrong(sorted(faults)[:FAULTS_NAMED_MAX], len(faults), _counted(rows[0]))


def _new(rows: Sequence[R], known: Mapping[str, R]) -> list[R]:
    """Give the rows that are not known yet.

    Raises PlaceRowsWrong for those that are known otherwise, NothingNewInFile.
    """
    _refuse(
        rows,
        [
            (number, *_registered_otherwise(known[row.code], row))
            for number, row in _numbered(rows)
            if row.code in known and known[row.code] != row
        ],
    )
    new = [row for row in rows if row.code not in known]
    if not new:
        raise NothingNewInFile(len(rows))
    return new


def _registered_otherwise(known: PlaceRow, row: PlaceRow) -> Word:
    """Name the fields that differ, each with what stands there and what the row says, and how a place is changed."""
    there, here, places = known.recorded, row.recorded, places_of(type(row))
    differ = [field for field in there if there[field] != here[field]]
    values = [f"{there[field] or '–'} → {here[field] or '–'}" for field in differ]
    zh = [f"{label_zh(field, *places)} {value}" for field, value in zip(differ, values, strict=True)]
    en = [f"{field} {value}" for field, value in zip(differ, values, strict=True)]
    how = [CHANGED_BY[field] for field in differ if field in CHANGED_BY]
    return (
        f"{row.code} {known.name} 已登记，与所报不同：{'；'.join([*zh, *(words[0] for words in how)])}",
        f"{row.code} {known.name} is registered otherwise: {'; '.join([*en, *(words[1] for words in how)])}",
    )


def _is_key(code: str) -> bool:
    try:
        return unicodedata.normalize("NFKC", business_key(code, "code")) == code
    except KeyMisread:
        return False


def _common_faults(rows: Numbered[R], known: Mapping[str, R]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    spelt = {lookup_key(code): code for code in known}
    for number, row in rows:
        key = lookup_key(row.code)
        earlier = first.setdefault(key, number)
        if earlier != number:
            yield (
                number,
                f"代码与第 {earlier} {_counted(row)[0]}重复",
                f"has the code of {_counted(row)[1]} {earlier}",
            )
        if row.code not in known and key in spelt:
            yield (
                number,
                f"代码 {row.code} 与已登记的 {spelt[key]} 只是写法不同",
                f"has the code {row.code}, another spelling of {spelt[key]}, which is registered",
            )
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
    rows: Numbered[DivisionRow], known: Mapping[str, DivisionRow], codes: Collection[str]
) -> Iterator[Fault]:
    for number, row in rows:
        level = level_of(row.code)
        if level is None:
            yield (
                number,
                f"代码{quoted(row.code)[0]}不是 6、9 或 12 位数字",
                f"has the code {quoted(row.code)[1]}, which is not 6, 9 or 12 digits",
            )
            continue
        above = above_county(row.code)
        if above is not None and row.code not in known:
            yield (
                number,
                f"代码 {row.code} 是{above[0]}的代码，名册只登记县、乡、村",
                f"has the code {row.code} of {above[1]}; only counties, towns and villages are registered",
            )
            continue
        if row.level not in {"", level}:
            given, wanted = Tier.word_of(row.level)[0], Tier.word_of(level)[0]
            yield number, f"级别{given}与代码位数不符，应为{wanted}", f"is a {level}, not a {row.level}"
        around = parent_of(row.code)
        if row.parent_code not in {"", around}:
            yield (
                number,
                f"上级{quoted(row.parent_code)[0]}与代码不符，应为 {around or '空'}",
                f"has the parent {quoted(row.parent_code)[1]} where its code says {around or 'none'}",
            )
        elif around and around not in codes and row.code not in known:
            yield (
                number,
                f"上级 {around} 未登记或已撤销",
                f"lies in {around}, which is not registered or has ended",
            )


def _unit_faults(
    rows: Numbered[UnitRow], known: Mapping[str, UnitRow], divisions: Collection[str]
) -> Iterator[Fault]:
    holders = {unit.unified_code: unit.code for unit in known.values() if unit.unified_code}
    for number, row in rows:
        yield from ((number, *fault) for fault in _faults_of_unit(row))
        if row.place_code and row.place_code not in divisions and row.code not in known:
            yield (
                number,
                f"所在地 {row.place_code} 未登记或已撤销",
                f"lies in {row.place_code}, which is not registered or has ended",
            )
        yield from ((number, *fault) for fault in _faults_of_unified_code(row, holders))


def _faults_of_unit(row: UnitRow) -> Iterator[Word]:
    if not _is_key(row.code):
        yield (
            f"单位代码{quoted(row.code)[0]}须为 1 至 64 字，首尾不空，半角，不含斜杠",
            f"has the code {quoted(row.code)[1]}: it takes 1 to 64 in half width, no slash or outer blank",
        )
    if level_of(row.code) is not None:
        yield f"单位代码 {row.code} 是区划代码的写法", f"has the code {row.code}, which reads as a division"
    if row.kind not in texts(UnitKind):
        named, listed = "、".join(kind.zh for kind in UnitKind), "、".join(texts(UnitKind))
        yield f"单位类别“{row.kind}”不在 {named} 中", f"has the kind “{row.kind}”, not one of {listed}"


def _faults_of_unified_code(row: UnitRow, holders: dict[str, str]) -> Iterator[Word]:
    """Each unit has a code of its own; `holders` gives the unit of each code, and takes that of the row."""
    given = row.unified_code
    if not given:
        return
    if not is_unified_code(given) or is_identity(given):
        # The code itself is not said: it may be the number of a person.
        yield (
            "统一社会信用代码校验不符，请照证书核对 18 位",
            "has a unified code that fails its check; compare the 18 characters with the certificate",
        )
    holder = holders.setdefault(given, row.code)
    if holder != row.code:
        yield f"统一社会信用代码与单位 {holder} 相同", f"has the unified code of unit {holder}"
