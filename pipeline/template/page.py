"""Measures -> fresh page.html and page.css: what places the set lines on the PDF's pages.

No number of the standard stands in them: a class for each paragraph style and a variable for each
measure are made from the table of measures at every build (see `render.pdf`).
"""

PAGE_CSS = """\
/* 版心：本文件决定 PDF 的版面。每种段落样式都有同名的类（.body、.title……），字体、字号、行距、缩进
   由程序按 word.docx 和 template.yaml 生成，这里不写数字，只用变量。要加自己的规则，写在文件末尾。

   What places things on the page. Each paragraph style has a class of its name; face, size, pitch
   and indents come from word.docx and template.yaml. Add rules of your own at the end. */

@page {
  size: var(--page-width) var(--page-height);
  margin: var(--page-top) var(--page-right) var(--page-bottom) var(--page-left);
  @footnote { margin: 0; padding: 0; border: none }
}
@page :right {
  @bottom-right {
    content: "— " counter(page) " —";
    padding: var(--page-number-drop) var(--page-number-indent) 0 0;
    font: var(--page-number-size) / 1 var(--page-number-font);
    vertical-align: top;
  }
}
@page :left {
  @bottom-left {
    content: "— " counter(page) " —";
    padding: var(--page-number-drop) 0 0 var(--page-number-indent);
    font: var(--page-number-size) / 1 var(--page-number-font);
    vertical-align: top;
  }
}

body { margin: 0 }
h1, h2, h3, h4, h5, p, table, th { margin: 0; font-weight: normal }
h1, h2, h3, h4, h5, p { orphans: 1; widows: 1 }
/* lines come broken and spaced */
h1, h2, h3, h4, h5, p, td, th { white-space: pre; font-kerning: none; font-variant-ligatures: none }

h1 { bookmark-level: none }
h2 { bookmark-level: 1 }
h3 { bookmark-level: 2 }
h4 { bookmark-level: 3 }
h5 { bookmark-level: 4 }

/* letterhead */
.issuer_mark {
  margin-top: calc(var(--issuer-mark-before) + var(--issuer-mark-shift));
  margin-bottom: calc(0pt - var(--issuer-mark-shift));
  font-size: var(--issuer-mark-size);
  line-height: var(--issuer-mark-line);
  height: var(--issuer-mark-line);
}
.document_number_up { display: flex; justify-content: space-between }
.signer { font-family: var(--kaiti-font) }
.red_rule {
  box-sizing: border-box;
  height: var(--red_rule-pitch);
  border-bottom: var(--red-rule) solid var(--red_rule-color);
}

.new-page { break-before: page }

/* below the body */
.number { display: inline-block; text-indent: 0 }
.signature-block { break-inside: avoid }
#attachment-note { break-after: avoid }
#attachment-note-end { break-before: avoid }
/* behind the text, which an opaque picture would hide */
.seal { position: relative; z-index: -1; display: block }
.seal { width: var(--seal-size); height: var(--seal-size) }

/* tables and pictures */
table { width: 100%; border-collapse: collapse; table-layout: fixed }
th, td {
  border: var(--table-rule) solid;
  padding: var(--table-padding-y) var(--table-padding-x);
  vertical-align: middle;
}
tr { break-inside: avoid }
.center { text-align: center }
.picture { break-after: avoid; text-align: center; line-height: 1 }
.picture img { display: inline-block; image-rendering: crisp-edges }

/* imprint: at the foot of the last page */
.imprint { float: footnote; display: block; padding-bottom: var(--imprint-drop); line-height: 0 }
.imprint::footnote-call, .imprint::footnote-marker { content: none }
.imprint_thick { border-bottom: var(--imprint-thick) solid }
.imprint_thin { border-bottom: var(--imprint-thin) solid }
.printing { display: flex; justify-content: space-between }
"""

_LETTERHEAD = """\
{% set head = document.letterhead %}
{% if head %}
<section class="letterhead">
{% if head.copy_number %}<p class="copy_number">{{ head.copy_number | lines('copy_number') }}</p>
{% endif %}
{% if head.classification %}
<p class="classification">{{ head.classification | lines('classification') }}</p>
{% endif %}
{% if head.urgency %}<p class="classification">{{ head.urgency | lines('classification') }}</p>
{% endif %}
{% for _ in range(head.free_lines) %}<p class="blank"></p>
{% endfor %}
<p class="issuer_mark">{{ head.issuer_mark }}</p>
<p class="blank"></p>
<p class="blank"></p>
{% for row in head.signer_rows %}
<p class="document_number_up"><span>{{ row.number | one_line('document_number_up') }}</span>\
<span>{{ row.label | one_line('document_number_up') }}\
<span class="signer">{{ row.names | one_line('document_number_up', 'byline') }}</span></span></p>
{% else %}
<p class="document_number">{{ head.document_number | lines('document_number') }}</p>
{% endfor %}
<div class="red_rule"></div>
<p class="blank"></p>
<p class="blank"></p>
</section>
{% endif %}
"""

