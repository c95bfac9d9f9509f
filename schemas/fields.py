"""Fields that take a JSON value for what it is: no ``"1"`` for 1, no ``1`` for true, no bytes for text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from marshmallow import Schema, ValidationError, fields, validates_schema

Rule = Callable[[Any], Iterator[tuple[tuple[str | int, ...], str]]]
"""What must hold between the fields of one object whose fields are sound each for itself.

It yields the path and the reason of everything that does not hold."""

MOST_ERRORS = 100
"""So many items of a list are complained of; a list that is wrong throughout is not read to its end."""


class StrictSchema(Schema):
    """A schema that says which fields there are when it meets one that it does not know, and that keeps ``rules``."""

    rules: ClassVar[tuple[Rule, ...]] = ()

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.error_messages["unknown"] = f"Unknown field; there are: {', '.join(self.fields)}."

    @validates_schema
    def keep_rules(self, data: dict[str, Any], **_: Any) -> None:
        """Ask every rule.

        :raises ValidationError: with the reasons by path.
        """
        errors: dict[str | int, Any] = {}
        for rule in self.rules:
            for (*parents, last), reason in rule(data):
                place = errors
                for step in parents:
                    place = place.setdefault(step, {})
                place.setdefault(last, []).append(reason)
        if errors:
            raise ValidationError(errors)


class Text(fields.String):
    """A string, and nothing that could be made one."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> str:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        return value


class Number(fields.Float):
    """A finite number, and nothing that could be made one."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> float:
        if not isinstance(value, (int, float)):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, attr, data)


class Flag(fields.Boolean):
    """True or false."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Items(fields.List[Any]):
    """A list that stops reading when :data:`MOST_ERRORS` of its items are wrong."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> list[Any]:
        if not isinstance(value, list):
            raise self.make_error("invalid")
        items, errors = [], {}
        for index, item in enumerate(value):
            try:
                items.append(self.inner.deserialize(item))
            except ValidationError as error:
                errors[index] = error.messages
                if len(errors) == MOST_ERRORS:
                    break
        if errors:
            raise ValidationError(errors)
        return items


class Either(fields.Field[Any]):
    """One of several objects; the value of their field ``tag`` says which."""

    def __init__(self, tag: str, choices: Mapping[str, StrictSchema], **options: Any) -> None:
        super().__init__(**options)
        self.tag = tag
        self.choices = choices

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> Any:
        if not isinstance(value, dict):
            raise ValidationError("Not an object.")
        tag = value.get(self.tag)
        if not isinstance(tag, str) or tag not in self.choices:
            raise ValidationError({self.tag: [f"Must be one of: {', '.join(self.choices)}."]})
        return self.choices[tag].load(value)
