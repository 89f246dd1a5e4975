"""门禁的拒绝 (refusals at the gate): who knocks is not known, or none of their roles opens this door.

* Refusal                     the base of the domain; nothing was recorded
  + 401  TokenMissing · TokenUnknown
  + 403  RoleMissing
"""

from collections.abc import Collection

from domain.refusal import Refusal


class TokenMissing(Refusal):
    """No bearer token (缺少令牌)."""

    code = "token_missing"
    title_zh = "缺少令牌"
    title_en = "Token missing"
    status = 401

    def __init__(self) -> None:
        """Nothing to show."""
        super().__init__(
            "此地址须带令牌：Authorization: Bearer …。",
            "This address needs a token: Authorization: Bearer ….",
            field="Authorization",
            remedy_zh="请向管理员申请令牌（sunledger token make）。",
            remedy_en="Ask the administrator for a token (sunledger token make).",
        )


class TokenUnknown(Refusal):
    """The token was never given, or was revoked (令牌无效)."""

    code = "token_unknown"
    title_zh = "令牌无效"
    title_en = "Token unknown or revoked"
    status = 401

    def __init__(self) -> None:
        """Show nothing: what was given may be someone's secret."""
        super().__init__(
            "令牌不存在或已吊销。",
            "This token does not exist or was revoked.",
            field="Authorization",
            remedy_zh="请向管理员申请新令牌。",
            remedy_en="Ask the administrator for a new one.",
        )


class RoleMissing(Refusal):
    """The caller has none of the roles that this act needs (角色不符)."""

    code = "role_missing"
    title_zh = "角色不符"
    title_en = "Role missing"
    status = 403

    def __init__(self, has: Collection[str], needs: Collection[str]) -> None:
        """`has` are the caller's roles, `needs` are those of which one is enough."""
        super().__init__(
            f"您的角色是 {'、'.join(sorted(has))}；此业务须由 {'、'.join(sorted(needs))} 办理。",
            f"Your roles: {', '.join(sorted(has))}; this act needs one of: {', '.join(sorted(needs))}.",
            figures={"has": ",".join(sorted(has)), "needs": ",".join(sorted(needs))},
            remedy_zh="请由有权的人员办理。",
            remedy_en="Ask a person who has the role.",
        )
