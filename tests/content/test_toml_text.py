"""Where a value of a TOML file begins and ends is known, however it is written."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.content.resources import find_resources
from coach.content.toml_text import comments_by_element, render, scan

ODD = (
    r'''
# a [table] = "no"
"title" = 'C:\new # no' # yes
when="""a # "no" \""" quotes"" """ # yes
note = """
[[steps]]
x = 1 \
  y""""
'be\fore' = '''
    + """'''
raw \\ # no ''''"""
    + r"""
positions = [ # first
  "bed", # a ] b
  'standing' , "]#" ] # yes
a . b = { c = [1, 2], d = "}" } # yes
date = 2024-01-01T10:00:00Z"""
    + "   \n"
    + r"""inf = -inf
[ dose ] # yes
hold=1_000.5e1
[[ sources ]]
  line = 0x1F#yes
[["quoted.name"]]
"""
)


def test_a_file_is_the_sum_of_its_lines_and_each_value_is_found() -> None:
    lines = scan(ODD)
    assert "".join(line.text for line in lines) == ODD
    names = []
    for line in lines:
        if line.name and not line.is_header:
            value = line.text[slice(*line.value)]
            tomllib.loads(f"x = {value}")
            names.append(line.name)
        assert "no" not in line.comment or not line.name
    assert names[:6] == [
        ("title",), ("when",), ("note",), ("be\\fore",), ("positions",), ("a", "b")
    ]  # fmt: skip
    headers = [line.name for line in lines if line.is_header]
    assert headers == [("dose",), ("sources",), ("quoted.name",)]
    assert sum("yes" in line.comment for line in lines if line.name) == 6
    assert tomllib.loads(ODD)["when"] == 'a # "no" """ quotes"" '


@pytest.mark.parametrize("folder", ["routines", "assets/exercises", "assets/relief"])
def test_values_of_the_shipped_files_are_what_tomllib_reads(folder: str) -> None:
    for file in sorted((find_resources().routines.parent / folder).glob("*.toml")):
        text = file.read_text("utf-8")
        top = tomllib.loads(text)
        for line in scan(text):
            if line.is_header:
                break
            if line.name:
                value = tomllib.loads(f"x = {line.text[slice(*line.value)]}")["x"]
                assert value == top[line.name[0]]


def test_comments_belong_to_the_element_they_stand_at() -> None:
    array = '[ # a\n "x", # b\n # c\n {y = ["#"]}, "z" # d\n # e\n]'
    assert comments_by_element(array) == [["# a", "# b"], ["# c"], ["# d", "# e"]]
    assert comments_by_element('["x", # b\n # c\n]') == [["# b"], ["# c"]]
    assert comments_by_element('"# no"') == [[]]


scalars = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: text.replace("\r", "")),
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
)
names = st.sampled_from(["a", "b", "c"])
values = scalars | st.lists(scalars) | st.lists(st.dictionaries(names, scalars))


@given(values)
def test_any_value_is_read_as_it_was_written(value: object) -> None:
    assert tomllib.loads(f"x = {render(value)}")["x"] == value
