"""Makes the .docx files of this folder anew: python3 make.py (needs python-docx and LibreOffice's soffice)."""

import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

HERE = Path(__file__).parent
REPORT = (HERE / "../correct/town-law-order-2025.txt").read_text("utf-8")
NUMBERED = [r"[一二三四五六七八九十]+、", r"（[一二三四五六七八九十]+）", r"\d\.(?!\d)"]
LINES = [line for line in REPORT.splitlines() if line]


def level_of(line):
    """The level of a line's number, and the line without it."""
    for level, pattern in enumerate(NUMBERED):
        found = re.match(pattern, line)
        if found:
            return level, line[found.end() :]
    return None, line


def lvl(level, form, text, more=""):
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def with_library():
    """A report of the corpus; headings numbered by their styles, items by the paragraphs themselves."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    levels = (
        lvl(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="Heading1"/><w:suff w:val="nothing"/>')
        + lvl(1, "chineseCounting", "（%2）")
        + lvl(2, "decimal", "%3.")
    )
    numbering.append(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="4"><w:abstractNumId w:val="3"/></w:num>'))
    heading = document.styles["Heading 1"].element.get_or_add_pPr()
    heading.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="4"/></w:numPr>'))
    for line in LINES:
        level, words = level_of(line)
        paragraph = document.add_paragraph(style="Heading 1" if level == 0 else None)
        # Runs break anywhere, as they do where someone typed, looked and corrected.
        for start in range(0, len(words), 37):
            paragraph.add_run(words[start : start + 37]).bold = start == 0
        if level:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="4"/></w:numPr>'
                )
            )
    section = document.sections[0]
    section.header.paragraphs[0].text = "内部资料"
    page = section.footer.paragraphs[0].add_run()
    for kind in ("begin", None, "separate", "text", "end"):
        if kind is None:
            page._r.append(parse_xml(f'<w:instrText {nsdecls("w")}> PAGE </w:instrText>'))
        elif kind == "text":
            page._r.append(parse_xml(f'<w:t {nsdecls("w")}>1</w:t>'))
        else:
            page._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
    document.save(HERE / "python-docx.docx")


FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>
<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="."/>
</text:list-style></office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1" xml:id="c1"><text:deletion><office:change-info><dc:creator>某</dc:creator><dc:date>2026-01-02T00:00:00</dc:date></office:change-info><text:p>法制</text:p></text:deletion></text:changed-region>
<text:changed-region text:id="c2" xml:id="c2"><text:insertion><office:change-info><dc:creator>某</dc:creator><dc:date>2026-01-02T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
%s
</office:text></office:body></office:document>"""


def with_libreoffice():
    """The same report from LibreOffice, with a tracked change, a footnote and a table in its second half."""
    body = []
    for line in LINES:
        level, words = level_of(line)
        paragraph = f"<text:p>{words}</text:p>"
        if level is not None:
            opened = "<text:list-item>" + "<text:list><text:list-item>" * level
            closed = "</text:list-item></text:list>" * level + "</text:list-item>"
            paragraph = f'<text:list text:style-name="L" text:continue-numbering="true">{opened}{paragraph}{closed}</text:list>'
        body.append(paragraph)
    changed = '<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>法治<text:change-end text:change-id="c2"/>'
    body[3] = body[3].replace("法治", changed, 1)
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>数据截至2025年12月31日。</text:p></text:note-body></text:note>'
    body[4] = body[4].replace("</text:p>", f"{note}</text:p>", 1)
    cells = [["序号", "事项", "件数"], ["1", "行政复议", "12"], ["2", "合法性审查", "58"]]
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>".format
    rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in cells)
    body.append(f'<table:table><table:table-column table:number-columns-repeated="3"/>{rows}</table:table><text:p/>')
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "libreoffice.fodt"
        source.write_text(FODT % "\n".join(body), "utf-8")
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(HERE), str(source)],
            check=True,
        )


def zipped(name, parts, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(HERE / name, "w", method) as package:
        for part, text in parts.items():
            package.writestr(zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0)), text, method)


