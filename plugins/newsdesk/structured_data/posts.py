"""Describes a post of the newsroom: as news, as an event, or as a report."""

from __future__ import annotations

from urllib.parse import urljoin

from newsdesk.structured_data.thing import (
    Thing,
    named,
    organisation,
    organisation_of,
    person,
    thing,
    words_of,
)
from newsdesk.views import ArticlePage, Change, Download, Photo, Site


def post(site: Site, page: ArticlePage, address: str) -> Thing:
    """Describe a post.

    :param address: of its page, absolute.
    """
    if page.type == "event":
        return _event(site, page, address)
    if page.type == "publication":
        encoding = [_download(each, address) for each in page.downloads]
        return thing("Report", **_text(site, page, address), encoding=encoding)
    # It opens the text, and goes with it when a post is withdrawn.
    dateline = page.dateline if page.body else None
    return thing("NewsArticle", **_text(site, page, address), dateline=dateline)


def _text(site: Site, page: ArticlePage, address: str) -> Thing:
    """Give what texts have in common."""
    house = organisation_of(site, address)
    return {
        "headline": words_of(page.heading),
        "description": page.summary,
        "inLanguage": site.lang,
        "url": address,
        "mainEntityOfPage": address,
        "datePublished": page.day.iso,
        "dateModified": max((change.day.iso for change in page.changes), default=None),
        "creativeWorkStatus": "Withdrawn" if page.withdrawn else None,
        "author": [person(author) for author in page.authors] or house,
        "publisher": house,
        "image": _image(page, address),
        "articleSection": [category.name for category in page.categories],
        "keywords": [topic.text for topic in page.topics],
        "contentLocation": named("Place", page.location) if page.location else None,
        "correction": [_correction(change) for change in page.changes],
    }


def _event(site: Site, page: ArticlePage, address: str) -> Thing:
    when = page.occasion
    place = thing("Place", name=when.venue, address=when.venue) if when else None
    return thing(
        "Event",
        name=words_of(page.heading),
        description=page.summary,
        inLanguage=site.lang,
        url=address,
        startDate=when and when.starts,
        endDate=when and when.ends,
        location=place,
        organizer=[organisation(each) for each in page.organisers],
        performer=[person(each) for each in page.speakers],
        image=_image(page, address),
    )


def _image(page: ArticlePage, address: str) -> Thing | None:
    """Give the lead photo with its credit, or the card that stands for the post elsewhere."""
    if page.lead_photo:
        return _photograph(page.lead_photo, address)
    image = page.image
    if image is None:
        return None
    return thing("ImageObject", url=image.address, width=image.width, height=image.height)


def _photograph(photo: Photo, address: str) -> Thing:
    return thing(
        "ImageObject",
        url=urljoin(address, photo.picture.src),
        width=photo.picture.width,
        height=photo.picture.height,
        caption=photo.caption,
        creditText=photo.credit,
    )


def _download(download: Download, address: str) -> Thing:
    return thing(
        "MediaObject",
        name=download.title,
        contentUrl=urljoin(address, download.address),
        inLanguage=download.lang,
        encodingFormat=download.file_format,
    )


def _correction(change: Change) -> Thing:
    return thing("CorrectionComment", text=change.note, datePublished=change.day.iso)