_IMPRINT = """\
{% set imprint = document.imprint %}
{% if imprint %}
<div class="imprint" id="imprint">
<div class="imprint_thick"></div>
{% if imprint.copied_to %}
<p class="copied_to">{{ imprint.copied_to | lines('copied_to') }}</p>
<div class="imprint_thin"></div>
{% endif %}
<p class="printing"><span>{{ imprint.printing_office | one_line('printing') }}</span>\
<span>{{ imprint.printing_date_text | one_line('printing') }}</span></p>
<div class="imprint_thick"></div>
</div>
{% endif %}
"""

_BLOCKS = """\
{% for block in document.blocks %}
{% if block.kind == 'title' %}
<h1 class="title">{{ block.lines | rows('title') }}</h1>
{% elif block.kind == 'byline' %}
<p class="byline">{{ block.text | lines('byline') }}</p>
{% elif block.kind == 'blank' %}
{% for _ in range(block.lines) %}<p class="blank"></p>
{% endfor %}
{% elif block.kind == 'addressee' %}
<p class="addressee">{{ block.text | lines('addressee') }}</p>
{% elif block.kind == 'heading' and block.level == 1 %}
<h2 class="heading1">{{ block.text | lines('heading1') }}</h2>
{% elif block.kind == 'heading' and block.level == 2 %}
<h3 class="heading2">{{ block.text | lines('heading2') }}</h3>
{% elif block.kind == 'heading' and block.level == 3 %}
<h4 class="heading3">{{ block.text | lines('heading3') }}</h4>
{% elif block.kind == 'heading' and block.level == 4 %}
<h5 class="heading4">{{ block.text | lines('heading4') }}</h5>
{% elif block.kind == 'paragraph' %}
<p class="body{{ ' new-page' if block.starts_page }}">\
{{ block.text | lines('body', block.tracking_pt) }}</p>
{% elif block.kind == 'attachment_note' %}
<div id="attachment-note"></div>
{% for line in block.lines %}
{% if not line.number %}
<p class="attachment_note">{{ (line.label + line.name) | lines('attachment_note') }}</p>
{% elif line.label %}
<p class="attachment_note_first">{{ line | numbered('attachment_note_first') }}</p>
{% else %}
<p class="attachment_note_next">{{ line | numbered('attachment_note_next') }}</p>
{% endif %}
{% endfor %}
<div id="attachment-note-end"></div>
{% elif block.kind == 'signature' %}
<div class="signature-block" id="signature">
<p class="signature" style="{{ block.organisation_right_chars | right_indent }}">\
{{ block.organisation | one_line('signature') }}</p>
<p class="date" style="{{ block.date_right_chars | right_indent }}">\
{{ block.date_text | one_line('date') }}</p>
{% if block.seal %}<img class="seal" src="{{ block.seal | image }}" \
alt="{{ block.seal.description }}" style="{{ block | seal_place }}">{% endif %}
</div>
{% elif block.kind == 'remark' %}
<p class="remark" id="remark">{{ block.text | lines('remark') }}</p>
{% elif block.kind == 'annex_mark' %}
<p class="annex_mark">{{ block.text | lines('annex_mark') }}</p>
{% elif block.kind == 'annex_title' %}
<h2 class="annex_title">{{ block.lines | rows('annex_title') }}</h2>
{% elif block.kind == 'table' %}
{{ block | table }}
{% elif block.kind == 'picture' %}
<p class="picture"><img src="{{ block.image | image }}" alt="{{ block.image.description }}" \
style="{{ block.image | image_size }}"></p>
<p class="caption">{{ block.caption | lines('caption') }}</p>
{% elif block.kind == 'chart' %}
<p class="picture"><img src="{{ block | chart }}" alt="{{ block.description }}" \
style="{{ block | chart_size }}"></p>
<p class="caption">{{ block.caption | lines('caption') }}</p>
{% endif %}
{% endfor %}
"""

_END = """\
<div id="document-end"></div>
"""

_HEAD = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{{ document.title }}</title>
<meta name="author" content="{{ document.organisation }}">
<meta name="description" content="{{ document.subject }}">
<meta name="dcterms.created" content="{{ document.date }}">
<meta name="dcterms.modified" content="{{ document.date }}">
</head>
<body>
"""


def draw_page_html(*, official: bool) -> str:
    """The text of a page.html; an official one has letterhead and imprint."""
    letterhead, imprint = (_LETTERHEAD, _IMPRINT) if official else ("", "")
    return f"{_HEAD}{letterhead}{_BLOCKS}{_END}{imprint}</body>\n</html>\n"
