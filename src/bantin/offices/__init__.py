"""Offices as articles state them: "Bí thư Đảng ủy, Chủ tịch HĐND phường Bến Cát" is two posts in two bodies.

    from bantin.offices import read_offices

    reading = read_offices("PBT Đảng ủy, CT UBND P. Bến Nghé, Q.1")
    reading.posts[0]    # Post("Phó Bí thư", "Đảng ủy", Place(ward="phường Bến Nghé", district="Quận 1"))
    reading.posts[1].label      # "Chủ tịch Ủy ban nhân dân phường Bến Nghé"
    reading.unread      # () – what could not be read stands here as it was written

After Popolo (popoloproject.com/specs): a *post* is an office in an *organization*, here the body of a place; that a
person holds it is a *membership*, which is the business of who knows the person and the day.

What bodies and offices there are: the statute of the Party (2011: committees, standing committees, cells), law
72/2025/QH15 on local government and its forerunner 77/2015/QH13 (councils, people's committees), decree
150/2025/NĐ-CP (offices of a commune's people's committee), law 75/2015/QH13 (the Front), law 48/2019/QH14 on militia
(military commands), decree 33/2023/NĐ-CP (offices of communes and quarters until 2025). How they are shortened and
strung together is common usage of ward portals and newspapers; no text rules it.

Pure: text in, values out; no registry, no files. `spelling` writes out what is short, `places` reads where, `bodies`
knows bodies and roles, `grammar` puts posts together.
"""

from bantin.offices.grammar import read_offices
from bantin.offices.model import Place, Post, Reading

__all__ = ["Place", "Post", "Reading", "read_offices"]
