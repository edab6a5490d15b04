"""Brings the old sites along: saved pages, WordPress exports, Pelican trees and Word documents.

A source is read into what was found (`found`), whatever its kind; furniture is taken away
(`furniture`), what can be recognised is (`recognised`, `rubrics`), and a draft of the content model
is written (`drafting`) beside a line in `content/imports.txt` (`register`), by which nothing is
imported twice. What nobody can know but a human stays open, and the report says so.
"""
