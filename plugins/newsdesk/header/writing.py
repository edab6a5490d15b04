"""Writing values as a person types them: on one line where they fit, without needless marks."""

from __future__ import annotations

import re

import yaml

from newsdesk.header.source import Value

# Words that need no marks wherever they stand behind a name, unless they mean something else.
WORDS = re.compile(r"\w(?:[\w .,()-]*[\w.)])?")
# Characters of a line: more than a title ever has, so that none is broken.
WIDE = 1_000_000


class _AsTyped(yaml.SafeDumper):
    """Writes days as they are; for us they are words like any other."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way to say it
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML calls it so
        """Move the items of a list two spaces to the right of their name."""
        super().increase_indent(flow, indentless=False)


class _OfText(_AsTyped):
    """Writes texts of several lines as they stand, behind the sign |."""


def _as_it_stands(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_OfText.add_representer(str, _as_it_stands)


def in_yaml(value: Value, *, in_one_line: bool, marks: str | None = None) -> str:
    """Write a value so that it is read as it is, whatever signs stand in it.

    :param marks: the quotation marks that are wanted around a text.
    """
    text: str = yaml.dump(
        value,
        Dumper=_OfText,
        allow_unicode=True,
        default_flow_style=in_one_line,
        default_style=marks,
        sort_keys=False,
        width=WIDE,
    )
    return text.removesuffix("...\n").rstrip("\n")


def lines_of(name: str, value: Value) -> list[str]:
    """Write a field with its value; a list of names stands between brackets, in one line."""
    if isinstance(value, list) and not any(isinstance(each, dict) for each in value):
        return [f"{name}: {in_yaml(value, in_one_line=True)}"]
    if isinstance(value, str) and _is_plain(value):
        return [f"{name}: {value}"]
    return in_yaml({name: value}, in_one_line=False).splitlines()


def _is_plain(text: str) -> bool:
    """Tell whether a text is read as it is without any marks; to ask YAML itself takes long."""
    meanings = _AsTyped.yaml_implicit_resolvers.get(text[:1], ())
    return WORDS.fullmatch(text) is not None and not any(
        pattern.match(text) for _, pattern in meanings
    )
