"""The diary's database."""
