"""Problems of one file that are collected."""

from faulty_files import HIDDEN_HINT, post, problems


def test_the_same_mistake_in_many_lines_is_counted_and_not_repeated() -> None:
    message = "an invisible character stands here: U+000B (line break from Word)"
    assert problems(post("id: x", "a\x0b\n" * 25)) == [
        *((line, message, HIDDEN_HINT) for line in range(4, 14)),
        (14, "the same is wrong in this line and below, in 15 lines", HIDDEN_HINT),
    ]
