"""Drawings for posts without a photograph: children of cut paper on a field of colour."""
