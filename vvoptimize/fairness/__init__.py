"""How evenly something is spread over municipalities: exact.

And apart from any rule.
"""

from vvoptimize.fairness.metrics import FairnessMetrics, fairness_of

__all__ = ["FairnessMetrics", "fairness_of"]
