"""Files spoilt at random, from a seed each: nothing may crash or hang on them.

`python -m tests.fuzz` runs many; tests/test_fuzz.py a few. The same seed gives the same file.
"""
