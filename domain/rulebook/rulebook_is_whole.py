"""A rulebook is whole (规章完整): each parameter names its source, each code is unique, each reference leads somewhere.

Source: house rule that numbers are dated parameters with their document and article.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from domain.code import Word
from domain.money.fen import WHOLE_BP
from domain.rulebook.codes import PaymentStage
from domain.rulebook.known_codes import (
    BASES,
    CLOCK_STARTS,
    CLOCK_STOPS,
    CONDITIONS,
    DUTIES,
    FIGURES,
    INTEREST_OWNERS,
    LEFT_EMPTY,
    MAJORITY_BASES,
    POSTING_DAYS,
    RETENTION_BASES,
    ROLL_BASES,
    SHEETS,
    SPENT_BY_ITEM,
    STAGES,
    STEP_KINDS,
    STEPS_AFTER_NOTICE,
    TRANSFER_KINDS,
    UNITS,
    Known,
    levels_of_notices,
    listed,
)
from domain.rulebook.refusals import RulebookMisread
from domain.rulebook.regulations import Regulations

A_LEAP_YEAR = "2000"
LISTS_BY_CODE = (
    "source_levels",
    "uses",
    "negative_list",
    "day_limits",
    "payment_schemes",
    "notice_kinds",
    "acceptance_levels",
    "checklists",
    "bond_caps",
    "act_limits",
    "duties_apart",
    "spending_items",
    "pools",
)


def rulebook_is_whole(regulations: Regulations) -> None:
    """Raise RulebookMisread for the first parameter that is not usable, with its place, value and what it should be."""
    for where, parameter in parameters(regulations):
        if not getattr(parameter, "source", "").strip():
            raise RulebookMisread(f"{where}.source", "", ("文件和条款", "a document and article"))
    for name in LISTS_BY_CODE:
        _unique(name, [row.code for row in getattr(regulations, name)])
    _uses_are_known(regulations)
    _rates_are_shares(regulations)
    for scheme in regulations.payment_schemes:
        _one_of(f"payment_schemes.{scheme.code}.retention_base", scheme.retention_base, RETENTION_BASES)
        for row in scheme.stages:
            where = f"payment_schemes.{scheme.code}.{row.stage}"
            _one_of(where, row.stage, STAGES)
            # Persons are paid under no contract, so of all bases only the plan says how much.
            _one_of(f"{where}.of", row.of, ROLL_BASES if row.stage == PaymentStage.ROLL else BASES)
            for need in row.needs:
                _one_of(f"{where}.needs", need, CONDITIONS)
    _one_of("retention.base", regulations.retention.base, RETENTION_BASES)
    _retention_stays_below_its_cap(regulations)
    _one_of("interest.owner", regulations.interest.owner, INTEREST_OWNERS)
    _days_are_counted(regulations)
    _acts_are_timed(regulations)
    _procedures_are_counted(regulations)
    _items_are_known(regulations)
    for checklist in regulations.checklists:
        for step in checklist.steps:
            where = f"checklists.{checklist.code}.{step.code}"
            _one_of(f"{where}.kind", step.kind, STEP_KINDS)
            _one_of(f"{where}.majority_of", step.majority_of, MAJORITY_BASES)
            _at_least(f"{where}.quorum_under", step.quorum_under, 1)
            _at_least(f"{where}.majority_under", step.majority_under, 1)


def parameters(regulations: Regulations) -> Iterator[tuple[str, object]]:
    """Every parameter that stands by itself, with its place: those directly in a field or in a list of the rulebook."""
    for field in fields(regulations):
        value = getattr(regulations, field.name)
        if isinstance(value, tuple):
            yield from ((f"{field.name}[{index}]", row) for index, row in enumerate(value))
        elif is_dataclass(value):
            yield field.name, value


def _uses_are_known(regulations: Regulations) -> None:
    uses = listed(regulations.uses)
    for use in regulations.uses:
        for covered in use.covers:
            _one_of(f"uses.{use.code}.covers", covered, uses)
    for excluded in regulations.fee.excluded_uses:
        _one_of("fee.excluded_uses", excluded, uses)
    for row in regulations.paid_again:
        _one_of("paid_again.use", row.use, uses)


def _rates_are_shares(regulations: Regulations) -> None:
    rates = {
        "fee.cap_bp": regulations.fee.cap_bp,
        "retention.cap_bp": regulations.retention.cap_bp,
        "change.approval_bp": regulations.change.approval_bp,
    }
    for bond in regulations.bond_caps:
        rates[f"bond_caps.{bond.code}"] = bond.cap_bp
    for scheme in regulations.payment_schemes:
        rates[f"payment_schemes.{scheme.code}.retention_bp"] = scheme.retention_bp
        for row in scheme.stages:
            rates[f"payment_schemes.{scheme.code}.{row.stage}.share_bp"] = row.share_bp
            _between(f"payment_schemes.{scheme.code}.{row.stage}.least_bp", row.least_bp, row.share_bp)
    for where, rate_bp in rates.items():
        _between(where, rate_bp, WHOLE_BP)
    _at_least("carry_over.years", regulations.carry_over.years, 1)


def _retention_stays_below_its_cap(regulations: Regulations) -> None:
    cap = regulations.retention
    for scheme in regulations.payment_schemes:
        if scheme.retention_base == cap.base and scheme.retention_bp > cap.cap_bp:
            where = f"payment_schemes.{scheme.code}.retention_bp"
            raise RulebookMisread(where, str(scheme.retention_bp), _alike(f"≤ {cap.cap_bp}"))


def _days_are_counted(regulations: Regulations) -> None:
    for limit in regulations.day_limits:
        _one_of(f"day_limits.{limit.code}.unit", limit.unit, UNITS)
        _at_least(f"day_limits.{limit.code}.days", limit.days, 0)
    levels_of = levels_of_notices(regulations)
    for kind in regulations.notice_kinds:
        where = f"notice_kinds.{kind.code}"
        _one_of(f"{where}.unit", kind.unit, UNITS)
        _at_least(f"{where}.minimum_days", kind.minimum_days, 0)
        _unique(f"{where}.fields", [field.code for field in kind.fields])
        for figure in kind.figures:
            _one_of(f"{where}.figures", figure, FIGURES)
        for duty in kind.duties:
            _one_of(f"{where}.duties.level", duty.level, levels_of[kind.code])
            _one_of(f"{where}.duties.unit", duty.unit, UNITS)
            _at_least(f"{where}.duties.days", duty.days, 0)


def _acts_are_timed(regulations: Regulations) -> None:
    levels = {**LEFT_EMPTY, **listed(regulations.source_levels)}
    for limit in regulations.act_limits:
        where = f"act_limits.{limit.code}"
        _one_of(f"{where}.opens", limit.opens, CLOCK_STARTS)
        _one_of(f"{where}.stops", limit.stops, CLOCK_STOPS)
        _one_of(f"{where}.unit", limit.unit, UNITS)
        _at_least(f"{where}.days", limit.days, 0)
        _one_of(f"{where}.transfer_kind", limit.transfer_kind, TRANSFER_KINDS)
        _one_of(f"{where}.level", limit.level, levels)
        if not limit.source_en.strip():
            raise RulebookMisread(f"{where}.source_en", "", ("法律和条款", "a law and article"))
        if limit.due_month_day and not _is_day_of_a_year(limit.due_month_day):
            raise RulebookMisread(f"{where}.due_month_day", limit.due_month_day, ("月-日（MM-DD）", "MM-DD"))


def _is_day_of_a_year(month_day: str) -> bool:
    try:
        date.fromisoformat(f"{A_LEAP_YEAR}-{month_day}")
    except ValueError:
        return False
    return True


def _procedures_are_counted(regulations: Regulations) -> None:
    for level in regulations.acceptance_levels:
        _at_least(f"acceptance_levels.{level.code}.new_acceptors_min", level.new_acceptors_min, 0)
    if regulations.posting_day is not None:
        _one_of("posting_day.counts", regulations.posting_day.counts, POSTING_DAYS)
    kinds, levels_of = listed(regulations.notice_kinds), levels_of_notices(regulations)
    for index, wait in enumerate(regulations.notices_before):
        where = f"notices_before[{index}]"
        _one_of(f"{where}.step", wait.step, STEPS_AFTER_NOTICE)
        _one_of(f"{where}.kind", wait.kind, kinds)
        _one_of(f"{where}.level", wait.level, levels_of[wait.kind])
    for row in regulations.duties_apart:
        for duty in row.duties:
            _one_of(f"duties_apart.{row.code}.duties", duty, DUTIES)
    fields = listed(field for kind in regulations.notice_kinds for field in kind.fields)
    for line in regulations.public_lines:
        _one_of("public_lines.field_code", line.field_code, fields)
    if regulations.slip is not None:
        _at_least("slip.times", regulations.slip.times, 2)
    if regulations.fund_year is not None:
        _at_least("fund_year.years_ahead", regulations.fund_year.years_ahead, 0)


def _items_are_known(regulations: Regulations) -> None:
    kinds, levels_of = listed(regulations.notice_kinds), levels_of_notices(regulations)
    for item in regulations.spending_items:
        where = f"spending_items.{item.code}"
        _one_of(f"{where}.paid_for", item.paid_for, SPENT_BY_ITEM)
        _one_of(f"{where}.sheet", item.sheet, SHEETS)
        _one_of(f"{where}.notice_kind", item.notice_kind, {**LEFT_EMPTY, **kinds})
        for level in item.notice_levels:
            _one_of(f"{where}.notice_levels", level, levels_of.get(item.notice_kind, {}))
        _at_least(f"{where}.year_cap_fen", item.year_cap_fen, 0)
    if regulations.allocated_item is not None:
        listed_for = {item.paid_for: SPENT_BY_ITEM[item.paid_for] for item in regulations.spending_items}
        _one_of("allocated_item.purpose_kind", regulations.allocated_item.purpose_kind, listed_for)


def _one_of(where: str, given: str, known: Known) -> None:
    if given not in known:
        words = "、".join(f"{code} {word}".strip() for code, word in known.items())
        raise RulebookMisread(where, given, (words, "、".join(known)))


def _alike(bound: str) -> Word:
    """A bound that reads the same in both languages."""
    return bound, bound


def _between(where: str, given: int, most: int) -> None:
    if not 0 <= given <= most:
        raise RulebookMisread(where, str(given), _alike(f"0–{most}"))


def _at_least(where: str, given: int, least: int) -> None:
    if given < least:
        raise RulebookMisread(where, str(given), _alike(f"≥ {least}"))


def _unique(where: str, codes: Iterable[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise RulebookMisread(where, code, ("不重复的代码", "a code that stands once"))
        seen.add(code)
