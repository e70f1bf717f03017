"""Answers: an assignment judged, and what the search for it proved.

Plain data throughout.
"""
