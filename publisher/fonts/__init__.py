"""The font files: which there are, what they cover, how wide and of what shape words are.

A family is a folder below fonts/ with a family.toml that names its faces.
"""

from publisher.fonts.families import Face, Family, families, find_face

__all__ = ["Face", "Family", "families", "find_face"]
