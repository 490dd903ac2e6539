"""Words that decide what a time dates: of bounds, of saying, of supposing; what is a deed and what a thing."""

from __future__ import annotations

import re

# Prepositions that make a time a bound and not the moment of what happened. "since 2011", "until Friday".
BOUNDS = frozenset(["since", "until", "till", "before", "after", "by", "through", "from", "beyond", "between"])
# Verbs that say: the time beside one dates the saying, and what is said happened at another time. "Nine people have
# died, the ministry said on Wednesday" tells of no Wednesday's deaths. Counter-example: "accused her of theft on
# Monday", "promised an inquiry": acts of their own.
SAYING = frozenset(["say", "tell", "announce", "add", "state", "speak", "comment", "reply", "tweet"])
# Verbs that say only with what is said behind them: "wrote on Monday that"; "reported the theft on Monday" is an act.
SAYING_THAT = frozenset(
    [
        *("report", "write", "confirm", "warn", "deny", "claim", "insist", "argue", "stress", "note", "explain"),
        *(
            "suggest",
            "acknowledge",
            "admit",
            "maintain",
            "predict",
            "estimate",
            "declare",
            "recall",
            "describe",
            "show",
        ),
        *("disclose", "reveal", "caution", "indicate", "emphasize", "concede", "assert", "contend", "allege"),
    ]
)
# Verbs by which a text came out, of the texts themselves: "this story was first broadcast on Monday".
PRINTING = frozenset(["publish", "broadcast", "air", "update", "print", "reprint", "correct", "post"])
PRINTED = frozenset(["story", "article", "report", "piece", "column", "post", "version", "video", "page", "interview"])
# Whether a reporter's call was answered is no part of the story. "Calls to her office were not returned on Tuesday".
ANSWERING = frozenset(["return", "respond", "answer", "reply", "reach"])
ASKED = frozenset(["call", "e-mail", "email", "message", "request", "comment"])
# Verbs that say of an event only how it lies among others: "the ruling comes at a bad moment", "marks a turn".
COMING = frozenset(["come", "mark", "follow", "remain"])
# What a saying is said in: "told a briefing in Tarn". "Held a news conference" is an event.
SAID_IN = frozenset(
    [
        *("statement", "announcement", "interview", "conference", "briefing", "speech", "report", "letter", "message"),
        *("hearing", "debate", "meeting", "rally", "session", "visit", "post", "tweet", "release", "broadcast"),
    ]
)
# Verbs of what somebody supposes or wants; what hangs on them has not happened. "They expected it to last into Friday".
SUPPOSING = frozenset(
    [
        "expect",
        "believe",
        "think",
        "hope",
        "fear",
        "want",
        "wish",
        "suppose",
        "assume",
        "doubt",
        "wonder",
        "worry",
        "like",
    ]
)
# Helpers of what may be and is not told as done. Counter-example: "could not be reached on Friday" is told as over.
DOUBTING = frozenset(["may", "might", "could", "can", "should", "must"])
AHEAD = frozenset(["will", "shall", "'ll", "’ll", "would", "wo"])
# Words that make a clause a condition. "If the pier closes on Friday".
CONDITIONS = frozenset(["if", "whether", "unless", "lest"])
# Somebody's birth is no part of a story, whoever is in it. "Oda, born on May 3, 1990".
BORN = frozenset(["bear", "born"])
# A year or century before a noun that names no event tells which one it is: "a 1989 song", "the 19th-century palace".
OWNED = ("poss", "compound", "amod", "nmod", "nummod")
# Endings of nouns made of verbs: "Tuesday's declaration". Counter-examples below are things, places, parts of papers.
DEED = re.compile(r"(?:[tsx]ion|ment|ance|ence|ing|al|ure)$")
THINGS = frozenset(
    [
        *(
            "edition",
            "section",
            "station",
            "position",
            "population",
            "moment",
            "evening",
            "morning",
            "building",
            "thing",
        ),
        *("question", "version", "nation", "region", "mission", "government", "department", "apartment", "figure"),
        *("opinion", "condition", "generation", "audience", "hospital", "journal", "proposal", "material", "capital"),
    ]
)
# Verbs that tell nothing without their subject or object: "a fire broke out", "caught fire", "began talks".
LIGHT = frozenset(
    [
        "break",
        "catch",
        "begin",
        "start",
        "take",
        "hold",
        "make",
        "have",
        "give",
        "happen",
        "occur",
        "erupt",
        "stage",
        "attend",
    ]
)
# Words that make a bound the moment itself, and what heads a clock time.
NEARLY = frozenset(["just", "shortly", "little", "soon", "moment"])
CLOCKED = frozenset(["p.m.", "a.m.", "pm", "am", "p.m", "a.m", "o'clock", "noon", "midnight"])
# Content words under which a noun phrase says too little alone ("our march today"): its clause stands for it.
TELLING = 3
# Prepositions whose clause has the time of the noun behind them. "Lost in Monday's vote"; not "since Monday's vote".
WITHIN = frozenset(["in", "at", "on", "during", "with", "by", "as", "through"])
