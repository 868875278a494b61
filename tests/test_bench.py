"""The benchmarks still run; what they measure is nobody's test."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

TARGETS = {"P1", "P3", "P4", "P5", "P6", "P7"}


@pytest.mark.long
def test_a_quick_run_finishes_and_prints_a_ratio_for_every_target(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench", "--quick", "--folder", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    printed = dict(re.findall(r"(P\d+)\D.*?│ +(\d+\.\d\d) +│", done.stdout))
    assert printed.keys() == TARGETS
    assert all(float(ratio) > 0 for ratio in printed.values())
