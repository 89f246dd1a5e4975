"""门禁 (access): who asks, and whether one of their roles is among those that the route needs.

The register knows a bearer token by its hash.  The service remembers what it found for a second, so it refuses a
revoked token a second later at the latest.  It looks a token that is in steady use up again after half a second, in
the background: no caller waits for that.
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


class Authenticator:
    """Finds the person and the roles behind a token, and remembers them for a second."""

    def __init__(self, register: TokenRegister, clock: Callable[[], float] = time.monotonic) -> None:
        """Remember nothing yet.  `clock` counts seconds; only differences matter."""
        self._register = register
        self._clock = clock
        self._remembered: dict[str, tuple[float, Pass]] = {}
        self._looking: dict[str, asyncio.Task[None]] = {}

    def remembered(self, token: str) -> Pass | None:
        """Give the pass of a token that was in force less than a second ago.  Call it on the loop of the service."""
        seen_at, remembered = self._remembered.get(token, (0.0, None))
        age = self._clock() - seen_at
        if remembered is None or age >= REMEMBERED_SECONDS:
            return None
        if age >= LOOKED_UP_AGAIN_SECONDS and token not in self._looking:
            self._looking[token] = asyncio.create_task(self._look_again(token))
        return remembered

    async def holder_of(self, token: str) -> Pass:
        """Give the pass of a token in force.  Raises TokenUnknown."""
        remembered = self.remembered(token)
        return remembered if remembered is not None else await self._look_up(token)

    async def _look_again(self, token: str) -> None:
        """Look the token up in the background.  A request that comes later meets an error again."""
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
    authenticator: Authenticator = request.app.state.authenticator
    caller = await authenticator.holder_of(credentials.credentials)
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
