"""Entries put into the registry's files for editors, without losing what they wrote there.

`yaml` changes a file's text and keeps comments, order, quotes and line ends; `wards` knows what an entry of a ward
holds. Nothing here reads or writes the disk: text in, text out.
"""

from bantin.amend.wards import Plan, plan_wards
from bantin.amend.yaml import BracketedListError, UnusualLayoutError, amend_entries, entry_text

__all__ = ["BracketedListError", "Plan", "UnusualLayoutError", "amend_entries", "entry_text", "plan_wards"]
