"""The roll-up of many units: the plan, the units' files, their figures."""

from pipeline.messages.fault import Fault, error, note, warning

ROLLUP: dict[str, Fault] = {
    "plan-needs-rollup": error(
        "这是一份汇总方案，不是单份总结",
        "运行 banxin rollup {path}",
        "this is a plan for a roll-up and no report by itself",
        "run: banxin rollup {path}",
    ),
    "not-a-plan": error(
        "这里没有“汇总”，不是汇总方案",
        "单份总结用 banxin build {path}；汇总方案要加上“汇总”，写明目录、单位和数据（见 docs/rollup.md）",
        "there is no 汇总 here, so this is not a plan",
        "for a single report run: banxin build {path}; a plan has 汇总 with 目录, 单位 and 数据 (see docs/rollup.md)",
    ),
    "unit-is-plan": error(
        "这一份也是汇总方案，不能当作单位的总结来汇总",
        "先用 banxin rollup 排出它，把得到的数据另写成一份总结；或者把它移出这个文件夹",
        "this too is a plan, and not the report of a unit",
        "roll it up first and write its figures as a report, or move it out of this folder",
    ),
    "unit-folder-missing": error(
        "没有“{folder}”这个文件夹",
        "核对“目录”；它从汇总方案所在的文件夹算起",
        "there is no folder “{folder}”",
        "check 目录; it is looked for from the folder of the plan",
    ),
    "no-unit-files": error(
        "“{folder}”里没有一份输入（.yaml 或 .yml）",
        "把各单位报来的文件放进去，或者改正“目录”",
        "there is no input in “{folder}” (.yaml or .yml)",
        "put the units' files there, or correct 目录",
    ),
    "unit-listed-twice": error(
        "名单里“{name}”写了两次，第 {first} 行已经有了",
        "两处只留一处；一个单位的几种写法放在它的“又名”里",
        "“{name}” is listed twice; it already stands in line {first}",
        "keep one of the two; other names of a unit go into its 又名",
    ),
    "rollup-name-taken": error(
        "“{name}”是程序汇总出来的，不能自己写",
        "删去这一行；要另写一个数，换一个不以“汇总.”开头的名称",
        "“{name}” is made by the roll-up and cannot be typed",
        "delete the line, or give your own figure a name that does not begin with 汇总.",
    ),
    "unit-not-listed": error(
        "应报单位名单里没有“{name}”{nearest_zh}",
        "在方案的“单位”里加上它，或者写进那个单位的“又名”；不该汇总的，把文件移出这个文件夹",
        "“{name}” is not on the list of units{nearest_en}",
        "add it to 单位 of the plan or to 又名 of its unit; move the file away if it does not belong",
    ),
    "unit-twice": error(
        "“{name}”报了两份，另一份是 {first}",
        "留下正确的一份，把另一份移出这个文件夹",
        "“{name}” has reported twice; the other file is {first}",
        "keep the right one and move the other out of this folder",
    ),
    "units-unsound": error(
        "{count} 份单位的文件有错，没有汇总：{files}",
        "按上面的提示改正这些文件；来不及改的，把文件移出文件夹，该单位就列为未报",
        "{count} files of units are at fault, and nothing was rolled up: {files}",
        "mend them as told above; or move a file away, and its unit counts as not reported",
    ),
    "units-missing": warning(
        "应报 {due} 个单位，还有 {count} 个没有报：{units}",
        "催报；正文里写【汇总.未报单位】就会点名，合计只含已报的单位",
        "of {due} units {count} have not reported: {units}",
        "ask for their reports; 【汇总.未报单位】 names them in the text, and totals hold the others only",
    ),
    "unit-late": warning(
        "{name}的成文日期是 {date}，晚于截止日期 {deadline}",
        "核对日期；同意补报的，可以改方案里的“截止”",
        "the report of {name} is dated {date}, after the deadline {deadline}",
        "check the date; put off 截止 in the plan where a late report is accepted",
    ),
    "unit-out-of-period": warning(
        "{name}的活动{key}日期是 {date}，不在 {start} 至 {end} 之间",
        "核对是不是报错了期；属实就改方案里的“期间”",
        "the activity of {name} has its {key} on {date}, not between {start} and {end}",
        "check that it is the report of this period; if it is, widen 期间 in the plan",
    ),
    "figure-nowhere": error(
        "已报的单位都没有“{figure}”这个数据{nearest_zh}",
        "核对名称；各单位用的是别的名称时，写进“取自”",
        "no unit that has reported has a figure “{figure}”{nearest_en}",
        "check the name; where the units call it otherwise, say so under 取自",
    ),
    "figure-lacking": warning(
        "“{figure}”只汇总了 {count} 个单位，没有这一项的有：{units}",
        "请这些单位补报；用的是别的名称时，写进“取自”；确实没有的，让它们写 0",
        "“{figure}” is that of {count} units only; these have none: {units}",
        "ask them for it; where they call it otherwise, say so under 取自; a unit that has none writes 0",
    ),
    "unit-figure-twice": warning(
        "{name}同时有“{first}”和“{second}”，“{figure}”只取了“{first}”",
        "核对该取哪一个；两个都要的，在方案里分成两个数据",
        "{name} has both “{first}” and “{second}”; “{figure}” is taken from “{first}”",
        "check which is meant; for both, make two figures in the plan",
    ),
    "unit-figure-not-a-number": error(
        "{name}的“{figure}”是“{found}”，不能计算",
        "改成一个数和单位，如 37条：不写约、余、多，不用汉字数字；只需列出或数单位的，方案里用 列举 或 单位数",
        "“{figure}” of {name} is “{found}”, which cannot be reckoned with",
        "write one number and its unit, such as 37条, without 约 or 余; to list it or count units, use 列举 or 单位数",
    ),
    "unit-of-measure": error(
        "{name}的“{figure}”是“{found}”，单位不是“{wanted}”，不能相加",
        "核对是否同一项数据，统一计量单位；其他单位都用错了的，在方案里写明“单位”",
        "“{figure}” of {name} is “{found}”, and not in “{wanted}”, so that they cannot be added",
        "check that it is the same figure and use one unit of measure; 单位 in the plan says which is right",
    ),
    "sum-of-shares": error(
        "“{figure}”的单位是“{unit}”，不能相加",
        "“方式”改为 平均、最大 或 最小；要全县的比例，让各单位报分子和分母",
        "“{figure}” is in “{unit}”, of which no sum can be made",
        "use 平均, 最大 or 最小; for the share of the county let the units report both its numbers",
    ),
    "unit-figure-out-of-line": note(
        "{name}的“{figure}”是{found}，各单位的中位数是{median}，相差悬殊（修正 z 值 {score}）",
        "核对是否多写、少写了一位，或者用错了单位；属实就不用改",
        "“{figure}” of {name} is {found}, where the median of the units is {median} (modified z-score {score})",
        "check for a digit too many or too few, or another unit of measure; leave it if it is right",
    ),
    "unit-figure-zero": note(
        "{name}的“{figure}”是 0，各单位的中位数是{median}",
        "核对是没有开展，还是漏填；属实就不用改",
        "“{figure}” of {name} is 0, where the median of the units is {median}",
        "check whether nothing was done or nothing filled in; leave it if it is right",
    ),
    "units-alike": note(
        "{name}所报的 {count} 个数据与{other}完全相同",
        "核对是不是照抄或者报错了文件；属实就不用改",
        "the {count} figures of {name} are all those of {other}",
        "check whether one was copied or a wrong file sent; leave it if it is right",
    ),
    "excerpt-unit": error(
        "要摘登的“{name}”没有报，或者不在名单里{nearest_zh}",
        "改正单位名称，或者换一个已报的单位",
        "“{name}”, which is to be quoted, has not reported or is not on the list{nearest_en}",
        "correct the name, or quote a unit that has reported",
    ),
    "excerpt-heading": error(
        "{name}的总结里没有小标题“{heading}”{nearest_zh}",
        "照抄该单位总结里的小标题，不写序号；写了“部分”的，核对是不是这一部分",
        "the report of {name} has no heading “{heading}”{nearest_en}",
        "copy the heading from the report, without its number, and check 部分 where it is given",
    ),
    "excerpt-paragraph": error(
        "要摘登的地方只有 {count} 段（{name}）",
        "“段”从 1 数起，不超过 {count}；不写“段”就摘全部",
        "there are only {count} paragraphs to quote from ({name})",
        "段 counts from 1 up to {count}; without it all are quoted",
    ),
    "table-figure-unknown": error(
        "汇总的“数据”里没有“{name}”{nearest_zh}",
        "在“汇总”的“数据”里加上它，或者改正名称",
        "“{name}” is not among the figures of the roll-up{nearest_en}",
        "add it to 数据 under 汇总, or correct the name",
    ),
    "ranking-figure": error(
        "排名要用一个能比大小的数据",
        "写一个“数据”，它的方式是 合计、平均、最大 或 最小",
        "a ranking is of one figure that can be compared",
        "name one under 数据 whose way is 合计, 平均, 最大 or 最小",
    ),
}
