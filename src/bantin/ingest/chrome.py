"""What a newspaper or portal puts around every article: menus, counters, share buttons, related news, forms.

The patterns are matched against whole lines without diacritics, so that they hold however a site writes them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bantin.text.fold import fold

_WORDS = frozenset(
    (
        "trang chu|gioi thieu|tin tuc|tin tuc su kien|su kien|so do trang|so do cong|so do site|so do "
        "website|rss|tim kiem|"
        "dang nhap|dang ky|dang xuat|doc bao in|tai ung dung|e paper|epaper|bao in|bao giay|menu|facebook|"
        "twitter|"
        "zalo|youtube|tiktok|google news|google|linkedin|pinterest|messenger|telegram|viber|instagram|in bai viet|in "
        "trang|"
        "ban in|in|print|in bai|in an|gui email|gui mail|email|chia se|share|tweet|like|thich|luu|luu bai|luu bai "
        "viet|luu bai viet nay|quay lai|"
        "tro ve|ve trang chu|len dau trang|back to top|dau trang|ve dau trang|xem tiep|doc tiep|chi tiet|video|podcast|"
        "audio|multimedia|emagazine|e magazine|infographic|infographics|longform|anh|album|thu vien anh|thu vien video|"
        "skip to main content|skip to content|skip to navigation|bo qua noi dung chinh|chuyen den noi dung chinh|"
        "nhay den noi dung|"
        "co chu|a|aa|a a|a a a|aaa|nghe doc bai|nghe bai viet|nghe|doc bai viet|nghe noi dung|tuong phan|xem co dau|"
        "do tuong phan|"
        "gui|gui di|huy|captcha|ho va ten|ho ten|noi dung|tieu de|ma bao mat|ma xac nhan|ma bao ve|nhap ma|nhap ma "
        "xac nhan|nhap lai|lam moi|"
        "moi nhat|quan tam nhat|dang online|thoi tiet|gia vang|ty gia|lich cat dien|copy link|sao chep lien ket|copy|"
        "sao chep|mui ten|dong|mo rong|thu gon|theo doi|follow|subscribe|dang ky nhan tin|english|tieng viet|vi|en|"
        "thong tin dieu hanh|van ban phap quy|dich vu cong|dich vu cong truc tuyen|hoi dap|thu dien tu|thong tin can "
        "biet|"
        "gop y|tin noi bat|tin moi|thong ke truy cap|so luot truy cap|luot truy cap|truy cap|quang cao|advertisement|"
        "ads|"
        "previous|next|truoc|sau|tiep|trang truoc|trang sau|bai truoc|bai sau|bai tiep theo|loading|dang tai|read "
        "more|xem them|"
        "thich va chia se|chia se bai viet|chia se len facebook|gui bai viet|gui bai viet qua email|in ra|luu bai "
        "viet nay vao facebook|"
        "danh gia|danh gia bai viet|binh chon|phan hoi|binh luan|y kien ban doc|toan man hinh|bat dau|tam dung|nghe "
        "audio"
    ).split("|")
)
"""Whole lines, folded, signs as blanks."""
_LINE = re.compile(
    r"(?:"
    r"(?:quang cao|lien he (?:quang cao|toa soan)|toa soan)\s*[:\-].*|"
    r"(?:so )?(?:luot|lan) (?:nguoi )?(?:xem|doc|truy cap|view|thich)\w*\s*:?\s*[\d.,k]*.{0,20}|(?:da xem|da doc|"
    r"views?|xem|"
    r"hits?|doc)\s*:?\s*[\d.,]+(?: lan)?|"
    r"[\d.,]+k?\s*(?:luot (?:xem|doc|view|thich|truy cap)|views?|binh luan|comments?|likes?|chia se|lan xem|phan hoi|"
    r"nguoi xem)\b.{0,20}|"
    r"(?:binh luan|phan hoi|comments?|y kien|chia se|thich)\s*[:(]?\s*\d*\s*\)?|"
    r"theo doi .{0,60}(?:tren|qua|tai)(?: google news| zalo| facebook| youtube)?\.?|(?:tren )?google news|"
    r"(?:chia se|share|gui) .{0,30}(?:facebook|zalo|twitter|email|ban be|mail|link|messenger).{0,20}|"
    r"(?:facebook|zalo|twitter|email|print|youtube|google|linkedin|copy link|in|messenger|\+|\||,|\s)+|"
    r"tong so diem cua bai viet.*|click (?:de|vao) .*|(?:xep hang|danh gia)\s*:.*|.{0,6}\d+ phieu bau.*|"
    r"(?:hay )?(?:la )?nguoi dau tien binh luan.*|ban (?:can|phai|hay) dang nhap.*|"
    r"(?:copyright|ban quyen|©|\(c\)).*|.{0,80}\bgiay phep (?:so|hoat dong|thiet lap|xuat ban|cua)?.{0,120}|"
    r"(?:designed|powered|developed|thiet ke|phat trien|xay dung|van hanh|duy tri) (?:by|boi|va).{0,80}|"
    r"(?:co quan chu quan|chiu trach nhiem(?: noi dung| chinh| quan ly)?|tong bien tap|pho tong bien tap|"
    r"truong ban bien tap)\s*:.*|"
    r"(?:vui long )?(?:de nghi )?(?:ghi|trich|dan) ?(?:ro|dan)? ?nguon.{0,90}|.{0,60}ghi ro nguon.{0,80}|"
    r"(?:dang truy cap|dang online|dang xem|khach(?: vieng tham)?|may chu tim kiem|thanh vien online)\s*:?\s*[\d.,]*|"
    r"tong (?:so )?(?:luot )?truy cap.*|(?:hom nay|hom qua|tuan nay|tuan truoc|thang nay|thang truoc|tat ca|nam nay|"
    r"thang hien tai|tong cong)\s*:?\s*[\d.,]+|"
    r"(?:nguoi dang bai(?: viet)?|nguoi dang)\s*:.{0,40}|(?:tags?|tu khoa|the|chu de)\s*:.*|"
    r"(?:da )?co \d+ (?:luot|binh luan|y kien).{0,30}|xem (?:theo|voi) .{0,20}|"
    r"(?:tai|cai(?: dat)?) (?:ung dung|app).{0,60}|quet (?:ma )?qr.{0,60}|(?:xem )?(?:co|kich|kieu) chu\s*:?.{0,20}|"
    r"a ?[-+]( ?a ?[-+]?)*|"
    r"(?:mời|moi) (?:ban|quy).{0,40}(?:theo doi|doc them|xem them|binh luan|dang ky).*|"
    r"(?:bao|trang|cong) .{0,50}(?:tren|qua) (?:google news|facebook|zalo|youtube|tiktok)\.?|"
    r"dang ky (?:nhan|theo doi|kenh).{0,60}|nhan thong bao.{0,40}|"
    r"toi da(?: la)?:? ?\d+ ky tu.{0,40}|(?:y kien|binh luan|noi dung) (?:cua ban|binh luan).{0,60}|"
    r"(?:ho ?(?:va)? ?ten|email|dien thoai|noi dung|tieu de|dia chi email|ma (?:bao mat|bao ve|"
    r"xac nhan))\s*(?:\(?\*\)?|:)*\s*(?:\(\*\))?|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2},? \d{4}.{0,20}"
    r")"
)
_CONTACT = re.compile(r"(?:hotline|duong day nong|(?:thong tin )?lien he)\s*:?[\s\d.()+\-|/]*|hotline\s*[:\-].*")
_TAIL = re.compile(
    r"(?:(?:cac|nhung|mot so)\s+)?(?:tin|bai|bai viet|tin tuc|tin bai|video|noi dung|tin,? bai)\s*"
    r"(?:viet|da dua|da dang|da dua tin|dang|bai)?\s*"
    r"(?:lien quan|cung chuyen muc|khac|moi hon|cu hon|moi nhat|moi|cung loai|da dua|cung chu de|xem nhieu|"
    r"doc nhieu(?: nhat)?|"
    r"noi bat|tieu bieu|cung chuyen de|cung nguoi viet|cung tac gia|truoc do|tiep theo|nong|dang doc|da dang|"
    r"cung danh muc|cung muc)"
    r"(?: nhat| khac| trong tuan| \(\d+\))?|"
    r"tin tuc khac|bai khac|xem them(?: tin)?(?: khac)?|doc them|co the ban quan tam|ban co the quan tam|"
    r"doc nhieu(?: nhat)?|xem nhieu(?: nhat)?|theo dong su kien|"
    r"dong su kien|binh luan(?: \(\d+\))?|y kien (?:ban doc|binh luan|phan hoi|cua ban)|gui (?:phan hoi|y kien|"
    r"binh luan)(?: cua ban)?|"
    r"viet binh luan|phan hoi|lien ket (?:web(?:site)?|trang|huu ich).{0,20}|thong ke(?: truy cap| luot truy cap)?|"
    r"thong tin toa soan|"
    r"chuyen muc khac|van ban moi|tin doc nhieu|danh muc|chu de(?: lien quan)?|tu khoa(?: lien quan)?|tags?|"
    r"related (?:posts?|news|articles?)|leave a (?:reply|comment)|comments?|"
    r"tin noi bat|tin moi(?: nhat)?|thong bao moi|su kien noi bat|tieu diem|media|e-?magazine"
)
_DECORATION = " \t|»>›«<•·●○▪■□►▶→←*_~=:;-–—…+#/\\[]✔☰✕×▼▲★☆"
_ONLY_SIGNS = re.compile(r"[\W_]*|[\W_]*\d{1,7}[\W_]*|#\S+(?:\s+#\S+)*|https?://\S+|www\.\S+|\(?\d{1,4}\)?")
_POINTER = re.compile(r"(?:>>+|»+|►|▶|➤|→|=>|\(?(?:Xem|Đọc) thêm\s*[:>»])\s*\S", re.IGNORECASE)
"""What stands before a link to another article in the middle of a text."""
_SEPARATED = re.compile(r"\s[|»>›•]\s|\s/\s(?=[A-ZĐ])")
_LONGEST = 220
"""Characters: what is longer is a paragraph, whatever it begins with."""
_LONGEST_MARK = 45


def fold_line(text: str) -> str:
    """Return a line as the patterns see it: folded, without the signs around it."""
    return " ".join(fold(text.strip(_DECORATION)).split())


@lru_cache(maxsize=4096)
def is_chrome(text: str) -> bool:
    """Tell a line that belongs to the site, wherever it stands."""
    if _ONLY_SIGNS.fullmatch(text) or (_POINTER.match(text) and not text.endswith((".", "!", "?", "…"))):
        return True
    if len(text) > _LONGEST:
        return False
    folded = fold_line(text)
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", folded).split())
    return not folded or plain in _WORDS or _LINE.fullmatch(folded) is not None


def find_chrome(texts: list[str]) -> list[bool]:
    """Tell of each line whether it belongs to the site; a telephone number does among the site's lines only."""
    found: list[bool] = []
    for index, text in enumerate(texts):
        follows = texts[index + 1] if index + 1 < len(texts) else ""
        among = all(found[-1:]) and (is_chrome(follows) or is_contact(follows))
        found.append(is_chrome(text) or (among and is_contact(text)))
    return found


def is_contact(text: str) -> bool:
    """Tell a line that says whom to call: a site has it above and below each article, a notice as what matters most."""
    return len(text) <= _LONGEST_MARK and _CONTACT.fullmatch(fold_line(text)) is not None


@lru_cache(maxsize=4096)
def begins_tail(text: str) -> bool:
    """Tell a heading below which a site lists other articles, comments or statistics."""
    if len(text) > _LONGEST_MARK:
        return False
    return _TAIL.fullmatch(fold_line(text)) is not None


def is_trail(text: str) -> bool:
    """Tell a path of sections ("Trang chủ > Tin tức > Xây dựng Đảng") or a row of menu items."""
    parts = _SEPARATED.split(text)
    if len(parts) < 2:
        return fold_line(text).startswith("trang chu ")
    return max(len(part.split()) for part in parts) <= 7 and not text.rstrip().endswith((".", "!", "?"))
