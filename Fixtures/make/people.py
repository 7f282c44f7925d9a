"""People of each school, year by year: because every count is a count of the same invented
people, parts are never greater than their wholes and subjects fit the totals."""

import random
from dataclasses import dataclass, field

import schools
from schools import PERIODS, School

SUBJECTS = {
    # share of the teaching posts, and of the teachers diagnosed in 2019, 2020, 2021 where a
    # subject has a story of its own
    "russian": 0.13, "mathematics": 0.11, "native_language": 0.08, "foreign_language": 0.09,
    "informatics": 0.04, "history": 0.07, "geography": 0.04, "biology": 0.04, "physics": 0.04,
    "chemistry": 0.03, "physical_education": 0.07, "primary": 0.26,
}
SUBJECT_DIAGNOSED = {"mathematics": (0.68, 0.50, 0.33)}

# The subjects that one teacher of a small school teaches together with the first.
NEIGHBOURS = {
    "mathematics": ["informatics", "physics"], "informatics": ["mathematics", "physics"],
    "physics": ["informatics", "mathematics"], "biology": ["chemistry", "geography"],
    "chemistry": ["biology"], "geography": ["history", "biology"],
    "history": ["geography"], "russian": ["native_language", "history"],
    "native_language": ["russian"], "foreign_language": ["primary"],
    "physical_education": ["geography"],
    "primary": ["physical_education", "native_language", "foreign_language"],
}

# Shares of teachers in 2019, 2020, 2021.
RATES = {
    "supported_school": (0.58, 0.63, 0.67),
    "supported_municipal": (0.31, 0.34, 0.36),
    "mentoring": (0.17, 0.21, 0.22),
    "diagnosed": (0.42, 0.48, 0.50),
    "with_plan": (0.50, 0.58, 0.66),          # of the diagnosed
    "assessed": (0.06, 0.07, 0.09),           # of all staff
    "trained": (0.34, 0.37, 0.33),
    "trained_by_diagnosis": (0.68, 0.72, 0.74),  # of the trained
    "burnout": (0.22, 0.28, 0.35),
    "burnout_supported": (0.45, 0.50, 0.57),  # of those diagnosed for burnout
    "retrained": (0.04, 0.035, 0.03),
    "contests": (0.22, 0.25, 0.24),
}
# Factors of a school's rates by year.
STORIES = {
    schools.FELL: {
        "supported_school": (1.30, 0.90, 0.50), "supported_municipal": (1.3, 0.8, 0.45),
        "diagnosed": (1.5, 1.0, 0.5), "trained": (1.3, 1.0, 0.6),
        "trained_by_diagnosis": (1.1, 0.9, 0.55), "contests": (1.5, 1.0, 0.6),
        "mentoring": (1.2, 0.8, 0.5),
    },
    schools.GREW: {
        "supported_school": (0.55, 0.95, 1.38), "supported_municipal": (0.5, 1.0, 1.7),
        "diagnosed": (0.45, 0.95, 1.7), "trained": (0.7, 1.0, 1.5),
        "trained_by_diagnosis": (0.7, 1.0, 1.25), "contests": (0.6, 1.1, 1.9),
        "mentoring": (0.6, 1.1, 1.8), "burnout": (0.5, 1.0, 1.6),
    },
}


@dataclass
class Person:
    teacher: bool
    birth: int
    since: int
    fresh: bool
    subjects: list[str]
    flags: dict[int, set[str]] = field(default_factory=dict)

    def has(self, year: int, flag: str) -> bool:
        return flag in self.flags.get(year, ())


class Staff:
    """The people of one school in one year, with what each of them did in that year."""

    def __init__(self, school: School, year: int, people: list[Person], programmes: int = 0):
        self.school, self.year, self.people, self.programmes = school, year, people, programmes

    @property
    def teachers(self) -> list[Person]:
        return [person for person in self.people if person.teacher]

    def count(self, flag: str) -> int:
        return sum(person.has(self.year, flag) for person in self.people)


def _new_person(rng, year: int, teacher: bool, subjects: list[str]) -> Person:
    age = rng.choices(
        [rng.randint(21, 24), rng.randint(25, 29), rng.randint(30, 34), rng.randint(35, 62)],
        [7, 13, 13, 67])[0]
    tenure = rng.randint(0, max(0, min(age - 22, 18)))
    return Person(teacher, year - age, year - tenure, age < 25 and rng.random() < 0.9, subjects)


def _posts(rng, school: School) -> list[list[str]]:
    """Subjects of each teacher: every subject has a teacher, every teacher a subject."""
    taught = dict(SUBJECTS)
    if school.number in (3, 4, 22, 24):
        del taught["native_language"]
    if school.teachers < 8:
        del taught["informatics"]
    slots: list[str] = []
    for subject, share in taught.items():
        slots += [subject] * max(1, round(share * school.teachers * 1.08))
    while len(slots) < school.teachers:
        slots.append(rng.choice(["primary", "russian"]))
    # The first slot of a teacher goes to the most frequent subjects first.
    rng.shuffle(slots)
    slots.sort(key=lambda subject: -taught[subject])
    firsts, rest = slots[: school.teachers], slots[school.teachers:]
    posts = [[subject] for subject in firsts]
    for subject in rest:
        free = [post for post in posts if subject not in post and len(post) < 3]
        near = [post for post in free if subject in NEIGHBOURS[post[0]]]
        (rng.choice(near) if near else rng.choice(free)).append(subject)
    return posts


