"""A publication into files: one package a format. The two know nothing of each other."""
