"""Writes a newsroom of any size for measuring: python tests/bench/corpus.py POSTS FOLDER.

The same number gives the same words on every machine: Serbian Latin prose of about 500 words a
post, with headings, a list, links, a quotation, a table in every fourth and a footnote in every
third post, in twelve categories.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from newsdesk.script import slugify

NOUNS = """
dete deca porodica škola vrtić učiteljica zdravlje pravo zaštita podrška program zajednica
ministarstvo vlada opština partner volonter mladi roditelj staratelj nasilje diskriminacija
inkluzija obrazovanje vakcinacija ishrana dojenje razvoj ulaganje budžet istraživanje podatak
kampanja obuka radionica stručnjak lekar sestra savetovalište tim usluga sistem reforma strategija
cilj rezultat izazov prilika okruženje voda vazduh klima energija budućnost rad učešće glas
mišljenje igra sport kultura muzika umetnost knjiga biblioteka selo grad naselje region zemlja
svet godina mesec nedelja iskustvo znanje veština poverenje odgovornost solidarnost pomoć sredstvo
oprema prostor učionica dvorište
""".split()
VERBS = """
podržava razvija unapređuje obezbeđuje gradi jača pokreće sprovodi priprema otvara meri prati
objavljuje pokazuje menja donosi okuplja osnažuje štiti uči poziva planira omogućava povezuje
ostvaruje
""".split()
ADJECTIVES = """
novi važan bezbedan kvalitetan dostupan lokalni nacionalni zajednički rani mentalni socijalni
digitalni inkluzivan održiv ranjiv hitan redovan stručan besplatan poseban evropski savremen javan
siguran topao
""".split()
LINKS = "i u na za sa kroz o od uz među kod prema koji jer dok".split()
KINDS = (ADJECTIVES, NOUNS, VERBS, LINKS)
# A summary is plain text.
PLAIN = str.maketrans("", "", '*"')
CATEGORIES = tuple(f"category-{number:02}" for number in range(12))
COLOURS = "blue green lime yellow orange red plum purple cyan grey blue green".split()
NEWEST = datetime(2026, 6, 1, 9, tzinfo=UTC)


def sentence(random: Random, least: int = 9, most: int = 20) -> str:
    """Make a sentence with now and then an emphasis, a quotation or a figure."""
    words = [random.choice(KINDS[number % 4]) for number in range(random.randint(least, most))]
    if random.random() < 0.18:
        words.insert(random.randrange(2, len(words)), "UNICEF")
    if random.random() < 0.12:
        place = random.randrange(1, len(words) - 1)
        words[place] = f'"{words[place]}"'
    if random.random() < 0.10:
        place = random.randrange(1, len(words) - 1)
        words[place] = f"*{words[place]}*"
    if random.random() < 0.08:
        words.insert(random.randrange(2, len(words)), f"{random.randint(2, 99)} %")
    text = " ".join(words)
    return text[0].upper() + text[1:] + random.choice("....!?")


def paragraph(random: Random, length: int) -> str:
    """Make a paragraph of that many sentences."""
    return " ".join(sentence(random) for _ in range(length))


def title_of(number: int) -> str:
    """Give the title of a post, so that others can name it."""
    random = Random(f"title {number}")
    words = [random.choice(kind) for kind in (ADJECTIVES, NOUNS, VERBS, ADJECTIVES, NOUNS)]
    return f"{' '.join(words).capitalize()} {number}"


def body(number: int, posts: int) -> str:
    """Make the text of a post."""
    random = Random(f"body {number}")
    other = random.randrange(posts)
    parts = [
        paragraph(random, 5),
        f"## {sentence(random, 4, 7).rstrip('.!?')}",
        f"{paragraph(random, 4)} Više na [sajtu o temi {number}](https://example.org/{number}).",
        "\n".join(f"- {sentence(random, 6, 11)}" for _ in range(5)),
        f"{paragraph(random, 4)} Pročitajte i [{title_of(other)}](item:post{other})"
        + ("[^1]." if number % 3 == 0 else "."),
        f"> {paragraph(random, 2)}",
        f"### {sentence(random, 4, 6).rstrip('.!?')}",
    ]
    if number % 4 == 0:
        rows = (f"| {random.choice(NOUNS)} | {random.randint(1, 99)} % |" for _ in range(5))
        parts.append("\n".join(["| Pokazatelj | Udeo |", "| --- | --- |", *rows]))
    parts += [paragraph(random, 6), paragraph(random, 4)]
    if number % 3 == 0:
        parts.append(f"[^1]: {sentence(random, 8, 14)}")
    return "\n\n".join(parts)


def post(number: int, posts: int) -> tuple[str, str]:
    """Give the name of a post's file, and what stands in it."""
    random = Random(f"header {number}")
    title = title_of(number)
    date = NEWEST - timedelta(hours=7 * (posts - number))
    header = (
        f"---\nid: post{number}\ntype: news\nlang: sr-Latn\ntitle: {title}\n"
        f'summary: "{sentence(random, 14, 22).translate(PLAIN)}"\n'
        f"slug: {slugify(title)}\ndate: {date:%Y-%m-%d %H:%M}\n"
        f"categories: [{', '.join(random.sample(CATEGORIES, 2))}]\npeople_under_18: none\n---\n"
    )
    return f"{slugify(title)}.md", header + body(number, posts) + "\n"


def vocabulary() -> str:
    """Give the categories."""
    return "".join(
        f"{slug}:\n  name: {{en: Category {slug[-2:]}, sr-Latn: Kategorija {slug[-2:]}}}\n"
        f"  description: {{en: What belongs here., sr-Latn: Šta spada ovde.}}\n  colour: {colour}\n"
        for slug, colour in zip(CATEGORIES, COLOURS, strict=True)
    )


def write(posts: int, content: Path) -> None:
    """Write a content folder with that many posts."""
    articles = content / "sr/articles"
    articles.mkdir(parents=True, exist_ok=True)
    (content / "vocabulary").mkdir(exist_ok=True)
    (content / "vocabulary/categories.yaml").write_text(vocabulary(), "utf-8")
    for number in range(posts):
        name, text = post(number, posts)
        (articles / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
