"""HTML: a page is printed as a browser shows it, and nothing of the article is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.sources import assert_lawful, marked, spots, words
from transcript.errors import LimitExceeded, TranscriptError, UnreadableInput
from transcript.model import Source
from transcript.readers import html


def read(page: str) -> Source:
    source = html.read(page.encode())
    assert_lawful(source)
    return source


def test_paragraphs_are_parted_by_a_blank_line_and_white_space_is_folded() -> None:
    source = read("<p>One\n  two</p><div>three<p>four <b> five</b>  six</div>seven<br>eight<br><br>nine")
    assert source.text == "One two\n\nthree\n\nfour five six\n\nseven\neight\n\nnine"
    assert spots(source, "paragraph") == ["One two", "three", "four five six", "seven\neight", "nine"]


def test_headings_emphasis_and_quotes_are_marks() -> None:
    source = read(
        "<h1>A <em>walk</em></h1><p><strong>Why</strong> <b>here?</b></p><blockquote><p>One.<p>Two.</blockquote>"
        "<p style='font-weight: 700'>So?</p><b style='font-weight:normal'><p>No.</p></b>"
    )
    assert [(mark.value, source.text[mark.start : mark.end]) for mark in marked(source, "heading")] == [(1.0, "A walk")]
    assert spots(source, "bold") == ["Why here?", "So?"]
    assert spots(source, "italic") == ["walk"]
    assert spots(source, "quote") == ["One.", "Two."]


def test_the_style_sheet_of_a_saved_document_makes_words_bold() -> None:
    source = read(
        "<style>.c1{font-weight:700}.c2{font-style:italic}</style><p><span class='x c1'>Q</span> <i class=c2>a</i>"
    )
    assert spots(source, "bold") == ["Q"]
    assert spots(source, "italic") == ["a"]


def test_list_items_are_printed_with_their_markers() -> None:
    source = read("<ul><li>one<li><p>two<p>more</ul><ol start=3><li>three<ul><li>inner</ul><li>four</ol>")
    assert source.text == "- one\n- two\n\nmore\n\n3. three\n- inner\n4. four"
    assert [mark.value for mark in marked(source, "item")] == ["-", "-", "3.", "-", "4."]


def test_preformatted_text_keeps_its_lines_and_indentation() -> None:
    page = "<pre>\n[Page 7]\n\n     A  TITLE\n\n  Mr. WRAY. I move\nthat &amp; so on <a href=x>[x]</a>.\n</pre>"
    assert (
        read(f"<html><body>{page}</body></html>").text
        == "[Page 7]\n\n     A  TITLE\n\n  Mr. WRAY. I move\nthat & so on [x]."
    )


def test_a_row_of_a_table_is_a_line_and_its_cells_are_parted_by_tabs() -> None:
    source = read("<table><tr><th>Who<th>What<tr><td><p>Ann</p><td>Yes.<tr><td><td>No.</table>")
    assert source.text == "Who\tWhat\nAnn\tYes.\nNo."


def test_a_table_that_lays_out_a_page_is_no_grid() -> None:
    assert read("<table><tr><td><p>One.</p><p>Two.</p><td>Three.</table>").text == "One.\n\nTwo.\n\nThree."


def test_a_definition_list_keeps_names_and_words() -> None:
    assert (
        read("<dl><dt>Wray</dt><dd>Yes?</dd><dt>Calder</dt><dd>No.</dd></dl>").text == "Wray\n\nYes?\n\nCalder\n\nNo."
    )


def test_podcasting_markup_gives_voices_and_times() -> None:
    source = read(
        "<cite>Ann Lee:</cite>\n<time>0:00</time>\n<p>Where were you?</p>\n"
        "<cite>Bo:</cite><time>1:02:03.5</time><p>Out.</p><p>At sea.</p>"
        "<time>1:03:00</time><p>All night.</p><cite>Ann Lee</cite><p>Why?</p>"
    )
    assert source.text == "Ann Lee: Where were you?\n\nBo: Out.\n\nAt sea.\n\nAll night.\n\nAnn Lee: Why?"
    assert [(mark.value, source.text[mark.start : mark.end]) for mark in marked(source, "voice")] == [
        ("Ann Lee", "Ann Lee:"),
        ("Bo", "Bo:"),
        ("Ann Lee", "Ann Lee:"),
    ]
    assert [(mark.value, source.text[mark.start : mark.end]) for mark in marked(source, "time")] == [
        (0.0, "Where were you?"),
        (3723.5, "Out."),
        (3780.0, "All night."),
    ]


def test_a_voice_without_words_is_printed_all_the_same() -> None:
    assert (
        read("<cite>Ann:</cite><cite>Bo:</cite><p>Yes.</p><cite>Cy</cite><time>0:09</time>").text
        == "Ann:\n\nBo: Yes.\n\nCy: 0:09"
    )


def test_a_cited_work_and_a_date_are_words() -> None:
    assert read("<p>She read <cite>Kidnapped</cite> on <time>4 May</time>.</p>").text == "She read Kidnapped on 4 May."


def test_what_html_calls_no_content_is_left_out_and_counted() -> None:
    source = read(
        "<html><head><title>T</title></head><body><header><a>Home</a></header><nav>Menu here</nav>"
        "<div class='x related-posts'>Two more</div><article><header><h1>A talk</h1></header>"
        "<p>Why? <script>var a = '<p>no'</script>Because it was there, and we were young.</p>"
        "<footer>Ann teaches.</footer></article><footer>Imprint</footer></body></html>"
    )
    assert source.text == "A talk\n\nWhy? Because it was there, and we were young.\n\nAnn teaches."
    assert [(note.code, note.message.split()[0]) for note in source.notes] == [("furniture-left-out", "6")]


def test_the_main_element_of_a_page_is_the_page() -> None:
    source = read(
        "<div>Subscribe!</div><main><h1>A talk</h1><p>Why?</p><p>Because we could, and nobody stopped us.</p></main>"
    )
    assert source.text == "A talk\n\nWhy?\n\nBecause we could, and nobody stopped us."
    assert source.notes[0].message.startswith("1 words")


def test_what_is_called_furniture_but_holds_most_of_the_page_is_the_page() -> None:
    assert read("<div id=comments><p>Ann: Why?<p>Bo: Because.</div><p>Fin").text == "Ann: Why?\n\nBo: Because.\n\nFin"


def test_captions_and_asides_are_no_place_for_labels() -> None:
    source = read(
        "<p>Ann: Why?</p><figure><img><figcaption>Photo: Cy</figcaption></figure><aside>On Ann</aside><p>Bo: So."
    )
    assert spots(source, "metadata") == ["Photo: Cy", "On Ann"]


def test_front_matter_of_a_site_generator_is_kept_as_it_stands() -> None:
    source = read("---\ntitle: A talk\nid: 7\n---\n\n<p>Ann: Why?</p>")
    assert source.text == "---\ntitle: A talk\nid: 7\n---\n\nAnn: Why?"
    assert spots(source, "metadata") == ["---\ntitle: A talk\nid: 7\n---"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<meta charset=utf-8><p>Löh — 記".encode(), "Löh — 記"),
        ("<meta charset='windows-1251'><p>Вопрос".encode("cp1251"), "Вопрос"),
        ("<meta http-equiv=x content='text/html;charset=Shift_JIS'><p>質問と答".encode("shift_jis"), "質問と答"),
        ("<meta charset=windows-1252><p>Löh".encode(), "Löh"),
        ("<meta charset=x-nonsense><p>caf\xe9 au lait".encode("latin-1"), "café au lait"),
        (b"<meta charset=iso-8859-1><p>\x93L\xf6h\x94", "“Löh”"),
        (b"<meta charset=unicode_escape><p>caf\xe9 \\u0041 au lait", "café \\u0041 au lait"),
        (b"<meta charset=zlib><p>caf\xe9 au lait", "café au lait"),
        ("<p>Löh".encode("utf-16"), "Löh"),
    ],
)  # fmt: skip
def test_encodings(data: bytes, words: str) -> None:
    assert html.read(data).text == words


@pytest.mark.parametrize(
    "page", ["", "  \n", "<!-- nothing -->", "<p> </p>", "<script>let a</script>", "<frameset><frame src=x></frameset>"]
)
def test_a_page_without_words_is_refused(page: str) -> None:
    with pytest.raises(UnreadableInput):
        html.read(page.encode())


def test_a_page_nested_too_deep_is_refused_and_never_cut_off() -> None:
    with pytest.raises(LimitExceeded, match="too deep"):
        html.read(b"<div>" * 10_000 + b"words")
    assert html.read(b"<div>" * 1_500 + b"words" + b"</div>" * 1_500 + b"<p>more").text == "words\n\nmore"


@pytest.mark.parametrize(
    ("data", "is_html"),
    [
        (b"<!DOCTYPE html><p>a", True),
        (b"\xef\xbb\xbf \n<html>", True),
        ("<html>".encode("utf-16"), True),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html><html xmlns='x'>", True),
        (b"<!-- saved - from - url --><html>", True),
        (b"---\ntitle: x\n---\n\n<h3 id='a'>A</h3>", True),
        (b"<cite>Ann:</cite><p>Yes.</p>", True),
        (b"<laughs> Ann: yes", False),
        (b"<p>a paragraph that is never closed", False),
        (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><p>a</p></TEI>", False),
        (b"# A talk\n\n<b>Ann:</b> yes", False),
        (b"Ann: <b>yes</b>", False),
        (b"<div>\n\n**Ann:** yes?\n\n**Bo:** No.\n\n</div>", False),
        (b"<a name='top'></a>\n\n# A talk\n\nAnn: yes?\n\nBo: No.", False),
        (b"<p align='center'><img src='a.png'></p>\n\nAnn: yes?\n\nBo: No.", False),
        (b"<div>Ann: yes?<br>Bo: No.</div>\n\nA line\n\nend", True),
        (b"<div>\n\n<p>Ann: yes?</p>\n\n<p>Bo: No.</p>\n\n</div>", True),
        (b"<div>\n<script>\na = 1\n\nb = 2\n\nc = 3</script>\n\n<p>Ann: yes?</p></div>", True),
    ],
)  # fmt: skip
def test_the_first_element_tells_the_format(data: bytes, is_html: bool) -> None:
    assert html.sniff(data) is is_html


TAGS = st.sampled_from(
    ["p", "div", "b", "em", "span", "h2", "li", "ul", "ol", "blockquote", "table", "tr", "td", "pre", "a", "section",
     "article", "dl", "dt", "dd", "cite", "time"]
)  # fmt: skip
TREES = st.recursive(
    st.from_regex(r"[a-z]{1,6}( [A-Z0-9]{1,4}:?)?", fullmatch=True),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)),
    max_leaves=25,
)


def markup(tree: str | tuple[str, list[object]]) -> str:
    if isinstance(tree, str):
        return f" {tree} "
    tag, inner = tree
    return f"<{tag}>{''.join(map(markup, inner))}</{tag}>"  # type: ignore[arg-type]


def shown(tree: str | tuple[str, list[object]]) -> list[str]:
    return words(tree) if isinstance(tree, str) else [word for inner in tree[1] for word in shown(inner)]  # type: ignore[arg-type]


@settings(max_examples=200)
@given(TREES)
def test_no_word_is_lost_or_moved(tree: str | tuple[str, list[object]]) -> None:
    """Whatever elements stand around the words; list numbers are printed beside them."""
    expected = shown(tree)
    if not expected:
        return
    source = read(f"<body>{markup(tree)}</body>")
    printed = list(source.text)
    for mark in marked(source, "item"):
        printed[mark.start : mark.start + len(str(mark.value))] = " " * len(str(mark.value))
    assert words("".join(printed)) == expected


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b", ">", "<", "&", "&amp;", "&#0;", "&#xD800;", "\x00", "\x1f", "<pre>", "<li>", "<tr>", "<td>",
     "</table>", "<table>", "<cite>", "</cite>", "<time>0:01</time>", "<ol start=99999999999>", "</ol>", "<!--", "-->",
     "<![CDATA[", "<?x", "word", " ", "\ufeff", "<br>", "<main>", "<plaintext>", "<svg>", "---\n", "<style>.a{",
     "}</style>", "<p class=a style='font-weight:bold'>", "é"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_hostile_pages_are_lawful_or_refused(page: str) -> None:
    try:
        source = html.read(page.encode())
    except TranscriptError:
        return
    assert_lawful(source)
