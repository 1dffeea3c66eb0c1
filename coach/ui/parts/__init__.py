"""The parts all screens are made of, each with all its states; `coach.ui.gallery` shows them."""
