"""资产 (asset): one number, given to what one project left behind, once across the books (资产编号不得重复)."""

from dataclasses import dataclass

from domain.fact import Fact, Stream
from domain.stamp import Stamp


class Asset(Stream):
    """资产: `asset/{asset_no}`."""

    KIND = "asset"
    NUMBERED = True

    @dataclass(frozen=True, kw_only=True)
    class Registered(Fact):
        """资产编号登记: recorded together with `project.handed_over`."""

        TOPIC = "asset.registered"
        OPENS = True
        asset_no: str
        project_code: str

    def register(self, stamp: Stamp, asset_no: str, project_code: str) -> None:
        """资产编号登记.  That the number is free is asked before."""
        self.record(self.Registered, **stamp.fields, asset_no=asset_no, project_code=project_code)
