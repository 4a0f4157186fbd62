"""What a seller writes as the answer to an inquiry, read into prices, refusals, substitutes and dates.

Pure: text in, `ReplyReading` out, no database. Whatever could be meant in two ways is not guessed but listed
in `ReplyReading.unclear`, and nothing may bind while that is not empty. A later folder knows the earlier:

- `words/`: what words do in each language, one file of them a language (`en.toml`, …), and `Role`s for it;
- `tokens/`: the text as tokens, each with its role: `lexing` calls what finds days, names, figures, numbers
  of lines, and by what a price is (`per_what`, `bare_units` without a word for it, `rates` of so many); and
  `rewriting` calls what sets right prices `denied`, what is only `needed`, or turned round;
- `promises`: the day of delivery, pickup, until when an offer holds; `questions`: what the seller asks;
- `statements/`: tokens put together into `entries` (who, how much, or why not), `judging` takes them one by
  one, `pricing` works out what each offers by the `parts` of a line and the `factors` of a price, `rates`
  puts one to several prices, `unnamed` places prices without a name;
- `reading`: all that was said weighed against each other, the whole inquiry and the former answer;
- `scoring`: how well a file of answers is read (`errand eval replies`).
"""

from commerce.quotes.replies.reading import read_reply
from commerce.quotes.replies.shapes import AskedLine, ReadLine, ReplyReading, Unclear, Why

__all__ = ["AskedLine", "ReadLine", "ReplyReading", "Unclear", "Why", "read_reply"]
