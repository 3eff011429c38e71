"""CommonMark 0.31.2: the examples of the specification, and examples of our own."""

import json
from pathlib import Path

import pytest

from tests.sources.markdown.rendering import normalised, render_markdown

EXAMPLES = [
    # Leaf blocks.
    ("***\n- - -\n", "<hr /><hr />"),
    ("## Two ##\n\nThree\n---\n", "<h2>Two</h2><h2>Three</h2>"),
    ("#No heading\n\n\\# None\n", "<p>#No heading</p><p># None</p>"),
    ("    x = 1\n\n    y\n", "<pre><code>x = 1\n\ny\n</code></pre>"),
    ("~~~ py\na\n  b\n~~~\n", '<pre><code class="language-py">a\n  b\n</code></pre>'),
    ("```\nnever closed\n", "<pre><code>never closed\n</code></pre>"),
    ("[a]: /b 'C'\n\n[a]\n", '<p><a href="/b" title="C">a</a></p>'),
    ("[Ä ö]: <my url>\n[ä  Ö]\n", '<p><a href="my%20url">ä  Ö</a></p>'),
    ("one\n  two\n", "<p>one two</p>"),
    ("<div>\n*a*\n</div>\n\n*b*\n", "<div>\n*a*\n</div>\n<p><em>b</em></p>"),
    # Containers.
    ("> a\nlazy\n>\n> b\n", "<blockquote><p>a lazy</p><p>b</p></blockquote>"),
    ("- a\n- b\n", "<ul><li>a</li><li>b</li></ul>"),
    ("- a\n\n- b\n", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    ("3) c\n4) d\n", '<ol start="3"><li>c</li><li>d</li></ol>'),
    ("- a\n  1. b\n\n     c\n", "<ul><li>a<ol><li><p>b</p><p>c</p></li></ol></li></ul>"),
    ("a\n2. b\n", "<p>a 2. b</p>"),
    ("- > a\n\n- b\n", "<ul><li><blockquote><p>a</p></blockquote></li><li><p>b</p></li></ul>"),
    # Inlines.
    ("*a **b** c*", "<p><em>a <strong>b</strong> c</em></p>"),
    ("***a***", "<p><em><strong>a</strong></em></p>"),
    ("snake_case_word * 2 *", "<p>snake_case_word * 2 *</p>"),
    ("**a*b", "<p>**a*b</p>"),
    ("`` a`b ``", "<p><code>a`b</code></p>"),
    ("a  \nb\\\nc", "<p>a<br /> b<br /> c</p>"),
    ("&copy; &#65; &none; \\&amp;", "<p>© A &amp;none; &amp;amp;</p>"),
    ("<https://a.example/?b=c&d>", '<p><a href="https://a.example/?b=c&amp;d">https://a.example/?b=c&amp;d</a></p>'),
    ("[a *b*](<c d> \"e\")", '<p><a href="c%20d" title="e">a <em>b</em></a></p>'),
    ("[a [b](c) d](e)", '<p>[a <a href="c">b</a> d](e)</p>'),
    ("![a *b*](c.png 'd')", '<p><img src="c.png" alt="a b" title="d" /></p>'),
    ("a <b>c</b> <!-- d -->", "<p>a <b>c</b> <!-- d --></p>"),
    ("[a", "<p>[a</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "html"), EXAMPLES)
def test_our_own_examples(markdown: str, html: str) -> None:
    assert normalised(render_markdown(markdown)) == normalised(html)


@pytest.mark.corpus
def test_the_examples_of_the_specification(corpus: Path) -> None:
    path = corpus / "markdown" / "commonmark-0.31.2-examples.json"
    examples = json.loads(path.read_text(encoding="utf-8"))
    wrong = [
        example["example"]
        for example in examples
        if normalised(render_markdown(example["markdown"])) != normalised(example["html"])
    ]
    assert len(examples) == 655
    assert wrong == []
