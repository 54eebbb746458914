"""Score the analysis on annotated articles: `python benchmarks/accuracy.py FOLDER`.

FOLDER holds `run_eval.py` and the annotated sets it reads (see CONTRIBUTING). Prints SPEAKER F1 on
quotes, exact F1 on entities, words per CPU second and peak memory, as the scorer reports them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Run the scorer over `newsreader analyze --jsonl` and pass on what it prints."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "run_eval.py").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scores:
        scorer = [sys.executable, str(Path(sys.argv[1]) / "run_eval.py")]
        ours = [sys.executable, "-m", "newsreader", "analyze", "--jsonl"]
        command = [*scorer, "--out", scores, "--name", "newsreader", "--", *ours]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
