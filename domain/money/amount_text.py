"""金额文字 (amount text): fen printed as 元 and 万元, rates as percent, without loss."""

FEN_PER_YUAN = 100
FEN_PER_WAN = 1_000_000
BP_PER_PERCENT = 100


def yuan_text(amount_fen: int) -> str:
    """Print fen as 元: `1,234.56`, always with fen."""
    sign = "-" if amount_fen < 0 else ""
    yuan, fen = divmod(abs(amount_fen), FEN_PER_YUAN)
    return f"{sign}{yuan:,}.{fen:02d}"


def wan_text(amount_fen: int) -> str:
    """Print fen as 万元 without loss: `724.712484`, as many of the six decimals as are needed."""
    sign = "-" if amount_fen < 0 else ""
    wan, rest = divmod(abs(amount_fen), FEN_PER_WAN)
    decimals = f"{rest:06d}".rstrip("0")
    return f"{sign}{wan}.{decimals}" if decimals else f"{sign}{wan}"


def percent_text(rate_bp: int) -> str:
    """Print basis points as percent: 150 → `1.5%`."""
    sign = "-" if rate_bp < 0 else ""
    whole, rest = divmod(abs(rate_bp), BP_PER_PERCENT)
    decimals = f"{rest:02d}".rstrip("0")
    return f"{sign}{whole}.{decimals}%" if decimals else f"{sign}{whole}%"
