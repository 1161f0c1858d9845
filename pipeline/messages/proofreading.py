"""Lists of words (用字表)."""

from pipeline.messages.fault import Fault, error

PROOFREADING: dict[str, Fault] = {
    "word-pattern": error(
        "用字表里“{key}”的“{found}”写法不对",
        "直接写字词，几个用 | 隔开，如 目前|今年；括号、方括号要成对",
        "“{found}” under “{key}” in the list of words cannot be read",
        "write the words themselves, parted by |, such as 目前|今年; brackets come in pairs",
    ),
}
