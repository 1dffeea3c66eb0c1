"""The app as a screen reader meets it: read and pressed from another process, over AT-SPI."""
