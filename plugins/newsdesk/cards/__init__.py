"""Social cards: the picture that other sites and messengers show beside a link to a page."""
