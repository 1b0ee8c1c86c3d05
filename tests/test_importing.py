"""The lean import of nltk."""

import subprocess
import sys


def test_the_lean_import_leaves_the_statistics_out() -> None:
    code = (
        "import sys; from briefs.importing import import_nltk_lean as lean; lean();"
        "from briefs.language import lexicon; assert lexicon('en').stem('running') == 'run';"
        "assert 'scipy.stats' not in sys.modules; import scipy.stats"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
