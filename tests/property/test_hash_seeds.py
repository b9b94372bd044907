"""The same bytes whatever the hash seed."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
CODE = """
from random import Random
from property.small_parts import random_part
from property.whole import whole
random = Random(11)
for _ in range(60):
    print(whole(random_part(random), grounds=True))
"""


def test_explanations_do_not_depend_on_the_hash_seed():
    runs = [
        subprocess.run(
            [sys.executable, "-c", CODE],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2", "3")
    ]
    assert len(runs[0]) > 10_000
    assert len(set(runs)) == 1
