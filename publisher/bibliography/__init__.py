"""Citations and bibliographies by CSL styles: references in, a document's nodes out."""
