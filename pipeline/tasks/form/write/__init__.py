"""Tree -> pages: each module lays out one sheet and says which values it shows."""
