"""The press room: what newsrooms take from the site, and how they learn that there is more."""
