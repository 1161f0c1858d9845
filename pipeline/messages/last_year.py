"""What was carried from last year's report: to be confirmed, or left where it should be changed."""

from pipeline.messages.fault import Fault, error, note, warning

LAST_YEAR: dict[str, Fault] = {
    "unconfirmed-figure": error(
        "{of_zh}数字“{what}”还没有确认{was_zh}",
        "去掉【待确认：】，换成今年的数；今年还是“{what}”，就只留下它",
        "the figure “{what}”{of_en} is not confirmed yet{was_en}",
        "take off 【待确认：】 and write this year's figure, or leave “{what}” if it still holds",
    ),
    "unconfirmed-source": error(
        "{of_zh}来源“{what}”还没有确认{was_zh}",
        "核对是不是今年的文件和单元格，对的去掉【待确认：】只留“{what}”，换了的改正",
        "the source “{what}”{of_en} is not confirmed yet{was_en}",
        "check that file and cells are this year's; take off 【待确认：】 and leave “{what}”, or correct it",
    ),
    "unconfirmed-date": error(
        "{kind_zh}“{what}”还没有确认{was_zh}",
        "核对日期、年份、星期和届次，对的去掉【待确认：】只留“{what}”，不对的改正",
        "the {kind_en} “{what}” is not confirmed yet{was_en}",
        "check day, year, weekday and ordinal; take off 【待确认：】 and leave “{what}”, or correct it",
    ),
    "unconfirmed-name": error(
        "名称“{what}”还没有确认{was_zh}",
        "核对人员、单位和文号，没有变的去掉【待确认：】只留“{what}”，变了的改正",
        "the name “{what}” is not confirmed yet{was_en}",
        "check persons, units and numbers; take off 【待确认：】 and leave “{what}”, or correct it",
    ),
    "broken-confirmation": error(
        "“{found}”像是待确认的标记，但是写得不完整",
        "写成【待确认：内容】的样子；已经确认的，连同括号一起去掉，只留内容",
        "“{found}” looks like a mark to be confirmed and is not whole",
        "write 【待确认：…】; what is confirmed loses its brackets too",
    ),
    "leftover-year": error(
        "“{found}”是上次（{year} 年）留下的",
        "改成今年的；确实要写去年的，写明“比 {year} 年”“上年”，或者把它写进沿用的“保留”",
        "“{found}” was left from {year}",
        "write this year's; where last year is meant say so (比 {year} 年, 上年), or list it under 沿用, 保留",
    ),
    "leftover-year-in-name": note(
        "“{found}”里有上次的年份 {year}",
        "核对是不是去年的文件、称号；今年有新的，换成新的",
        "the name “{found}” has the year of last time, {year}",
        "check whether it is last year's document or title; name the new one if there is one",
    ),
    "leftover-ordinal": error(
        "“{found}”是上次的届次，今年应当是“{wanted}”",
        "改成今年的届次；确实要写上一届的，写明“比”“上届”，或者把它写进沿用的“保留”",
        "“{found}” is the ordinal of last time; this year it is “{wanted}”",
        "write this year's; where the last one is meant say so (比, 上届), or list it under 沿用, 保留",
    ),
    "leftover-unit": error(
        "“{found}”是原文件的单位“{organisation}”，这份总结的单位是另一个",
        "改成本单位；确实要提到它的，把“{found}”写进沿用的“保留”",
        "“{found}” is the unit of the file that was carried, “{organisation}”; this report is another's",
        "name your own unit; where that one is meant list “{found}” under 沿用, 保留",
    ),
    "leftover-place": warning(
        "“{found}”是原文件单位“{organisation}”的地名",
        "改成本地的名称；确实要提到它的，把“{found}”写进沿用的“保留”",
        "“{found}” is the place of the unit that was carried from, “{organisation}”",
        "name your own place; where that one is meant list “{found}” under 沿用, 保留",
    ),
    "leftover-figure": error(
        "“{found}”是数据“{name}”上次的数，今年是“{now}”",
        "写【{name}】，不要手写数字；确实要写去年的数，写明“上年”，或者把它写进沿用的“保留”",
        "“{found}” is last time's value of the figure “{name}”, which is “{now}” now",
        "write 【{name}】; where last year's is meant say so (上年), or list it under 沿用, 保留",
    ),
    "self-name": warning(
        "单位是“{organisation}”，这里却自称“{found}”",
        "改成本单位的自称；引用别人的话，加上引号",
        "the unit is “{organisation}”, and calls itself “{found}” here",
        "use the word for your own unit; put another's words in quotes",
    ),
}
