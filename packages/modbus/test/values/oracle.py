"""Decodes and encodes registers with Python's own struct and decimal: an opinion independent of the code under test.

Reads one JSON case in each line and answers each with a line of JSON. Nothing here follows the sources of the package.
"""

import json
import struct
import sys
from decimal import Decimal, getcontext

getcontext().prec = 1000

CODES = {
    ("signed", 8): "b", ("signed", 16): "h", ("signed", 32): "i", ("signed", 64): "q",
    ("unsigned", 8): "B", ("unsigned", 16): "H", ("unsigned", 32): "I", ("unsigned", 64): "Q",
    ("float", 16): "e", ("float", 32): "f", ("float", 64): "d",
}


def arrange(data, order):
    """Bytes highest first to the order of the wire, or back: all four orders undo themselves."""
    pairs = [data[at:at + 2] for at in range(0, len(data), 2)]
    if order in ("BADC", "DCBA"):
        pairs = [bytes([pair[1], pair[0]]) for pair in pairs]
    if order in ("CDAB", "DCBA"):
        pairs.reverse()
    return b"".join(pairs)


def to_raw(case, data):
    width = case["width"]
    size = width // 8
    encoding = case["encoding"]
    end = len(data) - case["shift"] // 8
    field = data[end - size:end]
    if encoding == "bcd":
        digits = field.hex()
        return int(digits) if digits.isdecimal() else None
    if width == 24:
        return int.from_bytes(field, "big", signed=encoding == "signed")
    return struct.unpack(">" + CODES[encoding, width], field)[0]


def from_raw(case, raw):
    width = case["width"]
    encoding = case["encoding"]
    if encoding == "bcd":
        field = bytes.fromhex(str(raw).zfill(width // 4))
    elif width == 24:
        field = raw.to_bytes(3, "big", signed=encoding == "signed")
    else:
        field = struct.pack(">" + CODES[encoding, width], raw)
    total = 2 * case["registers"]
    return bytes(total - len(field) - case["shift"] // 8) + field + bytes(case["shift"] // 8)


def decode(case):
    data = arrange(struct.pack(">%dH" % len(case["words"]), *case["words"]), case["order"])
    raw = to_raw(case, data)
    if raw is None:
        return {"value": None}
    if case["encoding"] == "float":
        if raw != raw or raw in (float("inf"), float("-inf")):
            return {"value": None}
        return {"value": str(Decimal(raw))}
    return {"value": str(Decimal(raw) * Decimal(case["scale"]) + Decimal(case["offset"]))}


def encode(case):
    wanted = Decimal(case["value"])
    if case["encoding"] == "float":
        raw = float(case["value"])
    else:
        exact = (wanted - Decimal(case["offset"])) / Decimal(case["scale"])
        if exact != exact.to_integral_value():
            return {"words": None}
        raw = int(exact)
    try:
        data = arrange(from_raw(case, raw), case["order"])
    except (struct.error, OverflowError, ValueError):
        return {"words": None}
    if len(data) != 2 * case["registers"]:
        return {"words": None}
    return {"words": list(struct.unpack(">%dH" % case["registers"], data))}


def main():
    for line in sys.stdin:
        case = json.loads(line)
        print(json.dumps(decode(case) if case["ask"] == "decode" else encode(case)))


main()
