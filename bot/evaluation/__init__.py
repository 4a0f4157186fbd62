"""How well Errand understands, measured on sets of examples: one module for each kind of set."""
