"""How people type, made even: slang and short forms spelled out, values replaced by the names of their kinds. Pure."""

import re
from typing import Dict, List

from nlu.components.values import find_values

SLANG = {
    "pls": "please", "plz": "please", "plss": "please", "pleas": "please", "u": "you", "ur": "your", "r": "are",
    "thx": "thanks", "tnx": "thanks", "thanx": "thanks", "ty": "thanks", "tysm": "thanks", "cheers": "thanks",
    "wat": "what", "wut": "what", "whats": "what is", "wheres": "where is", "hows": "how is", "whos": "who is",
    "dont": "do not", "don't": "do not", "doesnt": "does not", "didnt": "did not", "cant": "can not",
    "can't": "can not", "won't": "will not", "wont": "will not", "isnt": "is not", "isn't": "is not",
    "i'm": "i am", "im": "i am", "i've": "i have", "ive": "i have", "i'd": "i would", "i'll": "i will",
    "it's": "it is", "that's": "that is", "thats": "that is", "what's": "what is", "where's": "where is",
    "who's": "who is", "how's": "how is", "let's": "let us", "lets": "let us", "didn't": "did not",
    "doesn't": "does not", "there's": "there is", "we're": "we are", "you're": "you are", "we've": "we have",
    "wanna": "want to", "gonna": "going to", "gotta": "have to", "gimme": "give me", "lemme": "let me",
    "dunno": "do not know", "cuz": "because", "coz": "because", "bc": "because", "b4": "before", "w/": "with",
    "w/o": "without", "wo": "without", "n": "and", "nd": "and", "&": "and", "ppl": "people", "persons": "people",
    "pax": "people", "k": "ok", "okay": "ok", "okey": "ok", "kk": "ok", "yep": "yes", "yup": "yes", "yeah": "yes",
    "yea": "yes", "ya": "yes", "ye": "yes", "aye": "yes", "nah": "no", "nope": "no", "naw": "no", "hav": "have",
    "hve": "have", "teh": "the", "tht": "that", "abt": "about", "addr": "address", "adress": "address",
    "addres": "address", "delivry": "delivery", "delievery": "delivery", "devliery": "delivery", "recepie": "recipe",
    "recipie": "recipe", "reciepe": "recipe", "cheepest": "cheapest", "cheapst": "cheapest", "chepest": "cheapest",
    "cancle": "cancel", "cancell": "cancel", "canel": "cancel", "oder": "order", "ordr": "order", "odrer": "order",
    "qty": "quantity", "info": "information", "asap": "as soon as possible", "wen": "when", "whn": "when",
    "ingridients": "ingredients", "ingrediants": "ingredients", "ingredents": "ingredients", "shoud": "should",
    "shld": "should", "cld": "could", "wld": "would", "sry": "sorry", "srry": "sorry", "nvm": "never mind",
    "nevermind": "never mind", "nm": "never mind", "pwease": "please", "bout": "about", "smth": "something",
    "sth": "something", "msg": "message", "pic": "picture", "pics": "pictures", "tho": "though", "thru": "through",
    "probs": "probably", "prob": "probably", "def": "definitely", "atm": "at the moment", "rn": "right now",
    "alr": "already", "alrdy": "already", "allready": "already", "cos": "because", "fave": "favourite",
    "store": "shop", "stores": "shops", "sellers": "shops", "seller": "shop", "vendor": "shop", "vendors": "shops",
    "supplier": "shop", "suppliers": "shops", "merchant": "shop", "markets": "shops", "quickest": "fastest",
    "soonest": "fastest", "earliest": "fastest",
}  # fmt: skip
MASKS = {
    "url": "_link", "email": "_mail", "code": "_code", "money": "_money", "amount": "_amount", "date": "_day",
    "times": "_window", "time": "_time", "part_of_day": "_part", "factor": "_factor", "delta": "_delta",
    "ordinal": "_ordinal", "number": "_number",
}  # fmt: skip
_WORD = re.compile(r"[\w'/&]+|[^\w\s]")
_LONG = re.compile(r"([a-z])\1{2,}")


def normalised(text: str) -> str:
    """Lower case, one kind of quotation mark, stretched letters shortened, slang spelled out, values masked."""
    text = text.replace("\u2019", "'").replace("\u2018", "'").replace("`", "'").lower()
    text = _LONG.sub(r"\1", masked(text))
    words = [SLANG.get(word, word) for word in _WORD.findall(text)]
    return " ".join(words)


def masked(text: str) -> str:
    """The text with each simple value replaced by the name of its kind."""
    pieces: List[str] = []
    end = 0
    for value in find_values(text):
        pieces += [text[end : value.start], f" {MASKS[value.kind]} "]
        end = value.end
    pieces.append(text[end:])
    return "".join(pieces)


def shape(text: str, context: Dict[str, str]) -> Dict[str, float]:
    """What is in the message, and in what situation it was said, as named features for the classifier."""
    kinds = sorted({value.kind for value in find_values(text)})
    words = _WORD.findall(text.lower())
    rest = [word for word in _WORD.findall(masked(text.lower())) if word not in set(MASKS.values())]
    length = next(name for name, most in (("1", 1), ("2", 2), ("4", 4), ("8", 8), ("16", 16), ("more", 10**9))
                  if len(words) <= most)  # fmt: skip
    features: Dict[str, float] = {f"has {kind}": 1.0 for kind in kinds}
    features[f"words {length}"] = 1.0
    bare = "+".join(kinds) if len([word for word in rest if word.isalnum()]) <= 1 else ""
    if bare:
        features[f"bare {bare}"] = 1.0
    features["lines"] = min(text.count("\n"), 5) / 2.0
    features["asks"] = float("?" in text)
    pending, role = context.get("pending") or "none", context.get("role") or "consumer"
    features[f"pending {pending}"] = 1.0
    features[f"role {role}"] = 1.0
    features[f"pending {pending} words {length}"] = 1.0
    if bare:
        features[f"pending {pending} bare"] = 1.0
    for kind in kinds:
        features[f"pending {pending} has {kind}"] = 1.0
    return features
