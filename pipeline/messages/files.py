"""The input file and the files that it names."""

from pipeline.messages.fault import Fault, error

FILES: dict[str, Fault] = {
    "file-missing": error(
        "找不到文件“{path}”",
        "检查文件名和扩展名是否写对，文件是否放在 {folder} 里",
        "there is no file “{path}”",
        "check the name and its extension, and that the file is in {folder}",
    ),
    "file-unreadable": error(
        "文件“{path}”读不出来：{reason}",
        "确认文件没有被其他程序占用，并且有读取权限",
        "the file “{path}” cannot be read: {reason}",
        "make sure that no other program holds it and that you may read it",
    ),
    "file-too-large": error(
        "文件有 {size}，超过上限 {limit}",
        "一份总结用不了这么多文字；检查是否选错了文件，大表格请拆成几份",
        "the file has {size}, over the limit of {limit}",
        "no report needs that much text; check that it is the right file, and split large tables",
    ),
    "file-outside-folder": error(
        "“{path}”不在本文件所在的文件夹里",
        "把这个文件复制到 {folder} 里，再写它的相对路径",
        "“{path}” is outside the folder of the input",
        "copy the file into {folder} and write its path relative to it",
    ),
    "not-a-picture": error(
        "“{path}”不是能用的图片",
        "用看图软件打开它，另存为 PNG 或 JPEG",
        "“{path}” is not a picture that can be used",
        "open it in an image viewer and save it as PNG or JPEG",
    ),
    "picture-too-large": error(
        "图片“{path}”太大：{found}，上限是 {limit}",
        "用看图软件把它缩小，宽 2000 像素就够打印一整页",
        "the picture “{path}” is too large: {found}, and the limit is {limit}",
        "scale it down; 2,000 pixels of width are enough for a full page in print",
    ),
    "encoding-gb18030": error(
        "文件是 GB18030（GBK、ANSI）编码，应当是 UTF-8",
        "用记事本打开，“另存为”时把编码选成 UTF-8；或者运行：{command}",
        "the file is encoded as GB18030 (GBK, ANSI); it should be UTF-8",
        "save it as UTF-8 in your editor, or run: {command}",
    ),
    "encoding-utf16": error(
        "文件是 {encoding}（记事本里叫 Unicode）编码，应当是 UTF-8",
        "用记事本打开，“另存为”时把编码选成 UTF-8；或者运行：{command}",
        "the file is encoded as {encoding}; it should be UTF-8",
        "save it as UTF-8 in your editor, or run: {command}",
    ),
    "encoding-unknown": error(
        "文件不是 UTF-8 编码：第 {offset} 个字节是 0x{byte}",
        "确认这是文本文件而不是 Word 或压缩文件，用编辑器另存为 UTF-8",
        "the file is not UTF-8: byte {offset} is 0x{byte}",
        "make sure that it is a text file, not Word or an archive, and save it as UTF-8",
    ),
    "encoding-mixed": error(
        "第 {line} 行混进了别的编码：这里的字节 0x{byte} 不是 UTF-8",
        "这一行多半是从别的软件粘贴来的，或者文件没有存完整；删去这一行重新输入，存为 UTF-8",
        "line {line} holds text in another encoding: the byte 0x{byte} is not UTF-8",
        "the line was pasted from elsewhere, or the file was cut short; type it again and save as UTF-8",
    ),
    "not-a-text-file": error(
        "这不是文本文件，而是 {kind} 文件",
        "banxin 读的是扩展名为 .yaml 的文本文件；运行 banxin new 可得到一份样例，把内容填进去",
        "this is not a text file but a file of {kind}",
        "banxin reads .yaml text files; `banxin new` writes a starter to fill in",
    ),
    "word-pattern": error(
        "用字表里“{key}”的“{found}”写法不对",
        "直接写字词，几个用 | 隔开，如 目前|今年；括号、方括号要成对",
        "“{found}” under “{key}” in the list of words cannot be read",
        "write the words themselves, parted by |, such as 目前|今年; brackets come in pairs",
    ),
}
