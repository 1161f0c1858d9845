"""Face names -> the standard's classes of type: the one table of what a Word file may name."""

from pipeline.model.standard import WORD_FONTS, FontRole

_FACES: dict[FontRole, tuple[str, ...]] = {
    FontRole.XIAOBIAOSONG: (
        "小标宋",
        "小标宋体",
        "方正小标宋_GBK",
        "方正小标宋_GB18030",
        "方正小标宋",
        "FZXiaoBiaoSong-B05",
        "FZXiaoBiaoSong-B05S",
        "华文中宋",
        "STZhongsong",
        "Noto Serif CJK SC Bold",
        "FandolSong Bold",
    ),
    FontRole.FANGSONG: (
        "FangSong_GB2312",
        "仿宋",
        "仿宋体",
        "FangSong",
        "方正仿宋_GBK",
        "方正仿宋_GB18030",
        "方正仿宋_GB2312",
        "方正仿宋简体",
        "FZFangSong-Z02",
        "FZFangSong-Z02S",
        "华文仿宋",
        "STFangsong",
        "FandolFang",
        "FandolFang R",
        "朱雀仿宋",
        "Zhuque Fangsong (technical preview)",
    ),
    FontRole.KAITI: (
        "KaiTi_GB2312",
        "楷体",
        "KaiTi",
        "方正楷体_GBK",
        "方正楷体_GB18030",
        "方正楷体_GB2312",
        "方正楷体简体",
        "FZKai-Z03",
        "FZKai-Z03S",
        "华文楷体",
        "STKaiti",
        "FandolKai",
        "LXGW WenKai",
        "LXGW WenKai Light",
        "LXGW WenKai GB",
        "LXGW WenKai Lite",
        "霞鹜文楷",
        "霞鹜文楷 Light",
    ),
    FontRole.HEITI: (
        "SimHei",
        "方正黑体_GBK",
        "方正黑体_GB18030",
        "方正黑体简体",
        "FZHei-B01",
        "FZHei-B01S",
        "华文黑体",
        "STHeiti",
        "FandolHei",
        "Noto Sans CJK SC",
        "思源黑体",
        "思源黑体 CN",
        "Source Han Sans SC",
        "Source Han Sans CN",
    ),
    FontRole.SONGTI: (
        "SimSun",
        "新宋体",
        "NSimSun",
        "宋体-简",
        "宋体-方正超大字符集",
        "方正书宋_GBK",
        "方正书宋简体",
        "华文宋体",
        "STSong",
        "FandolSong",
        "Noto Serif CJK SC",
        "思源宋体",
        "思源宋体 CN",
        "Source Han Serif SC",
        "Source Han Serif CN",
    ),
}

_CHINESE = (
    *("等线", "DengXian", "等线 Light", "DengXian Light", "微软雅黑", "Microsoft YaHei"),
    *("微软雅黑 Light", "Microsoft YaHei UI", "隶书", "LiSu", "幼圆", "YouYuan", "华文细黑"),
    *("STXihei", "华文新魏", "STXinwei", "华文行楷", "STXingkai", "华文隶书", "STLiti"),
    *("华文琥珀", "华文彩云", "方正姚体", "方正舒体", "苹方-简", "PingFang SC", "MingLiU"),
    *("PMingLiU", "新細明體", "細明體", "標楷體", "DFKai-SB", "MS Mincho", "ＭＳ 明朝"),
    *("MS Gothic", "ＭＳ ゴシック", "Yu Mincho", "游明朝", "Malgun Gothic", "Arial Unicode MS"),
)
_LATIN = (
    *("Times New Roman", "Times", "Arial", "Calibri", "Calibri Light", "Cambria", "Cambria Math"),
    *("Verdana", "Tahoma", "Courier New", "Consolas", "Georgia", "Garamond", "Century", "Symbol"),
    *("Aptos", "Aptos Display", "Helvetica", "Segoe UI", "Book Antiqua", "Palatino Linotype"),
    *("Liberation Serif", "Liberation Sans", "Liberation Mono", "DejaVu Sans", "DejaVu Serif"),
    *("Carlito", "Caladea", "Bookman Old Style", "Trebuchet MS", "Candara", "Wingdings"),
)


LATIN_FACE = "Times New Roman"
"""For letters and digits: practice, and Word's own choice where nothing names a face."""


def _key(name: str) -> str:
    """A name as faces are compared: no case, and not the mark of a face that stands upright."""
    return name.strip().removeprefix("@").casefold()


_ROLE_BY_FACE = {
    **{_key(face): role for role, faces in _FACES.items() for face in faces},
    **{_key(face): role for role, face in WORD_FONTS.items()},
}
_LATIN_FACES = frozenset(map(_key, _LATIN))
_OTHER_FACES = frozenset(map(_key, _CHINESE)) | _LATIN_FACES


def role_of_face(name: str) -> FontRole | None:
    """The class that a face belongs to; None for one of another class and for an unknown one."""
    return _ROLE_BY_FACE.get(_key(name))


def is_of_another_class(name: str) -> bool:
    """Whether a face is known and belongs to no class that the standard names."""
    return _key(name) in _OTHER_FACES


def is_latin_face(name: str) -> bool:
    """Whether a face is known to have no 汉字, so that Chinese marks come out narrow in it."""
    return _key(name) in _LATIN_FACES
