"""A built site looked at from outside, as a reader, a crawler and an attacker would.

inventory  which files there are, and by what each is known
facts      what one file says: links, anchors, what it loads, what is wrong with its policy; kept by content
clauses    text cut so that the same words are found again wherever they stand
judge      facts of all files to findings
verify     the whole, with cache and processes
"""
