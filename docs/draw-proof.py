#!/usr/bin/env python3
"""Recomputes a draw of situations from its proof: draw-proof.py < proof.json (see draw.md). Exit code 0 when it holds."""
import hashlib
import hmac
import json
import sys


def main():
    proof = json.load(sys.stdin)
    seed = bytes.fromhex(proof["seed"])
    digest = hashlib.sha256(seed)
    for s in proof["pool"]:
        digest.update(f"{s['code']}|{s['type']}|{s['label']}\n".encode())
    if digest.hexdigest() != proof["commitment"]:
        return "the commitment is not the hash of seed and pool"
    left = list(proof["pool"])
    for number, pick in enumerate(proof["picks"], start=1):
        offered = [s for s in left if pick["type"] in ("*", s["type"])]
        n = len(offered)
        if n == 0:
            return f"pick {number}: nothing of type {pick['type']} is left"
        counter = 0
        while True:
            message = f"{proof['context']}|{number}|{pick['type']}|{counter}".encode()
            value = int.from_bytes(hmac.digest(seed, message, "sha256")[:8], "big")
            if value < 2**64 - 2**64 % n:
                break
            counter += 1
        drawn = offered[value % n]
        if drawn["code"] != pick["code"]:
            return f"pick {number} gives {drawn['code']} and the proof says {pick['code']}"
        left.remove(drawn)
    return None


if __name__ == "__main__":
    fault = main()
    print(fault or "the draw holds")
    sys.exit(1 if fault else 0)
