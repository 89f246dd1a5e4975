"""公示数额方面的拒绝 (refusals about figures of notices): what a notice prints agrees with the books."""

from collections.abc import Sequence

from domain.code import Word
from domain.refusal import Refusal, words_of
from domain.rulebook.codes import Figure


class NoticeAmountsMissing(Refusal):
    """A notice names the amounts that its kind asks for (公示金额不全)."""

    code = "notice_amounts_missing"
    title_zh, title_en = "公示金额不全", "Notice amounts missing"
    codes = words_of(kind="notice_kinds", missing=Figure)
    field = "amounts"
    shows = ("kind", "of", "missing:codes")
    kind: str
    of: str
    missing: Sequence[str]

    says_zh = "“{kind}”缺少{of:called_zh} 的金额：{missing}。"
    says_en = "A notice of the kind {kind} lacks these amounts of the {of:called_en}: {missing:commas}."
    remedy_zh = "请逐项列出金额并注明口径；旧公告未刊登的，照原件登记并写明原因。"
    remedy_en = "List each amount with its figure; where an old paper printed none, say so in the reason."


class FigureMissing(Refusal):
    """An amount of a notice says what it is (公示金额未注明口径)."""

    code = "figure_missing"
    title_zh, title_en = "公示金额未注明口径", "Amount says nothing"
    codes = words_of(known=Figure)
    field = "amounts"
    shows = ("label", "known:commas")
    label: str
    known: Sequence[str]

    says_zh = "公示金额“{label}”没有注明口径，账上可核对：{known}。"
    says_en = "The amount {label:escaped} does not say which figure it is; the books know: {known:commas}."
    remedy_zh = "请注明口径；账上没有的数填“账外数”，并写明原因。"
    remedy_en = "Name the figure; for what the books do not keep, write unkept and the reason."


class FigureUnknown(Refusal):
    """The books have no such figure of the record, or not yet (账上没有该口径)."""

    code = "figure_unknown"
    title_zh, title_en = "账上没有该口径", "No such figure in the books"
    codes = words_of(figure=Figure, known=Figure)
    field = "amounts"
    shows = ("label", "figure", "of", "known:commas")
    label: str
    figure: str
    of: str
    known: Sequence[str]

    says_zh = "公示金额“{label}”：账上没有{of:called_zh} 的“{figure}”，可核对：{known}。"
    says_en = (
        "Amount {label:escaped}: the books hold no {figure} of the {of:called_en}; they know: {known:commas}."
    )
    remedy_zh = "请核对口径和对象；账上没有的数填“账外数”，并写明原因。"
    remedy_en = (
        "Check the figure and its record; for what the books do not keep, write unkept and the reason."
    )


class FigureUnexplained(Refusal):
    """An amount that the books do not keep says why it stands on the notice (账外数未说明)."""

    code = "figure_unexplained"
    title_zh, title_en = "账外数未说明", "Figure outside the books unexplained"
    field = "otherwise_reason"
    label: str

    says_zh = "公示金额“{label}”注明为账外数，没有说明来源。"
    says_en = "The amount {label:escaped} is not kept in the books and nothing says where it comes from."
    remedy_zh, remedy_en = "请在“与账不符说明”中写明来源。", "Say in otherwise_reason where it comes from."


class FigureDiffers(Refusal):
    """An amount of a notice is the figure of the books (公示金额与账不符)."""

    code = "figure_differs"
    title_zh, title_en = "公示金额与账不符", "Amount differs from the books"
    codes = words_of(figure=Figure)
    status = 409
    field = "amounts"
    shows = ("label", "figure", "of", "amount_fen", "books_fen")
    label: str
    figure: str
    of: str
    amount_fen: int
    books_fen: int

    says_zh = "公示金额“{label}”为 {amount_fen:yuan} 元，{of:called_zh} 账上{figure}为 {books_fen:yuan} 元。"
    says_en = (
        "{label:escaped} is {amount_fen:yuan} yuan; "
        "{figure_word:en} of the {of:called_en} is {books_fen:yuan} yuan."
    )
    remedy_zh = "请改正金额；已拟稿的请撤回后重新拟稿；照旧公告登记的请在“与账不符说明”中写明原因。"
    remedy_en = (
        "Correct the amount; withdraw a draft and draft anew; for an old paper say why in otherwise_reason."
    )

    @property
    def figure_word(self) -> Word:
        """What the figure is called."""
        return Figure.word_of(self.figure)