def by_hand():
    """XML written by hand: handwritten/*.xml, as one package with prefix w and the usual namespace, and one strict."""
    parts = {path.relative_to(HERE / "handwritten").as_posix(): path.read_text("utf-8") for path in (HERE / "handwritten").rglob("*") if path.is_file()}
    zipped("handwritten.docx", parts)
    strict = {
        name: text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
        .replace("xmlns:w=", "xmlns:字=")
        for name, text in parts.items()
    }
    strict = {name: re.sub(r"(?<=[</ ])w:", "字:", text) for name, text in strict.items()}
    zipped("strict.docx", strict, zipfile.ZIP_STORED)


TRS = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="UTF-8"><title>柳泉镇人民政府关于2025年度法治政府建设情况的报告_柳泉镇_东澜市人民政府</title>
<meta name="SiteName" content="东澜市人民政府门户网站"><meta name="ArticleTitle" content="柳泉镇人民政府关于2025年度法治政府建设情况的报告"><meta name="PubDate" content="2026-01-15 09:30">
<style>.TRS_Editor P{{margin:0}}</style><script>var a = "<p>不是正文</p>";</script></head>
<body><div class="header"><a href="/">首页</a><form><input value="搜索"><select><option>站内搜索</option></select></form></div>
<div class="crumb">您当前的位置：<a href="/">首页</a> &gt; <a href="/xxgk">政府信息公开</a> &gt; 法治政府建设</div>
<div class="main"><table class="xxgk_head"><tr><td>索引号：</td><td>11370000/2026-00012</td><td>发布机构：</td><td>柳泉镇人民政府</td></tr></table>
<h1>柳泉镇人民政府关于2025年度法治政府建设情况的报告</h1>
<div class="info">发布时间：2026-01-15 来源：柳泉镇 浏览次数：<span id="hits">105</span> 【字体：大 中 小】</div>
<div class="share">分享到：<a>微信</a><a>微博</a></div>
<div id="zoom"><div class="view TRS_UEDITOR trs_paper_default"><div class=TRS_Editor>{body}
</div></div></div>
<div class="ewm"><img src="ewm.png">扫一扫在手机打开当前页</div><div>上一篇：<a>某报告</a></div><div class="related"><h3>相关链接</h3><ul><li><a>法治政府建设实施纲要</a></ul></div></div>
<footer><p>主办单位：东澜市人民政府办公室 版权所有 某ICP备00000000号</p></footer>
<div style="display: none">隐藏的文字</div></body></html>
"""

PORTAL = """<html>
<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<title>东澜市柳泉镇</title>
</head>
<body>
<table width=1000 align=center><tr><td><img src=top.jpg></td></tr>
<tr><td>当前位置：<a href=/>首页</a>&nbsp;&gt;&gt;&nbsp;公示公告</td></tr></table>
<table width=1000 align=center><tr>
<td width=200 valign=top><table><tr><td><a href=1>机构设置</a><tr><td><a href=2>工作动态</a><tr><td>今天是2026年2月3日，欢迎访问本站</table></td>
<td valign=top><table width="100%"><tr><td align=center class=bt>{title}
<tr><td align=center>发布时间：2026-01-15&nbsp;&nbsp;点击数：12
<tr><td class=nr>{body}
<tr><td align=right>【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】
</table></td></tr></table>
<table width=1000 align=center><tr><td align=center>版权所有：东澜市柳泉镇人民政府<br>技术支持：某公司　电话：0000-0000000</table>
</body></html>
"""


def pages():
    """The same report as two kinds of page: one of a publishing system, one laid out by tables in GBK."""
    paragraphs = []
    for line in LINES[1:]:
        words = line.replace("“", "&ldquo;").replace("”", "&rdquo;")
        # The source of a page breaks its lines anywhere.
        at = words.find("，") + 1
        paragraphs.append(f'<p style="text-indent: 2em;"><span>　　{words[:at]}\n{words[at:]}</span></p>')
    (HERE / "trs-editor.html").write_text(TRS.format(body="\n".join(paragraphs)), "utf-8")
    body = "<br>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in LINES[1:])
    page = PORTAL.format(title=LINES[0], body=body)
    (HERE / "portal-gb2312.html").write_bytes(page.replace("\n", "\r\n").encode("gbk"))


if __name__ == "__main__":
    with_library()
    with_libreoffice()
    by_hand()
    pages()
