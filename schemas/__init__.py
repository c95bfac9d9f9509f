"""What goes over the wire, in marshmallow: the document, the request, the problem. Imports nothing of ours."""

from __future__ import annotations

from schemas.document import DocumentSchema
from schemas.problem import ProblemSchema
from schemas.request import RequestSchema

__all__ = ["DocumentSchema", "ProblemSchema", "RequestSchema"]
