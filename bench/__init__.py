"""Measurements, each as a ratio against a rival or a physical limit taken in the same run. No test depends on them."""
