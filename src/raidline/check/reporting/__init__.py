"""Findings as text, as annotations of a workflow, as JSON and as SARIF."""
