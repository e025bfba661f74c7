"""The journey on one page."""
