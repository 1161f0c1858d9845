"""The form of a file of local rules: what a profile sets otherwise, and what each rule weighs."""

from dataclasses import replace

from pydantic import Field

from pipeline.model.report.fields import SignaturePlace
from pipeline.model.standard import PROFILES, Measures, ProfileName
from pipeline.template.settings import (
    Overrides,
    Settings,
    Weighted,
    YesOrNo,
    given,
    put_in,
)


class Provisions(Settings):
    """Measures of the standard that belong to no margin and no style."""

    lines_per_page: int | None = Field(None, alias="每页行数", ge=1, le=60)
    chars_per_line: int | None = Field(None, alias="每行字数", ge=1, le=80)
    type_area_top_mm: float | None = Field(None, alias="版心上边", ge=0, le=150)
    type_area_bottom_mm: float | None = Field(None, alias="版心下边", ge=150, le=297)
    issuer_mark_top_mm: float | None = Field(None, alias="标志距版心", ge=0, le=150)
    red_rule_gap_mm: float | None = Field(None, alias="红线距文号", ge=0, le=50)
    red_rule_pt: float | None = Field(None, alias="红线粗细", ge=0.1, le=20)
    imprint_rule_thick_mm: float | None = Field(None, alias="版记粗线", ge=0.05, le=5)
    imprint_rule_thin_mm: float | None = Field(None, alias="版记细线", ge=0.05, le=5)
    page_number_gap_mm: float | None = Field(None, alias="页码距版心", ge=0, le=35)
    page_number_indent_chars: float | None = Field(None, alias="页码空字", ge=0, le=10)

    def put_in(self, base: Measures) -> Measures:
        """`base` with what is written here."""
        written = given(self)
        page = {name: value for name, value in written.items() if hasattr(base.page, name)}
        rules = {name: value for name, value in written.items() if name not in page}
        return replace(base, page=replace(base.page, **page), rules=replace(base.rules, **rules))


class LocalSettings(Weighted):
    """What a file of local rules says.

    It has every key of a template.yaml, so that a template is a file of local rules as it stands;
    those that say how a report is made and not how it looks are read past.
    """

    name: str = Field("", alias="名称")
    description: str = Field("", alias="说明")
    profile: ProfileName | None = Field(None, alias="版式")
    is_official: YesOrNo = Field(False, alias="版头版记")
    signature_place: SignaturePlace = Field("end", alias="署名位置")
    overrides: Overrides = Field(Overrides.model_construct(), alias="覆盖")
    provisions: Provisions = Field(Provisions.model_construct(), alias="规定")

    def measures(self, profile: str | None) -> Measures | None:
        """The measures by `profile`, or else by its own; None where only the page shows them.

        An unknown style is a KeyError.
        """
        named = profile or self.profile
        has_own = self.overrides != Overrides.model_construct() or bool(given(self.provisions))
        if named is None and not has_own:
            return None
        return self.provisions.put_in(put_in(self.overrides, PROFILES[named or "office"]))
