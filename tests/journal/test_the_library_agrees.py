"""The test cases that the library ships for a persistence module, unchanged, on our journal."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from eventsourcing.persistence import InfrastructureFactory
from eventsourcing.tests.persistence import (
    AggregateRecorderTestCase,
    ApplicationRecorderTestCase,
    InfrastructureFactoryTestCase,
    NonInterleavingNotificationIDsBaseCase,
    ProcessRecorderTestCase,
    TrackingRecorderTestCase,
)
from eventsourcing.utils import Environment

from projections.journal.persistence import JournalFactory
from projections.journal.recorders import (
    JournalAggregateRecorder,
    JournalProcessRecorder,
    JournalRecorder,
    JournalTrackingRecorder,
    SnapshotRecorder,
)


class OnFreshBooks:
    """Gives each test of a library case its own books, and stream ids as we write them: text."""

    env: Environment
    factory: JournalFactory

    @pytest.fixture(autouse=True)
    def _books(self, books_env: dict[str, str]) -> Iterator[None]:
        self.env = Environment(name="", env=books_env)
        self.factory = JournalFactory(self.env)
        yield
        self.factory.close()

    def new_originator_id(self) -> str:
        return str(uuid4())


class TestFactsWithoutPositions(OnFreshBooks, AggregateRecorderTestCase):
    """The aggregate recorder."""

    def create_recorder(self) -> JournalAggregateRecorder:
        recorder = self.factory.aggregate_recorder()
        assert isinstance(recorder, JournalAggregateRecorder)
        return recorder


class TestSnapshots(OnFreshBooks, AggregateRecorderTestCase):
    """The snapshot recorder."""

    def create_recorder(self) -> SnapshotRecorder:
        recorder = self.factory.aggregate_recorder("snapshots")
        assert isinstance(recorder, SnapshotRecorder)
        return recorder


class TestJournal(OnFreshBooks, ApplicationRecorderTestCase[JournalRecorder]):
    """The application recorder."""

    def create_recorder(self) -> JournalRecorder:
        return self.factory.application_recorder()

    def test_insert_subscribe(self) -> None:
        self.optional_test_insert_subscribe()


class TestPositionsOfReaders(OnFreshBooks, TrackingRecorderTestCase):
    """The tracking recorder."""

    def create_recorder(self) -> JournalTrackingRecorder:
        return self.factory.tracking_recorder()


class TestFactsWithPositionsOfReaders(OnFreshBooks, ProcessRecorderTestCase):
    """The process recorder."""

    def create_recorder(self) -> JournalProcessRecorder:
        return self.factory.process_recorder()


class TestFactsOfTwoCallersDoNotInterleave(OnFreshBooks, NonInterleavingNotificationIDsBaseCase):
    """Positions of one recording are consecutive."""

    def create_recorder(self) -> JournalRecorder:
        return self.factory.application_recorder()


class OwnReaders(JournalTrackingRecorder):
    """A subclass, as a projection would have one."""


class TestFactory(OnFreshBooks, InfrastructureFactoryTestCase[JournalFactory]):
    """The infrastructure factory, chosen by name of its module."""

    def expected_factory_class(self) -> type[JournalFactory]:
        return JournalFactory

    def expected_aggregate_recorder_class(self) -> type[JournalAggregateRecorder]:
        return JournalAggregateRecorder

    def expected_application_recorder_class(self) -> type[JournalRecorder]:
        return JournalRecorder

    def expected_tracking_recorder_class(self) -> type[JournalTrackingRecorder]:
        return JournalTrackingRecorder

    def tracking_recorder_subclass(self) -> type[JournalTrackingRecorder]:
        return OwnReaders

    def expected_process_recorder_class(self) -> type[JournalProcessRecorder]:
        return JournalProcessRecorder

    def test_one_factory_is_found_in_the_module(self) -> None:
        assert type(InfrastructureFactory.construct(self.env)) is JournalFactory
