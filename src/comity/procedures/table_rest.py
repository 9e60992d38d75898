"""The rows of a table that could not be entered, each beside what is wrong with it, as a table to correct and enter."""

from __future__ import annotations

from comity.kinds import kind_of
from comity.paper.refusal import refusal_sentence
from comity.paper.table import table_bytes
from comity.procedures.import_table import Report
from comity.procedures.table_columns import REMARK
from comity.procedures.table_row import Fault
from comity.record.errors import ComityError

ADDED = ("row", "column", "code", "refused")


def rest_of(report: Report, lang: str) -> bytes:
    """CSV in UTF-8 for a spreadsheet: the headings and wrong rows as they came, and remarks that are not read again."""
    headings, rows = report.table.headings, {row.number: row for row in report.table.rows}
    rest = [[*headings, *(f"{REMARK} {word}" for word in ADDED)]]
    for outcome in report.of("wrong"):
        faults = outcome.faults
        columns = "; ".join(fault.column for fault in faults)
        codes = "; ".join(fault.problem.code for fault in faults)
        said = " ".join(fault_sentence(report.kind, fault.problem, lang) for fault in faults)
        rest.append([*rows[outcome.number].cells, str(outcome.number), columns, codes, said])
    return table_bytes(rest)


def fault_sentence(kind: str, problem: ComityError, lang: str) -> str:
    """What is wrong, in `lang`; fields are called as this kind calls them."""
    head, dot, rest = str(problem.values.get("field", "")).partition(".")
    calls = {field.name: field.labels.in_language(lang) for field in kind_of(kind).fields}
    if head in calls:
        problem = type(problem)(**{**problem.values, "field": calls[head] + dot + rest})
    return refusal_sentence(problem, lang)


def fault_of(fault: Fault, kind: str, lang: str) -> dict[str, str]:
    """A fault as values: column, code and sentence."""
    return {"column": fault.column, "code": fault.problem.code, "sentence": fault_sentence(kind, fault.problem, lang)}
