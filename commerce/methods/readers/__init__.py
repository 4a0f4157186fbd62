"""Readers find the component lines of a page, each by another sign; `reading` asks them in order."""
