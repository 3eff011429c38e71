"""How long an article takes, cold and warm, beside other tools: `python -m tests.benchmarks`.

Not a test: it judges nothing. docs/benchmarks.md explains the rows and keeps the last table.
"""
