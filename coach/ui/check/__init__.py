"""The check at the first start."""
