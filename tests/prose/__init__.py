"""Clean official prose, faults planted in it, and the bench that measures both."""
