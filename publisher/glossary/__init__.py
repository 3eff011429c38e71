"""The glossary: its terms get anchors and an order, and the words of a book lead to them."""

from publisher.glossary.glossary import Glossary, MadeGlossary, make_glossary
from publisher.glossary.references import ReferredTerms, refer_to_terms

__all__ = ["Glossary", "MadeGlossary", "ReferredTerms", "make_glossary", "refer_to_terms"]
