"""How the program is put together: what may know of what, and what nothing may ever do.

A module that is new needs a line in FLOORS: that line is where it is decided what it may know.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[1] / "plugins"

# From the ground up; a module may import its own floor and those below it. A package is one room.
# fmt: off
FLOORS = (
    # Tools that know no post: files, days, addresses, scripts, letters, feeds, assets.
    ("problems", "language", "settings", "settings_file", "files", "dates", "header", "addresses",
     "references", "script", "spaces", "typography", "mail", "invitations", "feeds", "logo",
     "assets", "sizes", "body", "drawings", "packing", "memory", "forks", "apart", "stamps",
     "timings", "quick_markdown", "media_types"),
    # What staff wrote, and whether it is right.
    ("schema", "explain", "naming", "item", "vocabulary", "photos", "manuscript", "house_style",
     "cards", "life", "ledger", "safety", "album", "known", "lookups", "drafts", "completeness",
     "consistency", "places", "reading", "catalogue", "rows", "shelf", "safeguarding",
     "two_scripts", "multilingual", "purge", "review", "reports", "redirects", "build_note",
     "published_addresses", "reference", "json_schema", "scaffold", "importing"),
    # What a page shows, in the language and the script of its edition.
    ("speech", "words", "untranslated", "typesetter", "views", "structured_data", "desk",
     "illustrations", "anchors", "outputs", "sheets", "pages", "press"),
    # The files of the finished site, and the gates before them.
    ("printing", "render", "event_files", "sitemap", "drawing_files", "card_files", "search",
     "links", "letters", "embargo", "inspected", "build", "glimpse", "serving", "publishing",
     "gallery", "preview"),
    # The form in the browser, which reads and writes what staff wrote.
    ("editor",),
    # The command.
    ("cli", "__main__"),
)
CHANGING = frozenset((
    "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove",
    "reverse", "setdefault", "sort", "update",
))
COLLECTIONS = frozenset((
    "list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict",
))
# fmt: on
FLOOR_OF: Mapping[str, int] = {
    room: number for number, rooms in enumerate(FLOORS, start=1) for room in rooms
}


def _name(file: Path) -> str:
    parts = file.relative_to(PLUGINS).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


FILES: Mapping[str, Path] = {_name(file): file for file in sorted(PLUGINS.rglob("*.py"))}
TREES: Mapping[str, ast.Module] = {
    name: ast.parse(file.read_text("utf-8"), str(file)) for name, file in FILES.items()
}
CORE = [name for name in FILES if name.startswith("newsdesk.")]
WIRES = [name for name in FILES if not name.startswith("newsdesk")]


def imports(name: str) -> Iterator[str]:
    """Give the full name of every module that a module imports, wherever in it that stands."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            inner = (f"{module}.{alias.name}" for alias in node.names)
            yield from {each if each in FILES else module for each in inner}


def room(name: str) -> str:
    """Give the module or the package of newsdesk that a name belongs to."""
    return name.split(".")[1]


def test_there_is_something_to_look_at() -> None:
    assert {"newsdesk.problems", "newsdesk.cli.engine"} <= set(CORE)
    assert {"newsroom", "site_writer"} <= set(WIRES)
    assert "newsdesk.views" in imports("newsdesk.desk")


@pytest.mark.parametrize("name", CORE)
def test_only_the_command_knows_pelican(name: str) -> None:
    known = {module.split(".")[0] for module in imports(name)}
    assert "pelican" not in known or room(name) == "cli"


@pytest.mark.parametrize("name", CORE)
def test_the_core_knows_no_plugin(name: str) -> None:
    assert not {module.split(".")[0] for module in imports(name)} & set(WIRES)


@pytest.mark.parametrize("name", WIRES)
def test_a_plugin_is_a_wire_between_pelican_and_the_core(name: str) -> None:
    known = {module.split(".")[0] for module in imports(name)}
    assert known - sys.stdlib_module_names <= {"pelican", "newsdesk"}


@pytest.mark.parametrize("name", CORE)
def test_every_module_has_its_floor(name: str) -> None:
    assert room(name) in FLOOR_OF


