"""Ascending numbers in few bits: gaps in Rice's code, whose parameter follows from how many there are.

A gap's low `k` bits stand as they are, the rest as so many ones and a zero (R. F. Rice, JPL Publication 79-22, 1979).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WRITTEN_OUT = 16
"""Codes with fewer ones than this are made once; with the bound below a list of them has at most 4,096."""
_LARGEST = 8


def rice_parameter(count: int, span: int) -> int:
    """Return the k that suits `count` numbers below `span`: the logarithm of ln 2 times their mean distance."""
    return max(0, (span * 11 // (count * 16)).bit_length() - 1)


@lru_cache(maxsize=1 << 12)
def gamma(value: int) -> str:
    """Return a count in Elias's gamma code, as zeros and ones; 0 takes one bit."""
    bits = f"{value + 1:b}"
    return "0" * (len(bits) - 1) + bits


def _code(step: int, k: int) -> str:
    """Return the code of a step from one number to the next, at least 1."""
    gap = step - 1
    low = f"{gap & ((1 << k) - 1):0{k}b}" if k else ""
    return "1" * (gap >> k) + "0" + low


@lru_cache(maxsize=_LARGEST + 1)
def _codes(k: int) -> list[str]:
    return ["", *(_code(step, k) for step in range(1, _WRITTEN_OUT << k))]


def rice(numbers: Sequence[int], span: int) -> str:
    """Return ascending, different numbers below `span` as zeros and ones; how many they are stands elsewhere."""
    return rice_steps(map(sub, numbers, chain((-1,), numbers)), len(numbers), span)


def rice_steps(steps: Iterable[int], count: int, span: int) -> str:
    """Return what `rice` does, given the distances of the numbers, the first from -1."""
    if not count:
        return ""
    k = rice_parameter(count, span)
    if k > _LARGEST:
        return "".join([_code(step, k) for step in steps])
    codes, known = _codes(k), _WRITTEN_OUT << k
    return "".join([codes[step] if step < known else _code(step, k) for step in steps])


def to_bytes(bits: str) -> bytes:
    """Return zeros and ones as bytes, the last filled up with zeros."""
    size = -(-len(bits) // 8)
    return int(bits.ljust(size * 8, "0"), 2).to_bytes(size, "big") if size else b""


def varint(value: int) -> bytes:
    """Return a number in as many bytes as it needs, low seven bits first."""
    data = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - seven bits
        data.append(value & 0x7F | 0x80)
        value >>= 7
    data.append(value)
    return bytes(data)


class BitReader:
    """Reads what `gamma` and `rice` wrote. Raises IndexError beyond the end."""

    def __init__(self, data: bytes) -> None:
        self._bits = f"{int.from_bytes(data, 'big'):0{len(data) * 8}b}" if data else ""
        self._at = 0

    def flag(self) -> bool:
        """Return the next bit."""
        self._at += 1
        return self._bits[self._at - 1] == "1"

    def gamma(self) -> int:
        """Return the next count."""
        one = self._bits.index("1", self._at)
        width = one - self._at + 1
        self._at = one + width
        return int(self._bits[one : one + width], 2) - 1

    def rice(self, count: int, span: int) -> list[int]:
        """Return the next `count` numbers below `span`."""
        if not count:
            return []
        k, number, numbers = rice_parameter(count, span), -1, []
        for _ in range(count):
            zero = self._bits.index("0", self._at)
            low = int(self._bits[zero + 1 : zero + 1 + k] or "0", 2)
            number += (zero - self._at << k) + low + 1
            self._at = zero + 1 + k
            numbers.append(number)
        return numbers


class ByteReader:
    """Reads what `varint` wrote."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def varint(self) -> int:
        """Return the next number."""
        value = shift = 0
        while True:
            byte = self._data[self._at]
            self._at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:  # noqa: PLR2004 - the last has no eighth bit
                return value

    def take(self, size: int) -> bytes:
        """Return the next `size` bytes."""
        start, self._at = self._at, self._at + size
        return self._data[start : self._at]
