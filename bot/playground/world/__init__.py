"""The demo world: the invented town of Lindenau, its people, shops, goods and saved pages."""
