"""What the rooms hand to each other: frozen dataclasses, no behaviour beyond checks."""
