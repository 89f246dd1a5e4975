"""账期与规章请求 (requests about periods, rulebooks and calendars)."""

from typing import Annotated

from pydantic import AfterValidator

from api.requests.as_declared import as_declared
from api.requests.body import CommandBody
from api.requests.words import Day, Key, Name, Text, Whole, Year, entries_of
from domain.rulebook.regulations import Regulations


class ClosePeriod(CommandBody):
    """Close a month; nothing can be dated into it any more."""


class ReopenPeriod(CommandBody):
    """Reopen a closed month, with a reason."""

    reason: Text


class PublishRulebook(CommandBody):
    """Publish a version of the rulebook; each fact names the version that judged it."""

    version: Whole
    title: Name
    document_no: Key
    in_force_from: Day
    regulations: Annotated[Regulations, AfterValidator(as_declared)]


class ProposeRulebook(PublishRulebook):
    """Propose a version that reaches back over days with facts, for another person to confirm."""

    reason: Text


class ConfirmRulebook(CommandBody):
    """Publish the proposed version as it was proposed; by another person than its proposer."""

    version: Whole


class WithdrawRulebook(CommandBody):
    """Withdraw the proposed version, with a reason."""

    version: Whole
    reason: Text


class PublishCalendar(CommandBody):
    """Publish the days off and make-up days of a year."""

    year: Year
    days_off: Annotated[tuple[Day, ...], entries_of("days_off")]
    make_up_days: Annotated[tuple[Day, ...], entries_of("make_up_days")]
    source: Text
