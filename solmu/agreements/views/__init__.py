"""Where agreed actions meet HTTP."""
