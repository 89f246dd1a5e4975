"""订阅 (live reading): facts as they are written, in order, none left out, none late by more than a second (D9).

The library's own subscription reads before it listens and then waits without end; this one listens first, and looks
again every second whether a notification came or not.  It needs no thread of its own.
"""

from collections import deque
from collections.abc import Sequence

from eventsourcing.persistence import ApplicationRecorder, Notification, Subscription

from projections.journal.wakeup import Wakeup

PAGE_FACTS = 500


class JournalSubscription(Subscription[ApplicationRecorder]):
    """Iterates over the facts of a recorder after a position; `stop` from any thread ends it.

    It reads from position `gt` on, waits with a `wakeup` that already listens, and closes it at the end.
    The follower of the ledgers reads pages and waits with the wakeup itself: this serves other programs and the test
    cases of the library.
    """

    def __init__(
        self,
        recorder: ApplicationRecorder,
        wakeup: Wakeup,
        gt: int | None = None,
        topics: Sequence[str] = (),
    ) -> None:
        super().__init__(recorder=recorder, gt=gt, topics=topics)
        self._read_to = gt or 0
        self._page: deque[Notification] = deque()
        self._wakeup = wakeup

    def __next__(self) -> Notification:
        """Return the next fact, wait for it.  Raises StopIteration after `stop`; OperationalError without a server."""
        while not self._has_been_stopped:
            if self._page:
                return self._page.popleft()
            self._read_page()
            if not self._page and not self._has_been_stopped:
                self._wakeup.wait()
        raise StopIteration

    def __exit__(self, *args: object, **kwargs: object) -> None:
        """Stop, and stop listening."""
        super().__exit__(*args, **kwargs)
        self._wakeup.close()

    def stop(self) -> None:
        """End the iteration, also of a thread that waits."""
        if not self._has_been_stopped:
            super().stop()
            self._wakeup.interrupt()

    def _read_page(self) -> None:
        """Read on to the last position there is; positions of other topics are then behind us too."""
        last = self._recorder.max_notification_id() or 0
        if last <= self._read_to:
            return
        page = self._recorder.select_notifications(
            self._read_to, PAGE_FACTS, stop=last, topics=self._topics, inclusive_of_start=False
        )
        self._page.extend(page)
        self._read_to = page[-1].id if len(page) == PAGE_FACTS else last
