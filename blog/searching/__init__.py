"""Finds posts by their words, narrowed down by year, topic, campaign and author.

Title and text of each post that anybody may read lie in a row of their own (`PostWords`), which the
database keeps a full-text index of; what a post is filed under are words there, too.
"""
