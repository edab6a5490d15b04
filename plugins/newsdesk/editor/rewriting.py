"""Changes values in the text of a header, and nothing else in it.

What a person wrote stays as it was written: the order of fields, quotation marks, notes, line ends.
Only the lines of what has changed are written anew; without a change, the same bytes come back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

import yaml

from newsdesk.header import Value
from newsdesk.header.writing import in_yaml, lines_of

Group: TypeAlias = Mapping[str, Value]
# Gives the names of the fields of a group in their order, by the place of the group.
Order: TypeAlias = Callable[[tuple[str, ...]], Sequence[str]]


def in_any_order(_: tuple[str, ...]) -> Sequence[str]:
    """Put what is new behind what is there."""
    return ()


def rewritten(text: str, before: Group, after: Group, order: Order = in_any_order) -> str:
    """Write the values that have changed into a header.

    :param text: the header without its lines `---`, or a whole record.
    :param before: its values, as they were read.
    :param after: the values that it shall have.
    :param order: where a field goes that was not there.
    """
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    eol = "\r\n" if "\r\n" in text else "\n"
    if not isinstance(root, yaml.MappingNode) or not root.value or root.flow_style:
        return eol.join(line for name in after for line in (*lines_of(name, after[name]), ""))
    page = _Page(text, eol, order)
    return _applied(text, page.group(root, before, after, ()))


@dataclass(frozen=True, slots=True)
class _Edit:
    """A piece of the text, from one character up to another one, and what takes its place."""

    start: int
    end: int
    text: str


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    """Make all changes, from the last to the first, so that no place moves."""
    for edit in sorted(edits, key=lambda each: (each.start, each.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def same(before: Value, after: Value) -> bool:
    """Tell whether two values are typed alike: the number 40 and the text “40” are."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return before.keys() == after.keys() and all(same(before[n], after[n]) for n in before)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(same, before, after))
    if isinstance(before, list | Mapping) or isinstance(after, list | Mapping):
        return False
    if isinstance(before, str) == isinstance(after, str) or None in (before, after):
        return before == after
    return str(before).casefold() == str(after).casefold()