def test_every_floor_is_lived_on() -> None:
    assert set(FLOOR_OF) == {room(name) for name in CORE}


@pytest.mark.parametrize("name", CORE)
def test_imports_go_down(name: str) -> None:
    floor = FLOOR_OF.get(room(name), 0)
    above = [
        module
        for module in imports(name)
        if module.startswith("newsdesk.") and FLOOR_OF.get(room(module), 0) > floor > 0
    ]
    assert above == []


def test_nothing_imports_itself_by_a_detour() -> None:
    graph = {name: set(imports(name)) & set(FILES) for name in CORE}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


# State


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Give the names that a module itself assigns, with their values."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield ast.unparse(target), node.value
        elif isinstance(node, ast.AnnAssign) and node.value:
            yield ast.unparse(node.target), node.value


def _can_change(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).split(".")[-1] in COLLECTIONS
    return isinstance(
        value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
    )


@pytest.mark.parametrize("name", FILES)
def test_a_module_keeps_nothing_that_could_change(name: str) -> None:
    kept = [
        target
        for target, value in _assigned(TREES[name])
        if _can_change(value) and not target.isupper() and target != "__all__"
    ]
    assert kept == []


def _is_constant(node: ast.expr) -> bool:
    """Tell whether an expression is a name in capitals, here or in another module."""
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return bool(name.isupper())


def _changes_a_constant(node: ast.AST) -> bool:
    match node:
        case ast.Global():
            return True
        case ast.Subscript(value=kept, ctx=ast.Store() | ast.Del()):
            return _is_constant(kept)
        case ast.AugAssign(target=kept):
            return _is_constant(kept)
        case ast.Call(func=ast.Attribute(value=kept, attr=method)):
            return method in CHANGING and _is_constant(kept)
    return False


def changes(tree: ast.Module) -> list[str]:
    """Find what changes a thing that stands under a name in capitals."""
    return [ast.unparse(node) for node in ast.walk(tree) if _changes_a_constant(node)]


@pytest.mark.parametrize("name", FILES)
def test_a_constant_is_never_changed(name: str) -> None:
    assert changes(TREES[name]) == []


# Mistakes


def _catches_everything(node: ast.AST) -> bool:
    if isinstance(node, ast.ExceptHandler):
        caught = node.type
    elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
        caught = ast.Tuple(node.args)
    else:
        return False
    if caught is None:
        return True
    names = {ast.unparse(each) for each in ast.walk(caught) if isinstance(each, ast.expr)}
    return bool(names & {"Exception", "BaseException"})


@pytest.mark.parametrize("name", FILES)
def test_no_mistake_is_swallowed(name: str) -> None:
    swallowed = [node for node in ast.walk(TREES[name]) if _catches_everything(node)]
    assert [getattr(node, "lineno", 0) for node in swallowed] == []


@pytest.mark.parametrize("name", FILES)
def test_every_module_says_what_it_is_for(name: str) -> None:
    assert ast.get_docstring(TREES[name])


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("NAMES['a'] = 1", ["NAMES['a']"]),
        ("del views.NAMES['a']", ["views.NAMES['a']"]),
        ("NAMES += [1]", ["NAMES += [1]"]),
        ("NAMES.update(a=1)", ["NAMES.update(a=1)"]),
        ("def f():\n  global x\n  x = 1", ["global x"]),
        ("names['a'] = NAMES['a']", []),
        ("names.update(NAMES)", []),
    ],
)
def test_a_change_of_a_constant_would_be_seen(code: str, found: list[str]) -> None:
    assert changes(ast.parse(code)) == found


@pytest.mark.parametrize(
    "code",
    [
        "try: x\nexcept: y",
        "try: x\nexcept Exception: y",
        "try: x\nexcept (ValueError, BaseException): y",
        "with contextlib.suppress(Exception): x",
    ],
)
def test_a_swallowed_mistake_would_be_seen(code: str) -> None:
    assert any(_catches_everything(node) for node in ast.walk(ast.parse(code)))
