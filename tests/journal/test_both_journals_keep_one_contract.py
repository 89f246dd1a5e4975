"""The journal in PostgreSQL and the one in memory keep one contract: what a desk may ask of either."""

from collections.abc import Sequence
from datetime import date

import pytest
from eventsourcing.persistence import IntegrityError, OperationalError, StoredEvent

from domain.books.desk.journal import Journal, NothingRecorded, Ticket
from projections.journal.recorders import JournalRecorder
from tests.journal.facts import new_stream, run_of, stored
from tests.memory_journal import MemoryJournal


class Contract:
    """Each test gets an empty journal."""

    def queue(
        self,
        journal: Journal,
        events: Sequence[StoredEvent],
        key: str | None = None,
        epoch: int | None = None,
    ) -> Ticket:
        return journal.submit(
            events,
            effective_on=date(2024, 3, 1),
            actor="u-1",
            idempotency_key=key,
            request_hash=b"\x00\xff" if key else b"",
            request_id=None,
            epoch=journal.epoch if epoch is None else epoch,
        )

    def recorded(self, journal: Journal) -> list[tuple[int, object, int]]:
        return [(n.id, n.originator_id, n.originator_version) for n in journal.select_notifications(1, 100)]

    def test_it_is_what_a_desk_asks_for(self, journal: Journal) -> None:
        assert isinstance(journal, Journal)
        assert self.recorded(journal) == []

    def test_positions_follow_the_order_of_the_queue_whoever_waits_first(self, journal: Journal) -> None:
        one, other = new_stream(), new_stream()
        first, second = self.queue(journal, run_of(one, 2)), self.queue(journal, run_of(other, 1))
        assert list(second.positions()) == [3]
        assert list(first.positions()) == [1, 2]
        assert self.recorded(journal) == [(1, one, 1), (2, one, 2), (3, other, 1)]

    def test_facts_are_in_flight_until_somebody_waits_for_them(self, journal: Journal) -> None:
        stream = new_stream()
        self.queue(journal, [stored(stream, 1)])
        last = self.queue(journal, [stored(stream, 2)])
        assert self.recorded(journal) == []
        assert journal.in_flight(stream) is last
        assert journal.in_flight(new_stream()) is None
        last.wait()
        assert journal.in_flight(stream) is None
        assert [event.originator_version for event in journal.select_events(stream)] == [1, 2]

    def test_a_stream_that_moved_is_refused_whole_and_takes_no_position(self, journal: Journal) -> None:
        stream, other = new_stream(), new_stream()
        self.queue(journal, [stored(stream, 1)]).wait()
        with pytest.raises(IntegrityError):
            self.queue(journal, [stored(other, 1), stored(stream, 1)]).positions()
        assert journal.select_events(other) == []
        assert list(self.queue(journal, [stored(stream, 2)]).positions()) == [2]

    def test_what_was_decided_after_a_refused_command_falls_with_it_and_may_be_decided_anew(
        self, journal: Journal
    ) -> None:
        stream, epoch = new_stream(), journal.epoch
        self.queue(journal, [stored(stream, 1)]).wait()
        refused, upon_it = self.queue(journal, [stored(stream, 1)]), self.queue(journal, [stored(stream, 2)])
        with pytest.raises(OperationalError) as stale:
            upon_it.positions()
        assert isinstance(stale.value, NothingRecorded)
        with pytest.raises(IntegrityError):
            refused.positions()
        assert journal.epoch > epoch
        with pytest.raises(OperationalError) as ended:
            self.queue(journal, [stored(stream, 2)], epoch=epoch)
        assert isinstance(ended.value, NothingRecorded)
        assert list(self.queue(journal, [stored(stream, 2)]).positions()) == [2]

    def test_the_key_of_a_request_tells_where_its_facts_are(self, journal: Journal) -> None:
        self.queue(journal, run_of(new_stream(), 1)).wait()
        assert journal.receipt("pay-1") is None
        queued = self.queue(journal, run_of(new_stream(), 3), key="pay-1")
        assert journal.may_have("pay-1")
        assert journal.receipt("pay-1") is None
        queued.wait()
        kept = journal.receipt("pay-1")
        assert kept is not None
        assert (kept.request_hash, kept.first_position, kept.last_position) == (b"\x00\xff", 2, 4)
        assert journal.may_have("pay-1")

    def test_of_two_requests_with_one_key_the_first_is_recorded(self, journal: Journal) -> None:
        first = self.queue(journal, run_of(new_stream(), 1), key="pay-1")
        second = self.queue(journal, run_of(new_stream(), 1), key="pay-1")
        with pytest.raises(IntegrityError):
            second.positions()
        assert list(first.positions()) == [1]
        assert len(self.recorded(journal)) == 1

    def test_a_day_with_judged_facts_is_found_those_of_the_queue_included(self, journal: Journal) -> None:
        said = b'{"effective_on":"2024-03-01","rulebook_version":%d}'
        march, april = date(2024, 3, 1), date(2024, 4, 1)
        self.queue(journal, [stored(new_stream(), 1, said % 0)])
        assert journal.a_judged_day(march, None) is None
        self.queue(journal, [stored(new_stream(), 1, said % 2)])
        assert journal.a_judged_day(march, april) == march
        assert journal.a_judged_day(date(2001, 1, 1), march) is None
        assert journal.a_judged_day(date(2024, 3, 2), None) is None

    def test_facts_are_found_by_position_and_topic(self, journal: Journal) -> None:
        stream = new_stream()
        drafted = StoredEvent(stream, 2, "notice.drafted", b"{}")
        self.queue(journal, [stored(stream, 1), drafted, stored(stream, 3)]).wait()
        assert [n.id for n in journal.select_notifications(2, 10)] == [2, 3]
        assert [n.id for n in journal.select_notifications(1, 10, 2)] == [1, 2]
        assert [n.id for n in journal.select_notifications(1, 1)] == [1]
        found = journal.select_notifications(1, 10, topics=["notice.drafted"])
        assert [(n.id, n.originator_version, bytes(n.state)) for n in found] == [(2, 2, b"{}")]

    def test_streams_of_a_kind_are_found_by_their_beginning(self, journal: Journal) -> None:
        begun = [
            StoredEvent("notice/公-2", 1, "notice.drafted", '{"subject":"project/甲","title":"一"}'.encode()),
            StoredEvent("notice/公-2", 2, "notice.posted", b'{"subject":"project/P9"}'),
            StoredEvent("noticed/N1", 1, "noticed.drafted", b'{"subject":"project/P8"}'),
            StoredEvent("notice/N1", 1, "notice.drafted", b'{"subject":"fund/F1"}'),
        ]
        self.queue(journal, begun).wait()
        assert list(journal.beginnings("notice", "subject")) == [
            ("notice/公-2", "project/甲"),
            ("notice/N1", "fund/F1"),
        ]
        assert list(journal.stream_ids(["notice"])) == ["notice/公-2", "notice/N1"]


class TestJournalInPostgreSQL(Contract):
    """The one that counts."""

    @pytest.fixture(name="journal")
    def _journal(self, journal: JournalRecorder) -> Journal:
        return journal


class TestJournalInMemory(Contract):
    """The one for tests of rules."""

    @pytest.fixture
    def journal(self) -> Journal:
        return MemoryJournal()
