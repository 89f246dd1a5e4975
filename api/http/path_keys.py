"""路径中的代码 (codes in paths): the key of projects and accounts, which several files of the interface name."""

from typing import Annotated

from fastapi import Path

Code = Annotated[str, Path(min_length=1, max_length=64, description="代码")]
