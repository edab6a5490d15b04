"""Children in posts: what a post says of them must hold, and must agree with its photographs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from newsdesk.album import Album, Photograph
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.photos.children import ChildRecord, check_changed_names, check_children
from newsdesk.photos.consent import standing
from newsdesk.problems import Problem, say

# The field of a post that names the children in it.
CHILDREN = "people_under_18"


def check_post(item: Item, album: Album, today: date) -> Iterator[Problem]:
    """Hold the rules of reporting on children against a post and the photographs in it.

    :param today: the day of the build, for consents that end.
    """
    shown = dict.fromkeys(item.photos)
    photographs = [album.photographs[key] for key in shown if key in album.photographs]
    for photograph in photographs:
        yield from _check_languages(item, photograph)
    children: tuple[ChildRecord, ...] | None = getattr(item.post, CHILDREN, None)
    if children is None or not (children or photographs):
        return
    place = (CHILDREN,)
    yield from check_children(children, item.source, place, today, in_text=True)
    yield from check_changed_names(children, item.source, place, item.source.body)
    yield from _check_agreement(item, children, photographs)


def _check_agreement(
    item: Item, children: Iterable[ChildRecord], photographs: Iterable[Photograph]
) -> Iterator[Problem]:
    """Every child that a photograph shows is noted in the post too, with the same consent."""
    noted = {child.consent for child in children}
    for photograph in photographs:
        for child in photograph.record.people_under_18:
            if child.consent not in noted:
                line = item.source.line_of((CHILDREN,))
                message = say(
                    "the photo “{photo}” shows a child with the consent {consent}, "
                    "which this post does not name",
                    photo=photograph.key,
                    consent=child.consent,
                )
                hint = say("copy the child's record from {record}", record=photograph.source.path)
                yield Problem(item.source.path, line, message, hint)


def _check_languages(item: Item, photograph: Photograph) -> Iterator[Problem]:
    """A photograph is described in the language of every post that shows it."""
    language = item.language
    for field, texts in (("alt", photograph.record.alt), ("caption", photograph.record.caption)):
        if language not in map(language_of, texts):
            source = photograph.source
            message = say(
                "“{field}” says nothing in {tag}, in which {post} shows the photo",
                field=field,
                tag=item.post.lang,
                post=item.source.path,
            )
            hint = say("add a line below it: {tag}: and the text", tag=item.post.lang)
            yield Problem(source.path, source.line_of((field,)), message, hint)


def ended_consents(items: Iterable[Item], today: date) -> frozenset[str]:
    """Give the numbers of all consents that, as posts tell, no longer hold.

    A picture whose own record says otherwise is left out all the same: the stricter word counts.
    """
    return frozenset(
        child.consent
        for item in items
        for child in getattr(item.post, CHILDREN, ())
        if not standing([child], today).is_usable
    )
