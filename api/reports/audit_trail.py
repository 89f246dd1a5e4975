"""审计线索 (audit trail): who did what, when and why, in sentences."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.http.reading import Ask, Paged
from domain.person import person_id
from projections.audit_trail import query as audit_trail
from projections.number_index.query import recorded_stream
from projections.reading.paging import Cursor, Page

router = APIRouter(tags=["审计"])


@router.get("/audit-trail", response_model=Page[audit_trail.AuditEntry])
def read_audit_trail(
    ask: Ask,
    paged: Paged,
    only: Annotated[audit_trail.TrailFilter, Depends()],
    *,
    newest_first: bool = False,
) -> Response:
    """审计线索 — every fact in the order of the journal, as a sentence in both languages."""
    if only.actor is not None:
        only = replace(only, actor=person_id(only.actor, "actor"))

    def asked(cursor: Cursor) -> Page[audit_trail.AuditEntry]:
        named = replace(only, stream=recorded_stream(cursor, only.stream)) if only.stream else only
        return audit_trail.trail(cursor, paged, named, newest_first=newest_first)

    return ask.page("audit_trail", asked)