@dataclass(frozen=True, slots=True)
class _Page:
    """The text that is changed.

    :param eol: how its lines end.
    """

    text: str
    eol: str
    order: Order

    def group(
        self, node: yaml.MappingNode, before: Group, after: Group, place: tuple[str, ...]
    ) -> Iterator[_Edit]:
        """Change the fields of a group that stands line by line."""
        pairs = {str(key.value): (key, value) for key, value in node.value}
        for name, (key, value) in pairs.items():
            if name not in after:
                yield self._without(key, value)
            elif not same(before.get(name), after[name]):
                yield from self._pair(key, value, before.get(name), after[name], (*place, name))
        new = [name for name in after if name not in pairs]
        yield from self._added(node, list(pairs), {name: after[name] for name in new}, place)

    def _pair(
        self,
        key: yaml.ScalarNode,
        value: yaml.Node,
        before: Value,
        after: Value,
        place: tuple[str, ...],
    ) -> Iterator[_Edit]:
        """Change one field, in the smallest piece that holds what is different."""
        edits = self._within(value, before, after, place)
        if edits is not None:
            yield from edits
            return
        start, end = self._lines(key, value)
        indent = key.start_mark.column
        yield _Edit(start + indent, end, self._typed(lines_of(str(key.value), after), indent))

    def _within(
        self, node: yaml.Node, before: Value, after: Value, place: tuple[str, ...]
    ) -> list[_Edit] | None:
        """Give the changes inside a value; None when it has to be written anew as a whole."""
        match node, before, after:
            case yaml.MappingNode(flow_style=False), dict(), dict() if after:
                return list(self.group(node, before, after, place))
            case yaml.SequenceNode(flow_style=False), list(), list() if after:
                return self._list(node, before, after, place)
            case yaml.SequenceNode() | yaml.MappingNode(), _, list() | dict() if (
                node.flow_style and not _has_groups(after)
            ):
                return [self._instead(node, in_yaml(after, in_one_line=True))]
            case yaml.ScalarNode(), _, str() | int() | float() if self._is_on_one_line(node, after):
                return [self._instead(node, _scalar(after, node.style))]
        return None

    def _is_on_one_line(self, node: yaml.ScalarNode, after: Value) -> bool:
        is_there = node.end_mark.index > node.start_mark.index and node.style not in {"|", ">"}
        return is_there and "\n" not in str(after)

    def _instead(self, node: yaml.Node, text: str) -> _Edit:
        return _Edit(node.start_mark.index, node.end_mark.index, text)

    def _list(
        self,
        node: yaml.SequenceNode,
        before: list[Value],
        after: list[Value],
        place: tuple[str, ...],
    ) -> list[_Edit] | None:
        """Change the items of a list that stands line by line."""
        if len(node.value) != len(before) or not all(map(self._has_own_line, node.value)):
            return None
        head, tail = _alike(before, after)
        items, old = node.value[head : len(before) - tail], before[head : len(before) - tail]
        new = after[head : len(after) - tail]
        edits: list[_Edit] = []
        for item, was, shall in zip(items, old, new, strict=False):
            within = self._within(item, was, shall, place)
            if within is None:
                return None
            edits += within
        for item in items[len(new) :]:
            start, end = self._lines(item, item)
            edits.append(_Edit(start, end, ""))
        if len(new) > len(items):
            edits.append(self._appended(node, head + len(items), new[len(items) :]))
        return edits

    def _has_own_line(self, item: yaml.Node) -> bool:
        start = item.start_mark.index
        return self.text[self._line_start(start) : start].strip() == "-"

    def _appended(self, node: yaml.SequenceNode, at: int, new: Sequence[Value]) -> _Edit:
        """Put items into a list, before the one that stands at a place, or at its end."""
        indent = node.start_mark.column
        lines = [line for value in new for line in _item(value)]
        if at < len(node.value):
            where = self._line_start(node.value[at].start_mark.index)
        else:
            where = self._lines(node.value[-1], node.value[-1])[1]
        return self._inserted(where, lines, indent)

    def _added(
        self, node: yaml.MappingNode, there: Sequence[str], new: Group, place: tuple[str, ...]
    ) -> Iterator[_Edit]:
        """Add fields that were not there, each behind the last one that comes before it."""
        order = [*self.order(place)]
        pairs = dict(zip(there, node.value, strict=True))
        behind: dict[str | None, list[str]] = {}
        for name in sorted(new, key=lambda each: _rank(order, each)):
            first = [each for each in there if _rank(order, each) <= _rank(order, name)]
            behind.setdefault(first[-1] if first else None, []).append(name)
        for last, names in behind.items():
            lines = [line for name in names for line in lines_of(name, new[name])]
            indent = node.start_mark.column
            if last is None:
                start = node.value[0][0].start_mark.index
                yield _Edit(start, start, self._typed(lines, indent) + " " * indent)
            else:
                yield self._inserted(self._lines(*pairs[last])[1], lines, indent)

    def _inserted(self, where: int, lines: Sequence[str], indent: int) -> _Edit:
        """Put lines before the character at which another line begins."""
        begins = where == 0 or self.text[where - 1] == "\n"
        text = " " * indent + self._typed(lines, indent)
        return _Edit(where, where, text if begins else self.eol + text.removesuffix(self.eol))

    def _without(self, key: yaml.Node, value: yaml.Node) -> _Edit:
        """Take a field out with its lines; one that stands behind a hyphen leaves the hyphen."""
        start, end = self._lines(key, value)
        lead = self.text[start : key.start_mark.index]
        if not lead.strip():
            return _Edit(start, end, "")
        after = end + len(self.text[end:]) - len(self.text[end:].lstrip(" "))
        return _Edit(key.start_mark.index, after, "")

    def _lines(self, first: yaml.Node, last: yaml.Node) -> tuple[int, int]:
        """Give the lines of a field or an item, with the notes at their ends."""
        end = self._end(last)
        line_end = self.text.find("\n", end)
        start = self._line_start(first.start_mark.index)
        return start, len(self.text) if line_end < 0 else line_end + 1

    def _line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _end(self, node: yaml.Node) -> int:
        """Give where a value really ends: YAML counts the empty lines behind it as well."""
        while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
            last = node.value[-1]
            node = last[1] if isinstance(node, yaml.MappingNode) else last
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self.text[start:end].rstrip())

    def _typed(self, lines: Sequence[str], indent: int) -> str:
        """Join lines; all but the first move to the right, and an empty one stays empty."""
        moved = (" " * indent + line if line else line for line in lines[1:])
        return self.eol.join([lines[0], *moved, ""])


def _alike(before: Sequence[Value], after: Sequence[Value]) -> tuple[int, int]:
    """Count the items that are the same at the beginning and at the end of two lists."""
    shorter = min(len(before), len(after))
    head = next((i for i in range(shorter) if not same(before[i], after[i])), shorter)
    rest = shorter - head
    tail = next((i for i in range(rest) if not same(before[-1 - i], after[-1 - i])), rest)
    return head, tail


def _rank(order: Sequence[str], name: str) -> int:
    """Give the place of a field in the order; one that nobody knows stands where it is."""
    return order.index(name) if name in order else len(order)


def _has_groups(value: Value) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _item(value: Value) -> list[str]:
    return in_yaml(cast("Value", [value]), in_one_line=False).splitlines()


def _scalar(value: Value, marks: str | None) -> str:
    """Write a text where one stood, in the same quotation marks if it stood in any."""
    if marks in {'"', "'"} and isinstance(value, str):
        return in_yaml(value, in_one_line=True, marks=marks)
    # Written within brackets, it is safe there too.
    return in_yaml(cast("Value", [value]), in_one_line=True)[1:-1]
