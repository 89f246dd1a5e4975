"""门禁 (access): who knocks, and whether one of their roles opens this door.

A bearer token is looked up by its hash and remembered for a second, so a revoked token opens nothing a second later.
One that is used all the time is looked up again half a second later, while its callers go on: nobody waits for that.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Annotated

from eventsourcing.persistence import PersistenceError
from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.concurrency import run_in_threadpool

from api.security.refusals import RoleMissing, TokenMissing, TokenUnknown
from projections.access.register import Pass, TokenRegister
from projections.access.roles import Role

REMEMBERED_SECONDS = 1.0
LOOKED_UP_AGAIN_SECONDS = 0.5
REMEMBERED_TOKENS = 1_000

bearer = HTTPBearer(
    auto_error=False, description="`Authorization: Bearer sl_…`, made by `sunledger token make`"
)


class Door:
    """Looks up tokens and remembers them for a moment."""

    def __init__(self, register: TokenRegister, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` counts seconds; only differences matter."""
        self._register = register
        self._clock = clock
        self._remembered: dict[str, tuple[float, Pass]] = {}
        self._looking: dict[str, asyncio.Task[None]] = {}

    def remembered(self, token: str) -> Pass | None:
        """The pass of a token that was in force a moment ago.  Asked on the loop of the service."""
        seen_at, remembered = self._remembered.get(token, (0.0, None))
        age = self._clock() - seen_at
        if remembered is None or age >= REMEMBERED_SECONDS:
            return None
        if age >= LOOKED_UP_AGAIN_SECONDS and token not in self._looking:
            self._looking[token] = asyncio.create_task(self._look_again(token))
        return remembered

    async def holder_of(self, token: str) -> Pass:
        """The pass of a token in force.  Raises TokenUnknown."""
        remembered = self.remembered(token)
        return remembered if remembered is not None else await self._look_up(token)

    async def _look_again(self, token: str) -> None:
        """Look up while the token is remembered; what goes wrong is said to who asks when it no longer is."""
        try:
            with suppress(TokenUnknown, PersistenceError):
                await self._look_up(token)
        finally:
            del self._looking[token]

    async def _look_up(self, token: str) -> Pass:
        now = self._clock()
        found = await run_in_threadpool(self._register.find, token)
        if found is None:
            self._remembered.pop(token, None)
            raise TokenUnknown
        if len(self._remembered) >= REMEMBERED_TOKENS:
            self._remembered.clear()
        self._remembered[token] = (now, found)
        return found


async def holder(
    request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]
) -> Pass:
    """Give the pass of the caller.  Raises TokenMissing, TokenUnknown."""
    if credentials is None:
        raise TokenMissing
    door: Door = request.app.state.door
    caller = await door.holder_of(credentials.credentials)
    request.scope["person_id"] = caller.person_id
    return caller


class OneOf:
    """Lets in holders of one of these roles; a dependency that can be asked for its roles."""

    def __init__(self, *roles: Role) -> None:
        """At least one role."""
        self.roles = frozenset(roles)

    async def __call__(self, caller: Annotated[Pass, Depends(holder)]) -> Pass:
        """Give the pass of the caller.  Raises RoleMissing."""
        if caller.roles.isdisjoint(self.roles):
            raise RoleMissing(caller.roles, self.roles)
        return caller


ANY_ROLE = OneOf(*Role)
"""Reading is open to every role; boards need no token at all."""
