"""Handing routines on: one file out, and other people's files in.

- `package`: writes one routine with all that belongs to it as one `.coach` file.
- `reading`: looks into a file that somebody sent and offers what is in it.
- `taking`: writes what was offered beside the person's own, all or nothing.
"""
