"""健康 (health): is the service alive, can it answer, and how far are the ledgers behind the journal."""

from eventsourcing.persistence import PersistenceError
from fastapi import APIRouter, Request
from starlette.responses import Response

from api.http.encoding import json_bytes
from api.http.release import release
from api.responses.health import Health, LedgerHealth, Live, StandbyHealth
from projections.reading.snapshots import Ledgers

router = APIRouter(prefix="/health", tags=["运行"])

LEDGER_LAG_TOLERATED_SECONDS = 10.0
"""A ledger that stands still longer than this with facts unread makes the service not ready."""


@router.get("/live", response_model=Live)
async def read_live() -> Response:
    """存活 — the process answers; nothing else is looked at."""
    return Response(json_bytes(Live()), media_type="application/json")


@router.get("/ready", response_model=Health, responses={503: {"model": Health}})
def read_ready(request: Request) -> Response:
    """就绪 — the database answers and every ledger goes on; 503 otherwise."""
    health = _health(request.app.state.ledgers)
    status = 200 if health.status == "ready" else 503
    return Response(json_bytes(health), status, media_type="application/json")


@router.get("", response_model=Health)
def read_health(request: Request) -> Response:
    """健康 — positions, lag and versions; always 200 while the process lives."""
    return Response(json_bytes(_health(request.app.state.ledgers)), media_type="application/json")


def _health(ledgers: Ledgers) -> Health:
    software = release()
    try:
        lag = ledgers.lag()
    except PersistenceError as error:
        # The kind of the error says enough here; its text may name hosts and goes to no caller.
        reason = type(error).__name__
        return Health(status="unavailable", version=software, reason=reason, standby=_standby(ledgers))
    oldest_seconds = lag.oldest.total_seconds()
    ready = not lag.failures and oldest_seconds <= LEDGER_LAG_TOLERATED_SECONDS
    return Health(
        status="ready" if ready else "behind",
        version=software,
        journal_position=lag.head,
        behind=lag.behind,
        oldest_unread_seconds=oldest_seconds,
        ledgers=tuple(
            LedgerHealth(one.ledger, one.position, one.behind, failing=one.failure is not None)
            for one in lag.ledgers
        ),
        standby=_standby(ledgers),
    )


def _standby(ledgers: Ledgers) -> StandbyHealth | None:
    state = ledgers.standby
    if state is None:
        return None
    return StandbyHealth(state.fit, state.reason, state.behind_seconds, state.journal_position)