def _next_year(rng, staff: Staff) -> list[Person]:
    """The same people a year later: some have left, and their posts were taken."""
    year, people = staff.year + 1, []
    leaving = 0.05 + 0.05 * rng.random()
    for person in staff.people:
        if rng.random() < leaving:
            people.append(_new_person(rng, year, person.teacher, list(person.subjects)))
        else:
            people.append(
                Person(person.teacher, person.birth, person.since, person.fresh,
                       list(person.subjects)))
    # Posts move a little: a teacher takes a second subject or gives one up.
    for person in people:
        if not person.teacher or rng.random() > 0.06:
            continue
        if len(person.subjects) > 1:
            person.subjects.pop()
        else:
            person.subjects.append(rng.choice(NEIGHBOURS[person.subjects[0]]))
    step = rng.choice([-1, 0, 0, 1, 1, 2]) if len(people) > 20 else rng.choice([-1, 0, 0, 1])
    if staff.school.code == schools.TINY:
        step = 0
    for _ in range(abs(step)):
        if step > 0:
            subject = rng.choice(["primary", "russian", "mathematics", "foreign_language"])
            people.append(_new_person(rng, year, True, [subject]))
        else:
            people.remove(rng.choice(people))
    taught = {subject for person in staff.people for subject in person.subjects}
    kept = {subject for person in people for subject in person.subjects}
    lost = taught - kept
    if staff.school.code in ("school-22", "school-24"):
        for person in people:
            person.subjects = [s for s in person.subjects if s != "native_language"] or ["primary"]
    for subject in sorted(lost):
        rng.choice([person for person in people if person.teacher]).subjects.append(subject)
    return people


def _pick(rng, people: list[Person], rate: float) -> list[Person]:
    exact = rate * len(people)
    number = int(exact) + (rng.random() < exact - int(exact))
    number = min(len(people), max(0, number + rng.choice([-1, 0, 0, 1]) * (len(people) > 12)))
    return rng.sample(people, number)


def _live(rng, staff: Staff, character: dict[str, float]) -> None:
    """Decides what each person did in the year."""
    year, at = staff.year, PERIODS.index(staff.year)

    def rate(name: str) -> float:
        factor = STORIES.get(staff.school.code, {}).get(name, (1, 1, 1))[at]
        return min(0.97, RATES[name][at] * factor * character.get(name, 1))

    def mark(people: list[Person], flag: str) -> None:
        for person in people:
            person.flags.setdefault(year, set()).add(flag)

    def marked(flag: str) -> list[Person]:
        return [person for person in staff.people if person.has(year, flag)]

    for person in staff.people:
        person.flags[year] = set()
    teachers = staff.teachers
    for flag in ("supported_school", "supported_municipal", "mentoring", "trained", "burnout",
                 "retrained", "contests"):
        mark(_pick(rng, teachers, rate(flag)), flag)
    own = [p for p in teachers if any(s in SUBJECT_DIAGNOSED for s in p.subjects)]
    mark(_pick(rng, [p for p in teachers if p not in own], rate("diagnosed")), "diagnosed")
    for person in own:
        subject = next(s for s in person.subjects if s in SUBJECT_DIAGNOSED)
        if rng.random() < SUBJECT_DIAGNOSED[subject][at]:
            mark([person], "diagnosed")
    mark(_pick(rng, staff.people, rate("assessed")), "assessed")
    mark(_pick(rng, marked("diagnosed"), rate("with_plan")), "with_plan")
    mark(_pick(rng, marked("trained"), rate("trained_by_diagnosis")), "trained_by_diagnosis")
    mark(_pick(rng, marked("burnout"), rate("burnout_supported")), "burnout_supported")
    for person in marked("contests"):
        levels = rng.choices(
            [["school"], ["municipal"], ["school", "municipal"], ["regional"],
             ["municipal", "regional"], ["federal"]], [30, 26, 18, 12, 8, 6])[0]
        mark([person], "contests_" + levels[0])
        for level in levels:
            mark([person], "contests_" + level)
    mentored = len(marked("mentoring"))
    staff.programmes = (mentored + 1) // 2 if mentored else 0


def simulate(seed: int, fits) -> dict[tuple[str, int], Staff]:
    """The staff of every school in every year in which it existed.

    `fits(staff, previous)` says whether a school's year keeps every rule of the form; a year
    that does not is lived again with the next sub-seed.
    """
    years: dict[tuple[str, int], Staff] = {}
    # A school that another continues is lived first: its people move on.
    for school in sorted(schools.SCHOOLS, key=lambda one: one.closed is None):
        rng = random.Random(f"{seed}/{school.code}/character")
        character = {name: rng.uniform(0.85, 1.15) for name in RATES}
        previous = None
        for year in (y for y in PERIODS if school.exists(y)):
            for attempt in range(2000):
                rng = random.Random(f"{seed}/{school.code}/{year}/{attempt}")
                if previous is None:
                    people = [
                        _new_person(rng, year, True, post) for post in _posts(rng, school)
                    ] + [_new_person(rng, year, False, []) for _ in range(school.others)]
                else:
                    people = _next_year(rng, previous)
                    if school.code == schools.SUCCESSOR and year == 2020:
                        people += _next_year(rng, years[schools.MERGED_AWAY, 2019])
                staff = Staff(school, year, people)
                _live(rng, staff, character)
                if fits(staff, previous):
                    break
            else:
                raise SystemExit(f"{school.code} {year}: no year that keeps every rule was found")
            years[school.code, year] = staff
            previous = staff
    return years
