"""Pages to read: why cramps happen, habits, shoes, evidence, and whom to see."""
