"""Signs that mean something of their own to YAML."""

import pytest
from faulty_files import post, problems


def sign(character: str, line: str) -> tuple[str, str]:
    """Give message and hint for a sign that has a meaning of its own."""
    message = f"a value cannot begin with “{character}”"
    return message, f"put the value in quotation marks: {line}"


@pytest.mark.parametrize(
    ("header", "line", "message", "hint"),
    [
        ("title: @unicef", 3, *sign("@", 'title: "@unicef"')),
        ("title: `foo`", 3, *sign("`", 'title: "`foo`"')),
        ("title: %foo", 3, *sign("%", 'title: "%foo"')),
        ("title: *Important*", 3, *sign("*", 'title: "*Important*"')),
        ("title: **Important**", 3, *sign("*", 'title: "**Important**"')),
        ("title: *Important", 3, *sign("*", 'title: "*Important"')),
        ("title: & so on", 3, *sign("&", 'title: "& so on"')),
        ("title: &amp; so on", 3, *sign("&", 'title: "&amp; so on"')),
        ("title: &so on", 3, *sign("&", 'title: "&so on"')),
        ("list: &so [on]", 3, *sign("&", 'list: "&so [on]"')),
        ("title: !important", 3, *sign("!", 'title: "!important"')),
        ("title: ! important", 3, *sign("!", 'title: "! important"')),
        ("title: !a!b c", 3, *sign("!", 'title: "!a!b c"')),
        ("title: !!a%zz c", 3, *sign("!", 'title: "!!a%zz c"')),
        (
            "a: !!python/object/apply:os.system [ls]",
            3,
            *sign("!", 'a: "!!python/object/apply:os.system [ls]"'),
        ),
        ("title: - foo", 3, *sign("-", 'title: "- foo"')),
        ("title: ? foo", 3, *sign("?", 'title: "? foo"')),
        ("title: , foo", 3, *sign(",", 'title: ", foo"')),
        ("title: ]foo", 3, *sign("]", 'title: "]foo"')),
        ("speakers: [ana, @mira, iva]", 3, *sign("@", '"@mira"')),
        ("speakers:\n- ana\n- @mira", 5, *sign("@", '- "@mira"')),
        (
            "%foo: bar",
            3,
            "a line cannot begin with “%”",
            "begin it with the name of a field, such as title: Our mission",
        ),
    ],
)
def test_a_sign_with_a_meaning_of_its_own_is_explained_in_its_line(
    header: str, line: int, message: str, hint: str
) -> None:
    assert problems(post(f"id: x\n{header}\nlang: en")) == [(line, message, hint)]
