"""Changes beyond the dated share need the approval of who approved first (调整超比例须报批).

Source: 丹凤县报账制实施办法, as a parameter of the rulebook.
"""

from domain.projects.proposal_refusals import ChangeNeedsApproval


def change_beyond_share_needs_approval(share_bp: int, limit_bp: int, approval_no: str) -> None:
    """Raise ChangeNeedsApproval when the changes so far pass the limit and no approval is named."""
    if share_bp > limit_bp and not approval_no.strip():
        raise ChangeNeedsApproval(share_bp, limit_bp)
