"""From the register to findings: what a leader asks about a cooperation, as facts with their evidence.

- Pure: rows and a day come in, findings go out. No clock, disk or network; the register is read by `procedures`.
- A finding states what is recorded, on whose word, and never judges a party. A standing duty has no day it could miss.
- One file per family of rules; `every_rule.py` names them all, `thresholds.toml` holds every number they go by.
"""
