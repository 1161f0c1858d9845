"""Dates, weekdays, phases, ordinals: what disagrees."""

from pipeline.messages.fault import Fault, error, note, warning

DATES: dict[str, Fault] = {
    "date-order": error(
        "“{later_key}”{later} 早于“{earlier_key}”{earlier}",
        "核对两个日期：{earlier_key}不应晚于{later_key}",
        "“{later_key}” {later} is before “{earlier_key}” {earlier}",
        "check both: {earlier_key} does not come after {later_key}",
    ),
    "phase-outside-activity": error(
        "阶段“{name}”的{key}日期 {day} 不在活动期间（{start} 至 {end}）",
        "核对这一阶段的日期和活动的开始、结束日期",
        "“{key}” of the phase “{name}”, {day}, is outside the activity ({start} to {end})",
        "check the dates of the phase, and 开始 and 结束 of the activity",
    ),
    "phases-out-of-order": error(
        "阶段“{name}”写在“{before}”的后面，开始却比它早",
        "按先后排列各阶段，或者改正日期",
        "the phase “{name}” stands after “{before}” and begins before it",
        "put the phases in order, or correct the dates",
    ),
    "phases-overlap": warning(
        "阶段“{name}”从 {start} 开始，上一阶段“{before}”到 {end} 才结束",
        "核对两个阶段的日期；确是交叉进行就不用改",
        "the phase “{name}” begins on {start}, and “{before}” ends only on {end}",
        "check the dates of both; leave them if the phases did overlap",
    ),
    "bad-year": error(
        "“{key}”写成了“{found}”，不是年份",
        "写四位数字，如 2026",
        "“{key}” is “{found}”, which is no year",
        "write four digits, such as 2026",
    ),
    "bad-ordinal": error(
        "“{key}”写成了“{found}”，不是届次",
        "只写数字，如第六届写 6",
        "“{key}” is “{found}”, which is no number of an event",
        "write the number alone: 6 for 第六届",
    ),
    "ordinal-and-year": error(
        "届次写的是“{found}”，首届在 {first} 年，{year} 年应当是“{wanted}”",
        "核对“届次”“首届年份”和活动日期；中间停办过的，删去“首届年份”",
        "届次 says “{found}”; the first was in {first}, so that of {year} is “{wanted}”",
        "check 届次, 首届年份 and the dates; delete 首届年份 if a year was left out",
    ),
    "ordinal-and-declared": error(
        "这里写的是“{found}”，按“{key}”里写的应当是“{wanted}”",
        "两处改成一致",
        "“{found}” stands here, and by {key} it is “{wanted}”",
        "make the two agree",
    ),
    "weekday-mismatch": error(
        "“{found}”的星期不对：{day} 是{wanted}",
        "核对日期和星期，改正写错的一个",
        "the weekday of “{found}” is wrong: {day} is {wanted}",
        "check the date and the weekday, and correct the one that is wrong",
    ),
    "no-such-day": error(
        "文中的“{found}”没有这一天",
        "核对月份和日子",
        "there is no such day as “{found}”",
        "check the month and the day",
    ),
    "range-backwards": error(
        "“{found}”是倒着的：后一个日期早于前一个",
        "核对两个日期；跨年的写明年份，或者写“次年”",
        "“{found}” runs backwards: the second date is before the first",
        "check both dates; where a year turns, write the year or 次年",
    ),
    "duration-mismatch": error(
        "这里写“{found}”，而 {range} 是 {wanted_zh}",
        "核对历时和起止日期",
        "“{found}” stands here, and {range} makes {wanted_en}",
        "check the duration and the dates",
    ),
    "duration-one-off": warning(
        "这里写“{found}”，而 {range} 首尾都算是 {wanted_zh}",
        "核对天数和起止日期；第一天和最后一天都算",
        "“{found}” stands here, and {range} makes {wanted_en}, both ends counted",
        "check the duration and the dates; the first and the last day both count",
    ),
    "one-ordinal-two-years": error(
        "同一活动的“{ordinal}”，这里是 {year} 年，第 {line} 行是 {other} 年",
        "核对届次和年份，两处改成一致",
        "“{ordinal}” of one activity is of {year} here and of {other} on line {line}",
        "check the ordinal and the year, and make the two agree",
    ),
    "one-year-two-ordinals": error(
        "同一活动 {year} 年这里是“{ordinal}”，第 {line} 行是“{other}”",
        "核对届次和年份，两处改成一致",
        "the activity of {year} is “{ordinal}” here and “{other}” on line {line}",
        "check the ordinal and the year, and make the two agree",
    ),
    "told-before-it-happened": note(
        "“{found}”晚于成文日期 {issued}，句子却像是已经做完的事",
        "核对这个日期和成文日期；确是安排的事，写明“将”“拟”",
        "“{found}” is after the date of the report, {issued}, and is written of as if it were done",
        "check both dates; what is planned is written of as planned",
    ),
    "event-after-report": warning(
        "“{found}”晚于成文日期 {issued}，写的却是已经办过的事",
        "核对这个日期和成文日期；是打算办的事，写明“计划”“拟”",
        "“{found}” is after the date of the report, {issued}, and is written of as past",
        "check both dates; what is planned is written of as planned (计划, 拟)",
    ),
    "activity-range": warning(
        "这里写活动在“{found}”举办，“活动”里写的是 {start} 至 {end}",
        "核对两处的起止日期，改成一致；只是其中一个阶段的，写明是哪个阶段",
        "the activity is held in “{found}” here, and from {start} to {end} by 活动",
        "check the dates of both and make them agree; where it is one phase only, name the phase",
    ),
    "activity-year": error(
        "这里写的“{found}”，月日和“活动”一样，年份却不一样：“活动”里写的是 {start} 至 {end}",
        "核对年份；确是往年办的那一次，写明“去年”“上届”",
        "“{found}” has the days of the activity, in another year: it is held from {start} to {end} by 活动",
        "check the year; where an earlier one is meant, say so (去年, 上届)",
    ),
    "target-past": warning(
        "“{found}”在成文日期 {issued} 以前，写的却是将要做的事",
        "核对月份；是明年的写明“明年”，已经做完的改成做完的写法",
        "“{found}” is before the date of the report, {issued}, and is written of as yet to come",
        "check the month; write 明年 where it is of next year, and write of what is done as done",
    ),
    "number-year": warning(
        "发文字号里的年份是“{found}”，成文日期却是 {date}",
        "核对两处：发文字号用成文当年的年份，写成〔{year}〕",
        "the number of the document is of “{found}”, and its date is {date}",
        "check both: the number has the year of the date, 〔{year}〕",
    ),
    "title-year": warning(
        "这里写的是 {found}，成文日期却在 {year} 年",
        "核对年份；沿用往年文件时最容易漏改",
        "{found} stands here, and the report is dated in {year}",
        "check the year: it is what is most easily left when an old file is reused",
    ),
}
