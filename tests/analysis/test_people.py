from __future__ import annotations

from newsreader.analysis.names import find_names
from newsreader.analysis.people import find_people
from newsreader.analysis.sentences import lay_out


def people(text: str) -> dict[str, list[str]]:
    """Each person's mentions, by full name."""
    layout = lay_out(text)
    names = find_names(layout)
    found = find_people(layout, names)
    return {p.name: [names[i].text for i in p.mentions] for p in found.persons}


def test_full_name_surname_and_forename_are_one_person() -> None:
    text = "Mary Roe came. Later Ms. Roe spoke, and then Mary left."
    assert people(text) == {"Mary Roe": ["Mary Roe", "Roe", "Mary"]}


def test_two_people_with_one_surname_stay_two() -> None:
    text = "Mary Roe and John Roe came. Mr. Roe spoke. Ms. Roe did not."
    assert people(text) == {"Mary Roe": ["Mary Roe", "Roe"], "John Roe": ["John Roe", "Roe"]}


def test_a_surname_stays_the_ones_it_was() -> None:
    text = "Jin Roe sings. Roe wrote it with Ada Roe. Roe is on tour, and Roe is glad."
    assert people(text) == {"Jin Roe": ["Jin Roe", "Roe", "Roe", "Roe"], "Ada Roe": ["Ada Roe"]}


def test_a_surname_is_the_nearest_ones_where_neither_had_it_before() -> None:
    text = "Jin Roe sings with Ada Roe. Roe wrote it."
    assert people(text) == {"Jin Roe": ["Jin Roe"], "Ada Roe": ["Ada Roe", "Roe"]}


def test_father_and_son_stay_two() -> None:
    assert set(people("John Doe Jr. met John Doe Sr. in town.")) == {"John Doe Jr.", "John Doe Sr."}


def test_the_surname_may_come_first() -> None:
    assert people("President Kim Il Doe came. Then Kim said so.") == {
        "Kim Il Doe": ["Kim Il Doe", "Kim"]
    }


def test_particles_and_articles() -> None:
    text = "Sheikh Hamad bin Ali al-Doe met Anna van der Berg. Al-Doe thanked van der Berg."
    assert people(text) == {
        "Hamad bin Ali al-Doe": ["Hamad bin Ali al-Doe", "Al-Doe"],
        "Anna van der Berg": ["Anna van der Berg", "van der Berg"],
    }


def test_two_surnames() -> None:
    assert people("Ana Ruiz Gómez came. Ruiz Gómez said so; Ruiz left.") == {
        "Ana Ruiz Gómez": ["Ana Ruiz Gómez", "Ruiz Gómez", "Ruiz"]
    }


def test_initials_and_middle_names() -> None:
    assert set(people("Mary J. Roe came. Mary Roe spoke. Mary Roe left.")) == {"Mary Roe"}


def test_a_nickname_is_part_of_the_name() -> None:
    assert people("Robert “Bob” Roe came. Bob Roe spoke. Roe left.") == {
        "Robert “Bob” Roe": ["Robert “Bob” Roe", "Bob Roe", "Roe"]
    }


def test_places_and_bodies_are_no_people() -> None:
    assert people("In Paris the Justice Department met Acme Bank. So London said.") == {}


def test_a_town_in_capitals_before_the_news_is_nobody() -> None:
    assert people("SHAH ALAM: Police wait. KOTA KINABALU (Wednesday): Police wait.") == {}


def test_a_surname_may_be_written_in_capitals() -> None:
    assert "Jane SMITH" in people("The report by Jane SMITH is out.")


def test_a_topic_in_a_title_is_nobody() -> None:
    found = people("The Minister of Public Works, Jane Roe, spoke to Mr. Parks.")
    assert set(found) == {"Jane Roe", "Parks"}


def test_what_follows_an_article_is_nobody() -> None:
    assert people("They met in the Zolba Park by the river, said he.") == {}


def test_sex_is_told_by_title_or_forename() -> None:
    layout = lay_out("Mary Roe met John Doe, Mrs. Poe and Xyl Zyx, 45.")
    found = find_people(layout, find_names(layout))
    assert [(p.name, p.sex) for p in found.persons] == [
        ("Mary Roe", "f"),
        ("John Doe", "m"),
        ("Poe", "f"),
        ("Xyl Zyx", None),
    ]
