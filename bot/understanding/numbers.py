"""Numbers said in words, in English, German and French."""

__all__ = ["COUNTS"]

COUNTS = {
    word: number
    for number, words in enumerate(
        (
            "one ein eine einen un une", "two zwei deux", "three drei trois", "four vier quatre",
            "five fünf fuenf cinq", "six sechs", "seven sieben sept", "eight acht huit", "nine neun neuf",
            "ten zehn dix", "eleven elf onze", "twelve zwölf zwoelf douze",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
"""Each word, in small letters, and the number it says."""
