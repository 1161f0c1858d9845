"""What the commands do: build, roll up, carry over, fill in a form, draw, pack, look."""
