"""Words that one which is not there may have been meant for."""

from bisect import bisect
from collections.abc import Iterable
from difflib import get_close_matches

_MOST = 400
"""How many words are compared: of more, those that stand around it in the order of characters."""

_LONGEST = 100
_MOST_QUESTIONS = 200
_ANSWERS = 3
_NEAR = 0.7


class Near:
    """Finds near matches among `words`, in bounded time however many there are."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted({word.lower(): word for word in words}.items())
        self._asked = 0

    def __call__(self, word: str) -> tuple[str, ...]:
        """At most three words like `word`, the nearest first, then some that go on from it.

        None after 200 questions.
        """
        self._asked += 1
        if self._asked > _MOST_QUESTIONS or len(word) > _LONGEST:
            return ()
        at = bisect(self._words, (word.lower(),))
        longer = [
            found for found in self._words[at : at + _ANSWERS] if found[0].startswith(word.lower())
        ]
        start = max(at - _MOST // 2, 0)
        around = self._words if len(self._words) <= _MOST else self._words[start : start + _MOST]
        short = {low: found for low, found in around if len(low) <= _LONGEST}
        like = get_close_matches(word.lower(), short, n=_ANSWERS, cutoff=_NEAR)
        found = (*(short[each] for each in like), *(each for _, each in longer))
        return tuple(dict.fromkeys(found))[:_ANSWERS]


def or_similar(near: tuple[str, ...]) -> str:
    """The words of a remedy: " (“lamp”, “lamps”)", or nothing."""
    return f" ({', '.join(f'“{each}”' for each in near)})" if near else ""
