"""The form in the browser: the same files that others edit by hand, filled in field by field.

The form itself is Decap CMS, a program of its own that runs in the browser (`decap`). What it shows
follows from the schema (`boxes`, `form`), what it reads and writes are the files of content/
(`posts`, `records`, `pictures`), each save is tried before it is written (`trial`), and only the
lines that have changed are written (`rewriting`).
"""
