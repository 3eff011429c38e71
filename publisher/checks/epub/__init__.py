"""An EPUB, whoever made it: its container, its validators, and checks of publisher's own."""
