"""The thinking of the newsroom's website: plain Python that knows nothing of Pelican."""
