"""资产 (asset): one number, given to what one project left behind, once across the books (资产编号不得重复).

A number whose hand-over was taken back is free again.
"""

from dataclasses import dataclass

from domain.fact import Fact, Stream, applies
from domain.refusal import AlreadyRecorded
from domain.stamp import Stamp


class Asset(Stream):
    """资产: `asset/{asset_no}`."""

    KIND = "asset"
    WORD = "资产", "asset"
    NUMBERED = True

    @dataclass(frozen=True, kw_only=True)
    class Registered(Fact):
        """资产编号登记: recorded together with `project.handed_over`."""

        TOPIC = "asset.registered"
        OPENS = True
        asset_no: str
        project_code: str

    @dataclass(frozen=True, kw_only=True)
    class RegistrationReversed(Fact):
        """资产编号冲销: recorded together with `project.hand_over_reversed`; the number is free."""

        TOPIC = "asset.registration_reversed"
        asset_no: str
        project_code: str
        reason: str

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.asset_no = self.project_code = ""

    @applies(Registered)
    def _registered(self, fact: Registered) -> None:
        self.asset_no, self.project_code = fact.asset_no, fact.project_code

    @applies(RegistrationReversed)
    def _registration_reversed(self, _fact: RegistrationReversed) -> None:
        self.project_code = ""

    def register(self, stamp: Stamp, asset_no: str, project_code: str) -> None:
        """资产编号登记.  Raises AlreadyRecorded when another hand-over has the number."""
        if self.project_code:
            raise AlreadyRecorded(self.id)
        self.record(self.Registered, **stamp.fields, asset_no=asset_no, project_code=project_code)

    def take_back(self, stamp: Stamp, reason: str) -> None:
        """资产编号冲销, with the hand-over that gave the number."""
        self.record(
            self.RegistrationReversed,
            **stamp.fields,
            asset_no=self.asset_no,
            project_code=self.project_code,
            reason=reason,
        )
