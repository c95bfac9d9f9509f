"""What the work costs, as ratios within one run. ``python -m benchmarks.speed`` prints the table."""

from __future__ import annotations

import sys
from pathlib import Path

# What we are measured against, where it is installed; last, so that the project keeps its own versions of everything.
sys.path.append(str(Path(__file__).parents[2] / ".bench"))
