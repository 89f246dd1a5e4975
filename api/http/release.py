"""版本 (release): which version of the software answers."""

from importlib.metadata import PackageNotFoundError, version


def release() -> str:
    """The version of the installed package; `source` when it runs from its sources without being installed."""
    try:
        return version("sunledger")
    except PackageNotFoundError:
        return "source"
