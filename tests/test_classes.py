import pickle
from dataclasses import field, fields, replace

import pytest

from vvoptimize.classes import NamedTuple, node, record


@record
class Point:
    x: int
    y: int = 2
    name: str = ""


@record
class Other:
    x: int
    y: int = 2
    name: str = ""


@record
class Nothing:
    pass


@record
class Listed:
    items: list[int] = field(default_factory=list)


@node
class Leaf:
    value: int


def test_record_takes_its_fields_by_place_and_by_name():
    assert Point(1, 5, name="a") == Point(x=1, y=5, name="a")


def test_record_has_the_defaults_of_its_fields():
    assert Point(1) == Point(1, 2, "")


def test_record_without_fields_takes_nothing():
    assert Nothing() == Nothing()


def test_default_that_is_made_is_made_for_each():
    assert Listed().items is not Listed().items


@pytest.mark.parametrize(
    ("given", "named", "told"),
    [
        ((), {}, r"Point.__init__\(\) missing 1 required positional argument: 'x'"),
        ((1, 2, "", 4), {}, r"Point.__init__\(\) takes from 2 to 4 positional"),
        ((1,), {"z": 2}, r"Point.__init__\(\) got an unexpected keyword argument 'z'"),
    ],
)
def test_wrong_arguments_are_refused_by_the_name_of_the_class(given, named, told):
    with pytest.raises(TypeError, match=told):
        Point(*given, **named)


def test_records_of_two_classes_with_the_same_fields_differ():
    points: list[object] = [Point(1)]

    assert Other(1) not in points


def test_equal_records_have_equal_hashes():
    assert hash(Point(1)) == hash(Point(1))


def test_nodes_are_told_apart_by_identity():
    assert Leaf(1) != Leaf(1)


def test_record_is_a_dataclass_without_a_dict():
    assert [one.name for one in fields(Point)] == ["x", "y", "name"]
    assert replace(Point(1), y=3) == Point(1, 3)
    assert not hasattr(Point(1), "__dict__")


def test_record_shows_its_fields():
    assert repr(Point(1, name="a")) == "Point(x=1, y=2, name='a')"


class Pair(NamedTuple):
    """Two of a kind."""

    first: int
    second: str = "b"

    @property
    def both(self) -> str:
        """Give both as text."""
        return f"{self.first}{self.second}"


def test_named_tuple_has_fields_defaults_and_properties_of_its_class():
    pair = Pair(1)

    assert (pair.first, pair.second, pair.both) == (1, "b", "1b")
    assert pair == (1, "b") == Pair(first=1)
    assert pair._replace(second="c").both == "1c"
    assert Pair._fields == ("first", "second")
    assert repr(pair) == "Pair(first=1, second='b')"
    assert (Pair.__doc__, Pair.__module__) == ("Two of a kind.", __name__)
    assert not hasattr(pair, "__dict__")


def test_named_tuple_is_copied_and_pickled():
    assert pickle.loads(pickle.dumps(Pair(1, "c"))) == Pair(1, "c")


def test_named_tuple_refuses_what_is_no_field():
    with pytest.raises(TypeError):
        Pair(1, third=2)  # type: ignore[call-arg]
