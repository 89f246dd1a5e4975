"""令牌与角色的拒绝 (refusals of tokens and roles): the token is missing or unknown, or the role is missing."""

from collections.abc import Set as AbstractSet

from domain.refusal import Refusal, words_of
from projections.access.roles import Role


class TokenMissing(Refusal):
    """No bearer token (缺少令牌)."""

    code = "token_missing"
    title_zh, title_en = "缺少令牌", "Token missing"
    status = 401
    field = "Authorization"

    says_zh = "此地址须带令牌：Authorization: Bearer …。"
    says_en = "This address needs a token: Authorization: Bearer …."
    remedy_zh = "请向管理员申请令牌（sunledger token make）。"
    remedy_en = "Ask the administrator for a token (sunledger token make)."


class TokenUnknown(Refusal):
    """The token was never given, or was revoked (令牌无效)."""

    code = "token_unknown"
    title_zh, title_en = "令牌无效", "Token unknown or revoked"
    status = 401
    field = "Authorization"

    says_zh = "令牌不存在或已吊销。"
    says_en = "This token does not exist or was revoked."
    remedy_zh, remedy_en = "请向管理员申请新令牌。", "Ask the administrator for a new one."


class RoleMissing(Refusal):
    """The caller has none of the roles that this act needs (角色不符)."""

    code = "role_missing"
    title_zh, title_en = "角色不符", "Role missing"
    codes = words_of(has=Role, needs=Role)
    status = 403
    shows = ("has:codes", "needs:codes")
    has: AbstractSet[str]
    needs: AbstractSet[str]  # one of them is enough

    says_zh = "您的角色是{has}；此业务须由{needs}办理。"
    says_en = "Your roles: {has:commas}; this act needs one of: {needs:commas}."
    remedy_zh, remedy_en = "请由有权的人员办理。", "Ask a person who has the role."
