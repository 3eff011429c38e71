"""Words that one which is not there may have been meant for."""

from bisect import bisect
from collections.abc import Iterable
from difflib import get_close_matches

_MOST = 400
"""How many words are compared: of more, those that stand around it in the order of characters."""

_LONGEST = 100
_MOST_QUESTIONS = 200


class Near:
    """Finds near matches among `words`, in bounded time however many there are."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted({word.lower(): word for word in words}.items())
        self._asked = 0

    def __call__(self, word: str) -> tuple[str, ...]:
        """At most three words like `word`, the nearest first; none after 200 questions."""
        self._asked += 1
        if self._asked > _MOST_QUESTIONS or len(word) > _LONGEST:
            return ()
        at = max(bisect(self._words, (word.lower(),)) - _MOST // 2, 0)
        around = dict(self._words if len(self._words) <= _MOST else self._words[at : at + _MOST])
        short = [each for each in around if len(each) <= _LONGEST]
        return tuple(around[each] for each in get_close_matches(word.lower(), short, cutoff=0.7))


def or_similar(near: tuple[str, ...]) -> str:
    """The words of a remedy: " (“lamp”, “lamps”)", or nothing."""
    return f" ({', '.join(f'“{each}”' for each in near)})" if near else ""
