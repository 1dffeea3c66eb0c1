"""The one place where parts are built and joined.

Each function imports what it joins, so that no command waits for another one's parts.
"""
