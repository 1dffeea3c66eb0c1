"""What is true about exercising: pure values and rules, the standard library only."""
