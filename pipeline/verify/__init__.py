"""Our own artifacts, opened again and held against their document and their twins."""
