"""Random phrases of time, over a few ticks round tick 0."""

from __future__ import annotations

from random import Random

from property.cases import (
    ALLEN_WORDS,
    ORDER_WORDS,
    STRICT_WORDS,
    Between,
    Distance,
    End,
    Holds,
    Length,
    Moment,
    Phrase,
    Several,
    Subject,
    Ticks,
    When,
)

DAY = 1440
METRIC = ("within", "at least", "at most", "more than", "less than", "between", "exactly", "about", "plain", "±")
OLD = ("at least", "exactly", "about", "plain", "±")
LASTS = ("at least", "at most", "more than", "less than", "between", "exactly", "about", "plain", "±")
DEADLINES = ("within", "at most", "between", "about")


class Times:
    """Without `reported` nothing is `since` anything."""

    def __init__(self, rng: Random, reported: int | None) -> None:
        self.rng = rng
        self.reported = reported

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    # ------------------------------------------------------------ dates and lengths

    def date(self) -> Ticks:
        """A minute most often; else a few, an hour or a day."""
        first = self.rng.randint(-5, 5)
        match self.rng.choice(("minute", "minute", "minute", "hour", "day")):
            case "minute":
                return Ticks(first, first)
            case "hour":
                hour = self.rng.choice((-60, 0))
                return Ticks(hour, hour + 59)
            case _:
                day = self.rng.choice((-DAY, 0))
                return Ticks(day, day + DAY - 1)

    def several(self) -> Several:
        """Two or three dates, any of them or all; or X digits: four days, or three runs of days."""
        if self.chance(0.15):
            days = self.rng.choice(((0, 10, 20, 30), (0,)))
            length = 1 if len(days) > 1 else 9
            text = "2020-01-X1" if len(days) > 1 else "2020-01-0X"
            return Several(tuple(Ticks(day * DAY, (day + length) * DAY - 1) for day in days), text=text)
        dates = tuple(self.plain() for _ in range(self.rng.randint(2, 3)))
        every = self.chance(0.25)
        return Several(tuple(one for date in dates for one in _units(date)) if every else dates, every)

    def window(self) -> Ticks | Several:
        """One date, or several."""
        return self.several() if self.chance(0.12) else self.plain()

    def plain(self) -> Ticks:
        """`[a..b]` of up to four ticks, or a date."""
        if self.chance(0.3):
            return self.date()
        first = self.rng.randint(-5, 4)
        return Ticks(first, first + self.rng.randint(0, 3))

    def length(self) -> Length:
        unit = self.rng.choice(("minute", "minute", "minute", "minute", "hour", "day"))
        return Length(self.rng.randint(1, 4) if unit == "minute" else self.rng.randint(1, 2), unit)

    def distance(self, how: str) -> Distance:
        length = self.length()
        if how == "between":
            return Distance(how, length, Length(length.amount + self.rng.randint(0, 2), length.unit))
        return Distance(how, length, Length(self.rng.randint(1, 2), "minute") if how == "±" else None)

    # ------------------------------------------------------------ phrases of facts

    def window_phrase(self) -> Phrase:
        """What dates an occurrence as a condition."""
        word = self.rng.choice(
            ("during", "during", "during", "during", "before", "after", "by", "until", "intersects", "contains")
        )
        if word in {"before", "after", "by", "until"}:
            return Phrase(word, self.several() if self.chance(0.1) else self.date())
        return Phrase(word, self.window())

    def when(self, state: bool, others: list[str]) -> When:
        """The `when` of an event or a state; a state takes no bare date."""
        if others and self.chance(0.3):
            return self.phrase([self.rng.choice(others)])
        if not state:
            return Phrase("inside", self.window()) if self.chance(0.7) else self.window_phrase()
        if self.chance(0.2):
            day = self.rng.choice((-DAY, 0))
            later = day + self.rng.choice((0, DAY))
            return Between(Ticks(day, day + DAY - 1), Ticks(later, later + DAY - 1))
        return self.phrase([self.window()]) if self.chance(0.5) else self.window_phrase()

    def denied_period(self) -> Phrase:
        word = self.rng.choice(("during", "since", "before", "until", "after"))
        return Phrase(word, self.window() if word == "during" else self.date())

    def relation(self, subject: str, others: list[str]) -> Holds:
        """A relation of an occurrence, or of one of its ends, to another or to a date."""
        objects: list[Moment] = [self.rng.choice(others)] if others and self.chance(0.8) else [self.date()]
        return self.holds(subject, objects)

    # ------------------------------------------------------------ phrases of both

    def holds(self, subject: str, objects: list[Moment]) -> Holds:
        phrase = self.phrase(objects)
        told: Subject = subject
        if phrase.word not in {"lasts", "since", "old"} and self.chance(0.15):
            told = End(self.rng.choice(("start", "end")), subject)
        return Holds(told, phrase)

    def phrase(self, objects: list[Moment]) -> Phrase:
        """Any relation to one of the objects."""
        moment = self.rng.choice(objects)
        if isinstance(moment, str) and self.chance(0.1):
            moment = End(self.rng.choice(("start", "end")), moment)
        kind = self.rng.choice(("order", "order", "order", "intersects", "strict", "allen", "metric", "metric", "near", "rest"))
        phrase = self._phrase(kind, moment)
        negatable = phrase.word not in {"lasts", "old", "inside"}
        return Phrase(phrase.word, phrase.moment, phrase.distance, phrase.side, negatable and self.chance(0.15))

    def attached(self, objects: list[Moment]) -> Phrase:
        """A phrase that may follow `p(..)`; an age may not."""
        while (phrase := self.phrase(objects)).word == "old":
            pass
        return phrase

    def _phrase(self, kind: str, moment: Moment) -> Phrase:
        match kind:
            case "order":
                return Phrase(self.rng.choice(ORDER_WORDS), moment)
            case "strict":
                return Phrase(self.rng.choice(STRICT_WORDS), moment)
            case "allen" if not isinstance(moment, Ticks | Several):
                return Phrase(self.rng.choice(ALLEN_WORDS), moment)
            case "metric":
                return Phrase("metric", moment, self.distance(self.rng.choice(METRIC)), self.rng.choice(("before", "after")))
            case "near":
                return Phrase("near", moment, Distance("within", self.length()))
            case "rest":
                return self._rest(moment)
            case _:
                return Phrase("intersects", moment)

    def _rest(self, moment: Moment) -> Phrase:
        words = ("old", "lasts", "by", "until", *(() if self.reported is None else ("since",)))
        match self.rng.choice(words):
            case "old":
                return Phrase("old", moment, self.distance(self.rng.choice(OLD)))
            case "lasts":
                return Phrase("lasts", None, self.distance(self.rng.choice(LASTS)))
            case word:
                return Phrase(word, moment)

    def due(self, moment: Moment) -> Phrase:
        """A phrase of which the page says what its deadline is."""
        match self.rng.choice(("metric", "metric", "by", "during", "before")):
            case "metric":
                return Phrase("metric", moment, self.distance(self.rng.choice(DEADLINES)), "after")
            case word:
                return Phrase(word, moment)


def _units(date: Ticks) -> tuple[Ticks, ...]:
    """In a list of which all are meant, `a..b` is each minute from a to b."""
    whole = date.last - date.first + 1 in {60, DAY}
    return (date,) if whole else tuple(Ticks(tick, tick) for tick in range(date.first, date.last + 1))
