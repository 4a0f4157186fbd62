"""What clients and servers find in a text: commands, mentions, links, mails, hashtags, phone numbers."""

import re
from collections.abc import Iterator

from .marks import Mark, utf16_length

_LISTED_TOPS = (
    "com org net edu gov int info biz name app dev shop store online site website blog page cloud live "
    "play bar food pizza recipes kitchen cafe restaurant garden tools supply fashion boutique style "
    "market bike delivery express москва рф ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd "
    "be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy "
    "cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr "
    "gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr "
    "kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw "
    "mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro "
    "rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm "
    "tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw "
)
_TOPS = frozenset(_LISTED_TOPS.split())
_TAIL = r"(?::\d{1,5})?(?:[/?#][^\s<>\"«»“”]*)?"
_PATTERNS = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    ("url", re.compile(r"tg://[a-z]+[^\s<>\"]*", re.IGNORECASE)),
    ("url", re.compile(rf"(?<![\w@])(?:https?|ftp)://(?:[^\s/@]+@)?(?P<host>[\w.-]+){_TAIL}", re.IGNORECASE)),
    (
        "email",
        re.compile(r"(?<![\w.@+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}(?![\w@-])"),
    ),
    ("url", re.compile(rf"(?<![\w@.-])(?P<bare>(?:[\w-]+\.)+\w{{1,24}})(?![\w@-]){_TAIL}", re.IGNORECASE)),
    ("mention", re.compile(r"(?<![\w])@[A-Za-z][A-Za-z0-9_]{3,31}(?![\w])")),
    ("hashtag", re.compile(r"(?<![\w])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
    ("phone_number", re.compile(r"(?<![\w+])\+[0-9](?:[ ()-]?[0-9]){8,13}(?!\w)")),
)
_TRAILING = ".,:;!?)]}'\"…"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def found_in(text: str) -> list[Mark]:
    """Marks that do not overlap, in order of the text."""
    taken: list[tuple[int, int]] = []
    marks = []
    for kind, begin, end in _matches(text):
        if any(begin < other_end and other_begin < end for other_begin, other_end in taken):
            continue
        taken.append((begin, end))
        marks.append(Mark(kind, utf16_length(text[:begin]), utf16_length(text[begin:end])))
    return sorted(marks, key=lambda mark: mark.offset)


def _matches(text: str) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            named = match.groupdict()
            if "host" in named and not _is_host(named["host"].rstrip(".")):
                continue
            if "bare" in named and not _is_known(named["bare"]):
                continue
            end = match.end()
            if kind == "url":
                end = match.start() + len(_without_trailing(match.group()))
            yield kind, match.start(), end


def _is_host(host: str) -> bool:
    """A name with a top of at least two letters, or an IPv4 address; `localhost` is neither."""
    top = host.rpartition(".")[2]
    return _is_address(host) or ("." in host and len(top) >= 2 and top.isalpha())


def _is_known(host: str) -> bool:
    """Without a scheme only known tops count."""
    return _is_address(host) or host.rpartition(".")[2].lower() in _TOPS


def _is_address(host: str) -> bool:
    parts = host.split(".")
    return len(parts) == 4 and all(part.isdecimal() and int(part) <= 255 for part in parts)


def _without_trailing(url: str) -> str:
    while url and url[-1] in _TRAILING:
        opening = _BRACKETS.get(url[-1])
        if opening and url.count(opening) >= url.count(url[-1]):
            break
        url = url[:-1]
    return url
