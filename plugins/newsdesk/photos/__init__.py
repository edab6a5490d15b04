"""Photographs: who may be seen in them, who took them, and the files that readers get."""
