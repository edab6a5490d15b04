"""Old sites, as the import meets them: made here, with the traps that real ones have."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from html import escape

from PIL import Image

# Facts from what UNICEF Serbia has published; the furniture is that of its old site.
MISSION = """\
UNICEF in Serbia focuses on the rights of every child in the country, above all of the children \
who are most vulnerable.

In the beginning of the 1990s, an office was opened in Belgrade to help children and families \
from the areas affected by the war.

 Email this article

unite for children
"""
CONFERENCE = """\
Email this article

unite for childrenFinancial supportMedia Social protection


Today, in the Palace of Serbia in Belgrade, the conference “STRENGTHENING FAMILIES – WINDOWS OF \
OPPORTUNITY” was organized by the Network of Organizations for Children of Serbia – MODS.

The participants were initially addressed by State Secretary Mr. Nenad Nerić, and Severin \
Leonardi, Deputy Director of UNICEF in Serbia.

Saša Stefanović, Director of MODS, reminded that only 23% of children returned to their \
biological families.
"""


def saved(body: str, title: str = "", head: str = "", lang: str = "en") -> str:
    """Write a page as a browser saves it, with the old site around its text."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{escape(title)} | UNICEF Serbia</title>{head}</head><body>"
        '<div id="header"><a href="/">Home</a></div>'
        '<ul class="breadcrumb"><li><a href="/">Home</a></li></ul>'
        f'<div id="content"><h1>{escape(title)}</h1>{body}'
        '<p><a href="mailto:?subject=x">Email this article</a></p><p>unite for children</p></div>'
        "<script>track()</script><footer>© UNICEF</footer></body></html>"
    )


def wordpress_item(number: int, title: str = "Milk", content: str = "", **parts: str) -> str:
    """Write one item of a WordPress export; what is not given is that of a public post."""
    usual = {
        "link": f"https://old.example.org/2010/05/post-{number}/",
        "guid": f"https://old.example.org/?p={number}",
        "post_date": "2010-05-12 10:00:00",
        "post_date_gmt": "2010-05-12 08:00:00",
        "post_name": f"post-{number}",
        "status": "publish",
        "post_type": "post",
        "post_password": "",
        "is_sticky": "0",
        "excerpt": "",
        "more": "",
    } | parts
    return f"""
<item>
<title><![CDATA[{title}]]></title>
<link>{escape(usual["link"])}</link>
<guid isPermaLink="false">{escape(usual["guid"])}</guid>
<dc:creator><![CDATA[editor]]></dc:creator>
<content:encoded><![CDATA[{content}]]></content:encoded>
<excerpt:encoded><![CDATA[{usual["excerpt"]}]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id>
<wp:post_date><![CDATA[{usual["post_date"]}]]></wp:post_date>
<wp:post_date_gmt><![CDATA[{usual["post_date_gmt"]}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[{usual["post_name"]}]]></wp:post_name>
<wp:status><![CDATA[{usual["status"]}]]></wp:status>
<wp:post_type><![CDATA[{usual["post_type"]}]]></wp:post_type>
<wp:post_password><![CDATA[{usual["post_password"]}]]></wp:post_password>
<wp:is_sticky>{usual["is_sticky"]}</wp:is_sticky>
<category domain="category" nicename="media"><![CDATA[Media]]></category>
{usual["more"]}
</item>"""


def wordpress(items: Iterable[str], head: str = "", language: str = "en-US") -> str:
    """Write a WordPress export."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" ?>{head}\n'
        "<!-- This is a WordPress eXtended RSS file: <item> by <item>. -->\n"
        '<rss version="2.0"'
        ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:wp="http://wordpress.org/export/1.2/">'
        f"<channel><title>The old newsroom</title><language>{language}</language>"
        f"{''.join(items)}</channel></rss>"
    )


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="jpg" ContentType="image/jpeg"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/{{type}}" Target="{{target}}"/></Relationships>'
)
WORD_PICTURE = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing">'
    f'<wp:docPr id="1" name="x" descr="A cup of milk"/><a:graphic xmlns:a="{DRAWING}/main">'
    f'<a:graphicData><pic:pic xmlns:pic="{DRAWING}/picture"><pic:blipFill>'
    f'<a:blip xmlns:r="{OFFICE}" r:embed="r1"/></pic:blipFill></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def word(body: str, document: str | None = None, picture: bytes | None = None) -> bytes:
    """Write a Word document with this body in its XML.

    :param document: the whole XML, where it is not that of a plain document.
    :param picture: a JPEG, which the body shows as `WORD_PICTURE`.
    """
    whole = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Title">'
        '<w:name w:val="Title"/></w:style></w:styles>'
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(type="officeDocument", target="word/document.xml"),
        "word/document.xml": document or whole,
        "word/styles.xml": styles,
    }
    if picture:
        relation = RELATIONS.format(type="image", target="media/cup.jpg")
        parts |= {"word/_rels/document.xml.rels": relation, "word/media/cup.jpg": picture}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as opened:
        for name, data in parts.items():
            opened.writestr(name, data)
    return packed.getvalue()


def word_paragraph(text: str, style: str = "") -> str:
    """Write a paragraph of a Word document."""
    dress = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{dress}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def picture(colour: str = "red", size: tuple[int, int] = (64, 48)) -> bytes:
    """Give a small JPEG picture."""
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, "JPEG")
    return written.getvalue()
