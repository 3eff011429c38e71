"""The only stage that knows all others: from paths to works, from works to files and a report."""
