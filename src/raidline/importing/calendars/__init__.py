"""Calendars (RFC 5545): their entries, and the days of these."""
