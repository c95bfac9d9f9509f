"""Proof, far cheaper than loading, that a schema would take a value just as it is.

Loading a document field by field costs ten times as much as finding its turns. So the fields of a schema are written
out once, as one Python function of plain comparisons, which is compiled and kept. It answers True where it can
prove that the schema would load the value and change nothing in it that compares unequal; on any doubt it answers
False, and the schema itself has to be asked. What is written here about a field or a validator must therefore never be
weaker than what marshmallow does; what is not known here is never proven.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from schemas.fields import Either, Flag, Items, Number, StrictSchema, Text

Lines = Iterator[str]
Names = dict[str, Any]

EXACT = 2**53
"""Up to here every integer is also a float."""

_DOUBT = "return False"


def prover(schema: StrictSchema) -> Callable[[Any], bool]:
    """A function that is True only for what ``schema`` would load unchanged."""
    names: Names = {}
    source = source_of(schema, names)
    exec(compile(source, f"<proof of {type(schema).__name__}>", "exec"), names)  # noqa: S102  # made here of fields alone
    holds: Callable[[Any], bool] = names["holds"]

    def proves(value: Any) -> bool:
        try:
            return holds(value)
        except (LookupError, TypeError, ValidationError):  # a missing key, a value without length, a validator's no
            return False

    return proves


def source_of(schema: StrictSchema, names: Names) -> str:
    """The function as Python source; the constants that it mentions are put into ``names``."""
    body = "\n".join(_indented([*_object(schema, "value", names), "return True"]))
    return f"def holds(value):\n{body}\n"


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _constant(value: Any, names: Names) -> str:
    name = f"constant_{len(names)}"
    names[name] = value
    return name


def _object(schema: Any, name: str, names: Names) -> Lines:
    """Exactly the keys of the schema: as many as it has, and each of them is there."""
    if not _keeps_rules_only(schema):
        yield _DOUBT
        return
    yield f"if type({name}) is not dict or len({name}) != {len(schema.load_fields)}: {_DOUBT}"
    for key, field in schema.load_fields.items():
        inner = f"{name}_{key}"
        yield f"{inner} = {name}[{key!r}]"
        yield from _field(field, inner, names)
    for rule in schema.rules:
        yield f"for broken in {_constant(rule, names)}({name}): {_DOUBT}"


def _keeps_rules_only(schema: Schema) -> bool:
    hooks = {name for found in schema._hooks.values() for name, *_ in found}
    return isinstance(schema, StrictSchema) and hooks == {StrictSchema.keep_rules.__name__} and not schema.many


def _field(field: fields.Field[Any], name: str, names: Names) -> Lines:
    """A field whose value passes through other hands, or is found under another key, is not proven."""
    if field.pre_load or field.post_load or field.data_key or field.attribute:
        yield _DOUBT
    lines = [*_value(field, name, names), *(_validated(check, name, names) for check in field.validators)]
    if field.allow_none:
        yield f"if {name} is not None:"
        lines = _indented(lines)
    yield from lines


def _value(field: fields.Field[Any], name: str, names: Names) -> Lines:
    write = _WRITERS.get(type(field))
    return iter([_DOUBT]) if write is None else write(field, name, names)


def _of_type(*types: type) -> Callable[[Any, str, Names], Lines]:
    def write(field: Any, name: str, names: Names) -> Lines:
        yield f"if {' and '.join(f'type({name}) is not {kind.__name__}' for kind in types)}: {_DOUBT}"

    return write


def _number(field: Number, name: str, names: Names) -> Lines:
    """Neither nan nor infinity lies between the bounds, nor an integer that becomes another when it is made a float."""
    yield from _of_type(float, int)(field, name, names)
    yield f"if not {-EXACT} <= {name} <= {EXACT}: {_DOUBT}"


def _nested(field: fields.Nested, name: str, names: Names) -> Lines:
    yield from _object(field.schema, name, names)


def _items(field: Items, name: str, names: Names) -> Lines:
    yield from _of_type(list)(field, name, names)
    yield f"for {name}_item in {name}:"
    yield from _indented(_field(field.inner, f"{name}_item", names))


def _tuple(field: fields.Tuple, name: str, names: Names) -> Lines:
    yield from _of_type(list)(field, name, names)
    yield f"if len({name}) != {len(field.tuple_fields)}: {_DOUBT}"
    for index, inner in enumerate(field.tuple_fields):
        yield f"{name}_{index} = {name}[{index}]"
        yield from _field(inner, f"{name}_{index}", names)


def _either(field: Either, name: str, names: Names) -> Lines:
    branch = "if"
    for tag, schema in field.choices.items():
        yield f"{branch} {name}[{field.tag!r}] == {tag!r}:"
        yield from _indented(_object(schema, name, names))
        branch = "elif"
    yield f"else: {_DOUBT}"


_WRITERS: dict[type, Callable[[Any, str, Names], Lines]] = {
    Text: _of_type(str),
    fields.Integer: _of_type(int),
    Flag: _of_type(bool),
    Number: _number,
    fields.Nested: _nested,
    Items: _items,
    fields.Tuple: _tuple,
    Either: _either,
}


def _validated(check: Any, name: str, names: Names) -> str:
    kind = type(check)
    if kind is validate.OneOf:
        return f"if {name} not in ({', '.join(map(repr, check.choices))},): {_DOUBT}"
    if kind is validate.Equal:
        return f"if {name} != {check.comparable!r}: {_DOUBT}"
    if kind is validate.Regexp:
        return f"if {_constant(check.regex.match, names)}({name}) is None: {_DOUBT}"
    if kind is validate.Range and check.min_inclusive and check.max_inclusive:
        least = "" if check.min is None else f"{check.min!r} <= "
        most = "" if check.max is None else f" <= {check.max!r}"
        return f"if not {least}{name}{most}: {_DOUBT}"
    return f"{_constant(check, names)}({name})"
