"""`python -m tests.corpus FOLDER`: each planted defect as a file, and what is to be found in it."""

import sys
from pathlib import Path

from tests.corpus import PLANTS
from tests.corpus.files import write_corpus

if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), PLANTS)
