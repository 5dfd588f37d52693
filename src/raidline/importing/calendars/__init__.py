"""Calendars (RFC 5545): their entries, and the days these are on."""
