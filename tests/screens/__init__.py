"""EPUBs on screens: each page in Chromium, as wide and as large as readers have it, measured."""
